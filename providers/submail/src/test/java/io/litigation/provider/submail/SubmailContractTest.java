package io.litigation.provider.submail;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.provider.testkit.JsonVendorContract;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.PurposeCode;

import java.net.URI;
import java.util.List;

class SubmailContractTest extends JsonVendorContract {

    @Override
    protected ProviderPlugin plugin() {
        return new SubmailModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "app-id", "an-app-id", "app-key", "an-app-key");
    }

    @Override
    protected ProviderRequest request() {
        return new ProviderRequest("lawsuit", Subjects.person(), PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
    }

    @Override
    protected String recordsText() {
        return Payloads.text(getClass(), "records.json");
    }

    @Override
    protected List<String> secrets() {
        return List.of(
                "an-app-id", "an-app-key", Subjects.NAME, Subjects.ID_NUMBER, Subjects.MOBILE, "3100001985****0000");
    }
}
