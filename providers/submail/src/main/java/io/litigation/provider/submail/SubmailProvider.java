package io.litigation.provider.submail;

import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.http.VendorHttp;
import io.litigation.v1.SubjectKind;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SUBMAIL: persons only, by name, id number and mobile number. */
final class SubmailProvider implements Provider {

    static final String NAME = "submail";
    static final String DISPLAY_NAME = "赛邮 SUBMAIL";
    static final String OFFERING = "lawsuit";

    private final SubmailConfig config;
    private final SubmailAddresses addresses;
    private final VendorHttp http;
    private final SubmailClient client;
    private final Clock clock;
    private final List<Offering> offerings;

    SubmailProvider(SubmailConfig config, ProviderRuntime runtime) {
        this.config = config;
        http = new VendorHttp(config.http(), runtime);
        client = new SubmailClient(config, http);
        clock = runtime.clock();
        addresses = new SubmailAddresses(config.address(), config.fallback(), clock);
        // What is not sent is not asked for: with the older interface a mobile number makes no other question.
        Set<SubjectField> required = config.signMobile()
                ? Set.of(SubjectField.NAME, SubjectField.ID_NUMBER, SubjectField.MOBILE)
                : Set.of(SubjectField.NAME, SubjectField.ID_NUMBER);
        offerings = List.of(new Offering(
                OFFERING,
                Stream.of(SubmailCategory.values())
                        .map(SubmailCategory::category)
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of(SubjectKind.SUBJECT_KIND_PERSON, new SubjectFields(required, Set.of())),
                config.price()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return DISPLAY_NAME;
    }

    @Override
    public VendorAccount account() {
        return config.account();
    }

    @Override
    public List<Offering> offerings() {
        return offerings;
    }

    @Override
    public CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls) {
        SubmailQuestion question = new SubmailQuestion(addresses, client, clock, request.subject());
        return calls.call(attempt -> question.attempt());
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        return SubmailMapper.map(answer, subject);
    }

    @Override
    public int mapperVersion() {
        return SubmailMapper.VERSION;
    }

    @Override
    public void close() {
        http.close();
    }
}
