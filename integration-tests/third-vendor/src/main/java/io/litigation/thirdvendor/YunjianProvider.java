package io.litigation.thirdvendor;

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
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Yunjian: judgments and hearings of persons, listings of companies, each at a price of its own. */
final class YunjianProvider implements Provider {

    static final String NAME = "yunjian";
    static final String DISPLAY_NAME = "云鉴 Yunjian";
    static final String PERSON_JUDGMENTS = "person-judgments";
    static final String COMPANY_LISTINGS = "company-listings";

    private final YunjianConfig config;
    private final VendorHttp http;
    private final YunjianClient client;
    private final List<Offering> offerings;

    YunjianProvider(YunjianConfig config, ProviderRuntime runtime) {
        this.config = config;
        http = new VendorHttp(config.http(), runtime);
        client = new YunjianClient(config, http);
        offerings = List.of(
                new Offering(
                        PERSON_JUDGMENTS,
                        categories(PERSON_JUDGMENTS),
                        Map.of(
                                SubjectKind.SUBJECT_KIND_PERSON,
                                new SubjectFields(Set.of(SubjectField.NAME, SubjectField.ID_NUMBER), Set.of())),
                        config.judgmentsPrice()),
                new Offering(
                        COMPANY_LISTINGS,
                        categories(COMPANY_LISTINGS),
                        Map.of(
                                SubjectKind.SUBJECT_KIND_ORGANIZATION,
                                new SubjectFields(Set.of(SubjectField.NAME, SubjectField.CREDIT_CODE), Set.of())),
                        config.listingsPrice()));
    }

    static Set<RecordCategory> categories(String offering) {
        return offering.equals(COMPANY_LISTINGS)
                ? Set.of(RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR)
                : Set.of(RecordCategory.RECORD_CATEGORY_JUDGMENT, RecordCategory.RECORD_CATEGORY_HEARING);
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
        return calls.call(attempt -> client.ask(request.offering(), request.subject()));
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        return YunjianMapper.map(answer, subject);
    }

    @Override
    public int mapperVersion() {
        return YunjianMapper.VERSION;
    }

    @Override
    public void close() {
        http.close();
    }
}
