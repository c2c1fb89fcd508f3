package io.litigation.server.config;

import com.google.common.hash.HashCode;
import io.litigation.core.ledger.Budget;
import io.litigation.core.search.Caller;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code litigation.callers} and {@code litigation.tenants}: lists, which only the file can have. */
final class CallersSection {

    static final String CALLERS = ConfigurationReader.ROOT + ".callers";
    private static final String TENANTS = ConfigurationReader.ROOT + ".tenants";

    private final Settings settings;
    private final ProviderPrices prices;

    CallersSection(Settings settings, ProviderPrices prices) {
        this.settings = settings;
        this.prices = prices;
    }

    CallersConfig read() {
        Map<String, Section> tenants = new LinkedHashMap<>();
        Map<String, List<Budget>> budgets = budgets(tenants);
        List<CallerConfig> named = named(budgets);
        Set<String> inUse = new HashSet<>();
        named.forEach(caller -> inUse.add(caller.caller().tenant()));
        if (named.isEmpty()) {
            inUse.add(CallerSection.DEFAULT_TENANT);
        }
        tenants.forEach((name, section) -> {
            if (!inUse.contains(name)) {
                section.mistake("name", "is the tenant of no caller");
            }
        });
        List<Budget> ofAll = budgets.getOrDefault(CallerSection.DEFAULT_TENANT, List.of());
        Caller anonymous =
                new Caller(Caller.ANONYMOUS, CallerSection.DEFAULT_TENANT, Set.of(), Set.of(), Set.of(), ofAll);
        return new CallersConfig(named, anonymous);
    }

    private Map<String, List<Budget>> budgets(Map<String, Section> tenants) {
        Map<String, List<Budget>> budgets = new HashMap<>();
        for (String item : settings.items(TENANTS)) {
            Section section = Section.of(settings, item);
            String name = Names.required(section, "name");
            List<Budget> its = new BudgetSection(section.below("budget"))
                    .read(Budget.Scope.TENANT, name, prices.currencies(Set.of()));
            if (name.isEmpty()) {
                continue;
            }
            if (tenants.putIfAbsent(name, section) != null) {
                section.mistake("name", "is that of another tenant");
            }
            budgets.put(name, its);
        }
        return budgets;
    }

    private List<CallerConfig> named(Map<String, List<Budget>> tenants) {
        List<CallerConfig> named = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<HashCode, String> hashes = new HashMap<>();
        for (String item : settings.items(CALLERS)) {
            Section section = Section.of(settings, item);
            CallerConfig caller = new CallerSection(section, prices).read(tenants, (key, hash) -> {
                String other = hashes.putIfAbsent(hash, section.key(key));
                if (other != null) {
                    section.mistake(key, "is the hash that " + other + " has too");
                }
            });
            String name = caller.caller().name();
            if (!name.isEmpty() && !names.add(name)) {
                section.mistake("name", "is that of another caller");
            }
            named.add(caller);
        }
        return named;
    }
}
