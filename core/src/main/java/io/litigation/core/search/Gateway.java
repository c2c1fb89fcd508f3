package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.IndexKeys;
import io.litigation.core.subject.KeyedHash;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The whole core, assembled: everything between the transport and the vendors.
 *
 * <p>It owns the providers that it is given and closes them; the rest of its parts it only borrows.
 */
public final class Gateway implements AutoCloseable {

    /** Bytes of records that are kept mapped, per provider. */
    private static final long RECENT_ANSWERS = 64L << 20;
    /** Bytes of merged pictures that are kept, with the answers that they are of. */
    private static final long PICTURES = 64L << 20;
    /** Bytes of records that are kept for later pages. */
    private static final long PAGED_ANSWERS = 128L << 20;

    private final Map<String, QuestionDesk> desks = new LinkedHashMap<>();
    private final ScheduledExecutorService scheduler;
    private final LitigationSearch search;
    private final SearchBatches batches;
    private final SearchQuotes quotes;
    private final LookupHistory history;
    private final ProviderCatalogue catalogue;

    /**
     * What it is assembled from.
     *
     * @param providers the providers that are switched on, in the configured order
     * @param disabled those that are switched off
     * @param identityKeys make the keyed hashes of questions, subjects and records
     * @param clock the time
     * @param scheduler for deadlines; what runs on it never blocks
     * @param executor for work that may take a while
     */
    public record Parts(
            List<ConfiguredProvider> providers,
            List<DisabledProvider> disabled,
            SearchSettings settings,
            AnswerStore answers,
            QueryLedger ledger,
            IndexKeys identityKeys,
            Clock clock,
            ScheduledExecutorService scheduler,
            Executor executor,
            SearchListener listener) {

        /** With a key that was never rotated. */
        public Parts(
                List<ConfiguredProvider> providers,
                List<DisabledProvider> disabled,
                SearchSettings settings,
                AnswerStore answers,
                QueryLedger ledger,
                KeyedHash identityKey,
                Clock clock,
                ScheduledExecutorService scheduler,
                Executor executor,
                SearchListener listener) {
            this(
                    providers,
                    disabled,
                    settings,
                    answers,
                    ledger,
                    IndexKeys.of(identityKey),
                    clock,
                    scheduler,
                    executor,
                    listener);
        }
    }

    public Gateway(Parts parts) {
        scheduler = parts.scheduler();
        Identities identities = new Identities(parts.identityKeys());
        for (ConfiguredProvider configured : parts.providers()) {
            desks.put(configured.provider().name(), desk(configured, parts, identities));
        }
        Set<String> names = new LinkedHashSet<>(desks.keySet());
        parts.disabled().forEach(provider -> names.add(provider.name()));
        LookupIds ids = new LookupIds(identities, UUID.randomUUID().toString());
        SearchPlanner planner = new SearchPlanner(desks, parts.disabled(), identities);
        InTime inTime = new InTime(parts.settings(), parts.clock(), parts.scheduler(), parts.executor());
        SearchClosing closing = new SearchClosing(
                parts.ledger(),
                new KnownPictures(PICTURES),
                parts.clock(),
                inTime,
                new OverdueLookups(parts.ledger(), parts.scheduler()));
        search = new SearchUseCase(
                new SearchOpening(
                        new RequestReader(names, parts.settings().requirePurpose(), parts.clock(), ids::next),
                        planner,
                        identities,
                        ids,
                        parts.listener(),
                        parts.clock(),
                        inTime),
                new RequestIds(parts.ledger(), identities, parts.clock(), inTime),
                new FanOut(parts.clock(), parts.scheduler()),
                closing,
                new Pages(identities, parts.clock(), PAGED_ANSWERS),
                new EarlierFindings(parts.ledger(), inTime, parts.executor()),
                parts.executor());
        batches = new SearchBatches(search, parts.settings());
        quotes = new QuoteUseCase(
                new SearchOpening(
                        new RequestReader(names, true, parts.clock(), ids::next),
                        planner,
                        identities,
                        ids,
                        parts.listener(),
                        parts.clock(),
                        inTime),
                closing,
                parts.clock());
        history = new LookupListing(parts.ledger(), identities, ids, parts.listener(), parts.clock());
        catalogue = new ProviderListing(desks.values(), parts.disabled());
    }

    private static QuestionDesk desk(ConfiguredProvider configured, Parts parts, Identities identities) {
        RecentAnswers recent = new RecentAnswers(new AnswerMapper(configured.provider(), identities), RECENT_ANSWERS);
        AnswerReuse reuse = new AnswerReuse(parts.settings().ages(), configured.limits());
        ProviderGuard guard = new ProviderGuard(configured.limits(), parts.scheduler(), parts.executor());
        KnownAnswers known = new KnownAnswers(parts.answers(), recent, reuse, parts.clock());
        return new QuestionDesk(
                configured,
                known,
                new Fetcher(configured, guard, parts.ledger(), known, parts.clock(), parts.executor()),
                new Patience(configured.limits().greatestTime(), parts.clock(), parts.scheduler(), parts.executor()),
                parts.executor());
    }

    public LitigationSearch search() {
        return search;
    }

    public SearchBatches batches() {
        return batches;
    }

    public SearchQuotes quotes() {
        return quotes;
    }

    public LookupHistory history() {
        return history;
    }

    public ProviderCatalogue catalogue() {
        return catalogue;
    }

    /**
     * Waits for the paid calls that are under way, no longer than given. Searches should not come any more, and are answered
     * with what is stored: nobody is asked.
     *
     * @return completes when none is left or the time is over; the value is the number that is left
     */
    public CompletableFuture<Integer> drain(Duration atMost) {
        desks.values().forEach(QuestionDesk::leave);
        CompletableFuture<Void> over = CompletableFuture.allOf(desks.values().stream()
                .flatMap(desk -> desk.inFlight().stream())
                .map(InFlight::result)
                .toArray(CompletableFuture[]::new));
        ScheduledFuture<?> alarm =
                scheduler.schedule(() -> over.complete(null), atMost.toNanos(), TimeUnit.NANOSECONDS);
        return over.thenApply(done -> {
            alarm.cancel(false);
            return desks.values().stream()
                    .mapToInt(desk -> desk.inFlight().size())
                    .sum();
        });
    }

    /** Closes the providers: all of them, even if one fails. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (QuestionDesk desk : desks.values()) {
            try {
                desk.provider().close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
