package io.litigation.server.config;

import com.google.common.hash.HashCode;
import io.litigation.core.ledger.Budget;
import io.litigation.core.search.Caller;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One of {@code litigation.callers}. */
final class CallerSection {

    static final String DEFAULT_TENANT = "default";

    private static final String KEY = "api-key-sha256";
    private static final String KEYS = "api-keys-sha256";
    private static final String PLAIN_KEY = "api-key";

    private final Section section;
    private final ProviderPrices prices;

    CallerSection(Section section, ProviderPrices prices) {
        this.section = section;
        this.prices = prices;
    }

    /**
     * Reads it.
     *
     * @param tenants budgets of the tenants, by name
     * @param seen is told of each hash with the key under which it stands, to find the same one elsewhere
     */
    CallerConfig read(Map<String, List<Budget>> tenants, BiConsumer<String, HashCode> seen) {
        String name = Names.required(section, "name");
        if (name.equals(Caller.ANONYMOUS)) {
            section.mistake("name", "is the name of those who do not say who they are");
        }
        String tenant = Names.optional(section, "tenant", DEFAULT_TENANT);
        Set<HashCode> keys = keys(seen);
        Map<String, String> installed = new TreeMap<>();
        prices.providers().forEach(provider -> installed.put(provider, provider));
        Set<String> providers = allowed("providers", installed);
        List<Budget> budgets = new ArrayList<>(new BudgetSection(section.below("budget"))
                .read(Budget.Scope.CALLER, name, prices.currencies(providers)));
        budgets.addAll(tenants.getOrDefault(tenant, List.of()));
        Caller caller = new Caller(
                name,
                tenant,
                allowed("purposes", ContractNames.PURPOSES),
                providers,
                allowed("views", ContractNames.VIEWS),
                budgets,
                section.flag("sees-others", false));
        return new CallerConfig(caller, keys);
    }

    private Set<HashCode> keys(BiConsumer<String, HashCode> seen) {
        if (section.isPresent(PLAIN_KEY)) {
            section.mistake(PLAIN_KEY, "must not stand here, only its hash as " + KEY);
        }
        boolean isThere = section.isPresent(KEY) || section.isPresent(KEY + SecretFile.SUFFIX);
        Set<HashCode> hashes = new LinkedHashSet<>();
        section.optionalSecret(KEY).ifPresent(secret -> {
            String where = section.isPresent(KEY) ? KEY : KEY + SecretFile.SUFFIX;
            add(where, secret.reveal(), "", hashes, seen);
        });
        List<String> several = section.list(KEYS);
        for (int i = 0; i < several.size(); i++) {
            add(KEYS, several.get(i), "item " + (i + 1) + " ", hashes, seen);
        }
        if (!isThere && several.isEmpty() && !section.isPresent(PLAIN_KEY)) {
            section.missing(
                    KEY,
                    "is missing; set it, or name its file with " + KEY + SecretFile.SUFFIX + ", or list several in "
                            + KEYS);
        }
        return hashes;
    }

    private void add(String key, String text, String item, Set<HashCode> hashes, BiConsumer<String, HashCode> seen) {
        ApiKeyHash.read(text)
                .ifPresentOrElse(
                        hash -> {
                            hashes.add(hash);
                            seen.accept(key, hash);
                        },
                        () -> section.mistake(key, item + ApiKeyHash.mistake(text)));
    }

    /** Names out of those that there are. A list without any would forbid all in its writer's mind, and allows all. */
    private <T> Set<T> allowed(String key, Map<String, T> known) {
        if (section.isLeftEmpty(key)) {
            section.mistake(key, "is empty; name what is allowed, or leave the key out to allow all");
        }
        Set<T> allowed = new LinkedHashSet<>();
        List<String> names = section.list(key);
        for (int i = 0; i < names.size(); i++) {
            T value = known.get(names.get(i));
            if (value == null) {
                section.mistake(key, "item " + (i + 1) + " is none of " + String.join(", ", known.keySet()));
            } else if (!allowed.add(value)) {
                section.mistake(key, "item " + (i + 1) + " is there twice");
            }
        }
        return allowed;
    }
}
