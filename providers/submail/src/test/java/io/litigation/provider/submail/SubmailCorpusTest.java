package io.litigation.provider.submail;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.provider.testkit.CorpusTest;
import io.litigation.provider.testkit.MapSettings;

import java.net.URI;
import java.util.List;
import java.util.Set;

class SubmailCorpusTest extends CorpusTest {

    @Override
    protected ProviderPlugin plugin() {
        return new SubmailModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "app-id", "an-app-id", "app-key", "an-app-key");
    }

    @Override
    protected String offering() {
        return "lawsuit";
    }

    /** The result codes of the document, and the error table of the identity service. */
    @Override
    protected Set<String> documentedCodes() {
        return Set.of(
                "01", "02", "1201", "1202", "1203", "1204", "1205", "1206", "1208", "1209", "1210", "1211", "1212",
                "1213", "1214", "1215", "1217", "1218", "1219", "1221", "1222", "1223", "1225", "1226", "1227");
    }

    @Override
    protected List<String> rows() {
        return List.of("result", "info", "*");
    }
}
