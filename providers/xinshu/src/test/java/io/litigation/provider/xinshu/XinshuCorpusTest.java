package io.litigation.provider.xinshu;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.provider.testkit.CorpusTest;
import io.litigation.provider.testkit.MapSettings;

import java.net.URI;
import java.util.List;
import java.util.Set;

class XinshuCorpusTest extends CorpusTest {

    @Override
    protected ProviderPlugin plugin() {
        return new XinshuModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "api-key", "an-api-key", "private-key", "a-private-key");
    }

    @Override
    protected String offering() {
        return "executed-one-key-search";
    }

    /** The table at the end of the document, and the two HTTP statuses that stand above it. */
    @Override
    protected Set<String> documentedCodes() {
        return Set.of(
                "0000",
                "0001",
                "1000",
                "1001",
                "1002",
                "1003",
                "1004",
                "1005",
                "2000",
                "3000",
                "3001",
                "3002",
                "3003",
                "9999",
                "HTTP_502",
                "HTTP_503");
    }

    @Override
    protected List<String> rows() {
        return List.of("data");
    }
}
