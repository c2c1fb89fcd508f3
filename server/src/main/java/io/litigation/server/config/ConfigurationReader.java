package io.litigation.server.config;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.search.SearchSettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads every section, then looks for what nobody read. */
final class ConfigurationReader {

    static final String ROOT = "litigation";

    private final Problems problems = new Problems();
    private final Settings settings;
    private final Iterable<ProviderPlugin> plugins;

    ConfigurationReader(ConfigurationSources sources, Iterable<ProviderPlugin> plugins) {
        this.settings = new Settings(sources, problems);
        this.plugins = plugins;
    }

    /** The part that commands read which work on the storage; what else is in the configuration is not looked at. */
    static StorageSettings storage(ConfigurationSources sources) throws ConfigurationException {
        ConfigurationReader reader = new ConfigurationReader(sources, List.of());
        SearchSettings search = new SearchSection(reader.section("server"), reader.section("answers")).read(false);
        StorageSettings storage = reader.storage(search);
        reader.problems.throwIfAny();
        return storage;
    }

    private StorageSettings storage(SearchSettings search) {
        return new StorageSection(section("storage"), section("keys"), section("answers"), section("ledger"))
                .read(search.ages());
    }

    ServerConfig read() throws ConfigurationException {
        ServerSection server = new ServerSection(section("server"));
        GrpcConfig grpc = server.read();
        AdminConfig admin = new AdminSection(section("admin")).read(grpc);
        LogConfig log = log(section("log"));
        SearchSettings search =
                new SearchSection(section("server"), section("answers")).read(server.isBeyondLoopback());
        ProviderPrices prices = new ProviderPrices();
        List<ProviderConfig> providers = providers(server.replicas(), prices);
        CallersConfig callers = new CallersSection(settings, prices).read();
        server.wantsCallersBeyondLoopback(callers);
        StorageSettings storage = storage(search);
        new RetentionRules(section("answers"), section("ledger")).check(storage.database(), providers);
        new KeysWithoutEffect(settings).read(storage.database().ledgerRetention());
        settings.checkUnknown();
        problems.throwIfAny();
        return new ServerConfig(grpc, admin, log, search, storage, providers, callers, problems.warnings());
    }

    private Section section(String name) {
        return Section.of(settings, ROOT + "." + name);
    }

    private static LogConfig log(Section section) {
        LogConfig defaults = LogConfig.defaults();
        return new LogConfig(section.choice("format", defaults.format()), section.choice("level", defaults.level()));
    }

    private List<ProviderConfig> providers(int replicas, ProviderPrices prices) {
        List<ProviderConfig> providers = new ArrayList<>();
        for (ProviderPlugin plugin : inConfiguredOrder()) {
            providers.add(new ProviderSection(section("providers." + plugin.name()), replicas).read(plugin, prices));
        }
        if (providers.stream().noneMatch(ProviderConfig::enabled)) {
            problems.warn("No provider is switched on: no search can be answered.");
        }
        return providers;
    }

    /** As in the file; those that it does not name come after, by name. */
    private List<ProviderPlugin> inConfiguredOrder() {
        List<String> named = settings.namesInFile(ROOT + ".providers");
        List<ProviderPlugin> ordered = new ArrayList<>();
        plugins.forEach(ordered::add);
        ordered.sort(Comparator.comparingInt((ProviderPlugin plugin) -> {
                    int index = named.indexOf(plugin.name());
                    return index < 0 ? Integer.MAX_VALUE : index;
                })
                .thenComparing(ProviderPlugin::name));
        return ordered;
    }
}
