package io.litigation.core.search;

import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Payer;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;

import java.util.List;
import java.util.Set;

/**
 * Who calls, and what it may.
 *
 * @param name its name, {@value #ANONYMOUS} where none is configured
 * @param tenant within which answers are shared
 * @param purposes that it may have; empty: any. A caller that has some must name one
 * @param providers that it may have asked; empty: any
 * @param views that it may have, and with each of them those that show less; empty: any
 * @param budgets its own and its tenant's
 * @param seesOthers whether it may see records about somebody else in whole; others see that there are such, and why
 */
public record Caller(
        String name,
        String tenant,
        Set<PurposeCode> purposes,
        Set<String> providers,
        Set<RecordView> views,
        List<Budget> budgets,
        boolean seesOthers) {

    /** The name of those who do not say who they are. */
    public static final String ANONYMOUS = "anonymous";

    public Caller {
        purposes = Set.copyOf(purposes);
        providers = Set.copyOf(providers);
        views = Set.copyOf(views);
        budgets = List.copyOf(budgets);
    }

    /** A caller that does not see records about somebody else. */
    public Caller(
            String name,
            String tenant,
            Set<PurposeCode> purposes,
            Set<String> providers,
            Set<RecordView> views,
            List<Budget> budgets) {
        this(name, tenant, purposes, providers, views, budgets, false);
    }

    /** A caller that may ask for everything, of the tenant {@code default}. */
    public static Caller unrestricted(String name) {
        return new Caller(name, "default", Set.of(), Set.of(), Set.of(), List.of());
    }

    /** Whether it may look somebody up for that. */
    boolean mayHave(PurposeCode purpose) {
        return purposes.isEmpty() || purposes.contains(purpose);
    }

    /** Whether it may have a provider asked, and know of it. */
    boolean mayAsk(String provider) {
        return providers.isEmpty() || providers.contains(provider);
    }

    /** Whether it may see that much of records; a view that is not said is the least. */
    boolean maySee(RecordView view) {
        return views.isEmpty() || views.stream().anyMatch(allowed -> allowed.getNumber() >= view.getNumber());
    }

    Payer payer() {
        return new Payer(name, tenant, budgets);
    }
}
