package io.litigation.core.search;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import io.litigation.core.normalize.CaseNumbers;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A vendor that says what it is told to say. Its answers are lines of text: {@code none}, {@code indeterminate}, or one
 * record per line: category, identity, day of the event, and anything to be put in the body; {@code unreadable} and a
 * category is a line that cannot be read.
 */
final class FakeProvider implements Provider {

    private static final String UNREADABLE = "unreadable ";

    private final String name;
    private final List<Offering> offerings;
    private final FakeClock clock;
    private final Journal journal;
    private final Deque<Supplier<CompletableFuture<RawAnswer>>> script = new ArrayDeque<>();
    private final List<Subject> mappedFor = new CopyOnWriteArrayList<>();
    private final List<ProviderRequest> requests = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<RawAnswer>> exchanges = new CopyOnWriteArrayList<>();
    private BiFunction<ProviderRequest, PaidCalls, CompletableFuture<RawAnswer>> fetching =
            (request, calls) -> calls.call(attempt -> send());
    private String account = "account";
    private boolean closed;

    private FakeProvider(String name, List<Offering> offerings, FakeClock clock, Journal journal) {
        this.name = name;
        this.offerings = offerings;
        this.clock = clock;
        this.journal = journal;
    }

    static FakeProvider named(String name, FakeClock clock, Journal journal, Offering... offerings) {
        return new FakeProvider(name, List.of(offerings), clock, journal);
    }

    /** An offering for one kind of subject, or for more by {@link #plus}. */
    static Offering offering(String name, SubjectKind kind, Set<SubjectField> required, RecordCategory... categories) {
        return new Offering(
                name,
                EnumSet.copyOf(Arrays.asList(categories)),
                Map.of(kind, new SubjectFields(required, Set.of())),
                Money.newBuilder().setCurrencyCode("CNY").setNanos(500_000_000).build());
    }

    static Offering plus(Offering offering, SubjectKind kind, Set<SubjectField> required, Set<SubjectField> optional) {
        Map<SubjectKind, SubjectFields> subjects = new java.util.EnumMap<>(offering.subjects());
        subjects.put(kind, new SubjectFields(required, optional));
        return new Offering(offering.name(), offering.categories(), subjects, offering.price());
    }

    FakeProvider account(String value) {
        account = value;
        return this;
    }

    /** What the next exchange answers; without any the vendor has no records. */
    FakeProvider says(String... lines) {
        return then(() -> CompletableFuture.completedFuture(answer(lines)));
    }

    FakeProvider fails(ProviderException.Builder failure) {
        return then(() -> CompletableFuture.failedFuture(failure.build()));
    }

    FakeProvider fails(FailureKind kind, Charge charge) {
        return fails(ProviderException.of(kind, charge));
    }

    /** The next exchange does not answer until it is told to, see {@link #exchange}. */
    FakeProvider stalls() {
        return then(CompletableFuture::new);
    }

    FakeProvider then(Supplier<CompletableFuture<RawAnswer>> exchange) {
        synchronized (script) {
            script.add(exchange);
        }
        return this;
    }

    FakeProvider fetching(BiFunction<ProviderRequest, PaidCalls, CompletableFuture<RawAnswer>> how) {
        fetching = how;
        return this;
    }

    CompletableFuture<RawAnswer> send() {
        journal.add("send " + name);
        Supplier<CompletableFuture<RawAnswer>> next;
        synchronized (script) {
            next = script.poll();
        }
        CompletableFuture<RawAnswer> exchange =
                next == null ? CompletableFuture.completedFuture(answer("none")) : next.get();
        exchanges.add(exchange);
        return exchange;
    }

    RawAnswer answer(String... lines) {
        return new RawAnswer(
                offerings.get(0).name(),
                ByteString.copyFromUtf8(String.join("\n", lines)),
                "text/plain",
                "ref-" + exchanges.size(),
                "0000",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                clock.instant());
    }

    /** The exchanges so far. */
    CompletableFuture<RawAnswer> exchange(int number) {
        return exchanges.get(number);
    }

    int sent() {
        return exchanges.size();
    }

    List<ProviderRequest> requests() {
        return requests;
    }

    /** The subjects that answers were compared with. */
    List<Subject> mappedFor() {
        return mappedFor;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String displayName() {
        return "Vendor " + name;
    }

    @Override
    public VendorAccount account() {
        return new VendorAccount(URI.create("https://" + name + ".example"), Secret.of(account));
    }

    @Override
    public List<Offering> offerings() {
        return offerings;
    }

    @Override
    public CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls) {
        requests.add(request);
        return fetching.apply(request, calls);
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        journal.add("map " + name);
        mappedFor.add(subject);
        String text = answer.body().toStringUtf8();
        return switch (text) {
            case "none" -> new ProviderAnswer(Verdict.NO_RECORDS, List.of(), List.of());
            case "indeterminate" ->
                new ProviderAnswer(
                        Verdict.INDETERMINATE,
                        List.of(),
                        List.of(Note.newBuilder()
                                .setReason("VENDOR_REPORTS_UNPUBLISHED_RECORDS")
                                .setRaw("02")
                                .build()));
            case "malformed" ->
                throw ProviderException.of(FailureKind.MALFORMED_RESPONSE, Charge.CHARGE_UNKNOWN)
                        .build();
            case "bug" -> throw new IllegalStateException("a text of 张三丰");
            default -> lines(List.of(text.split("\n", -1)));
        };
    }

    private ProviderAnswer lines(List<String> lines) {
        Set<RecordCategory> unreadable = lines.stream()
                .filter(line -> line.startsWith(UNREADABLE))
                .map(line -> RecordCategory.valueOf("RECORD_CATEGORY_" + line.substring(UNREADABLE.length())))
                .collect(Collectors.toSet());
        List<MappedRecord> records = records(
                lines.stream().filter(line -> !line.startsWith(UNREADABLE)).toList());
        return new ProviderAnswer(
                records.isEmpty() ? Verdict.INDETERMINATE : Verdict.RECORDS_FOUND, records, List.of(), unreadable);
    }

    private List<MappedRecord> records(List<String> lines) {
        List<MappedRecord> records = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(" ", 4);
            LitigationRecord.Builder record = LitigationRecord.newBuilder()
                    .setProvider(name)
                    .setCategory(RecordCategory.valueOf("RECORD_CATEGORY_" + fields[0]))
                    .setTitle(fields[1].split("@", -1)[0])
                    .setRawJson(line);
            merging(record, fields[1].split("@", -1));
            if (fields.length > 2 && !fields[2].equals("-")) {
                int day = Integer.parseInt(fields[2]);
                record.getEventDateBuilder()
                        .getDateBuilder()
                        .setYear(day / 10_000)
                        .setMonth(day / 100 % 100)
                        .setDay(day % 100);
            }
            if (fields.length > 3) {
                record.setBody(fields[3]).clearRawJson();
            }
            records.add(new MappedRecord(record.build(), List.of(fields[0], fields[1])));
        }
        return records;
    }

    /** A title may have a grade and a case number behind it: a1@STRONG@(2020)沪0105执1号. */
    private static void merging(LitigationRecord.Builder record, String[] title) {
        if (title.length > 1) {
            record.getMatchBuilder().setGrade(MatchGrade.valueOf("MATCH_GRADE_" + title[1]));
        }
        if (title.length > 2) {
            record.addAllCaseNumbers(CaseNumbers.read(title[2]));
        }
    }

    @Override
    public int mapperVersion() {
        return 1;
    }

    @Override
    public void close() {
        closed = true;
    }
}
