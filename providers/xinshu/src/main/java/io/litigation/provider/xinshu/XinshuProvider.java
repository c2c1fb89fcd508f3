package io.litigation.provider.xinshu;

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

/** Xinshu: persons and companies by name, a person's id number sharpening the answer. */
final class XinshuProvider implements Provider {

    static final String NAME = "xinshu";
    static final String DISPLAY_NAME = "信数 Xinshu";
    static final String OFFERING = "executed-one-key-search";

    static final Set<RecordCategory> CATEGORIES =
            Set.of(RecordCategory.RECORD_CATEGORY_ENFORCEMENT, RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);

    private final XinshuConfig config;
    private final VendorHttp http;
    private final XinshuClient client;
    private final List<Offering> offerings;

    XinshuProvider(XinshuConfig config, ProviderRuntime runtime) {
        this.config = config;
        http = new VendorHttp(config.http(), runtime);
        client = new XinshuClient(config, http, runtime.clock());
        offerings = List.of(new Offering(
                OFFERING,
                CATEGORIES,
                Map.of(
                        SubjectKind.SUBJECT_KIND_PERSON,
                        new SubjectFields(Set.of(SubjectField.NAME), Set.of(SubjectField.ID_NUMBER)),
                        SubjectKind.SUBJECT_KIND_ORGANIZATION,
                        new SubjectFields(Set.of(SubjectField.NAME), Set.of())),
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
        return calls.call(attempt -> client.ask(request.subject()));
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        return XinshuMapper.map(answer, subject);
    }

    @Override
    public int mapperVersion() {
        return XinshuMapper.VERSION;
    }

    @Override
    public void close() {
        http.close();
    }
}
