package io.litigation.provider.xinshu;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.provider.testkit.JsonVendorContract;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.PurposeCode;

import java.net.URI;
import java.util.List;

class XinshuContractTest extends JsonVendorContract {

    @Override
    protected ProviderPlugin plugin() {
        return new XinshuModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "api-key", "an-api-key", "private-key", "a-private-key");
    }

    @Override
    protected ProviderRequest request() {
        return new ProviderRequest(
                "executed-one-key-search", Subjects.person(), PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
    }

    @Override
    protected String recordsText() {
        return Payloads.text(getClass(), "records.json");
    }

    @Override
    protected List<String> secrets() {
        return List.of("an-api-key", "a-private-key", Subjects.NAME, Subjects.ID_NUMBER, "3100001985****0000");
    }
}
