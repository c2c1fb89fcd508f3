package io.litigation.core.search;

import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.Provider;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;
import io.litigation.v1.SubjectRequirement;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ProviderListingTest {

    private final World world = new World().disabled("aardvark");

    @Test
    void listsByNameWithWhatTheySell() {
        ListProvidersResponse list = list(0, "");

        assertThat(list.getProvidersList()).extracting(Provider::getName).containsExactly("aardvark", "alpha", "beta");
        assertThat(list.getNextPageToken()).isEmpty();
        assertThat(list.getProviders(0).getHealth()).isEqualTo(Provider.Health.HEALTH_DISABLED);
        assertThat(list.getProviders(0).getBreakerState()).isEqualTo(Provider.BreakerState.BREAKER_STATE_UNSPECIFIED);
        Provider alpha = list.getProviders(1);
        assertThat(alpha.getDisplayName()).isEqualTo("Vendor alpha");
        assertThat(alpha.getHealth()).isEqualTo(Provider.Health.HEALTH_UNSPECIFIED);
        assertThat(alpha.getOfferings(0).getCategoriesList())
                .containsExactly(
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT, RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        assertThat(alpha.getOfferings(0).getSubjectsList())
                .containsExactly(
                        SubjectRequirement.newBuilder()
                                .setKind(SubjectKind.SUBJECT_KIND_PERSON)
                                .addRequiredFields("subject.person.name")
                                .addRequiredFields("subject.person.id_number")
                                .build(),
                        SubjectRequirement.newBuilder()
                                .setKind(SubjectKind.SUBJECT_KIND_ORGANIZATION)
                                .addRequiredFields("subject.organization.name")
                                .addOptionalFields("subject.organization.credit_code")
                                .build());
    }

    @Test
    void tellsHowTheyAre() {
        world.search();

        assertThat(list(0, "").getProviders(1).getHealth()).isEqualTo(Provider.Health.HEALTH_SERVING);
    }

    @Test
    void goesPageByPage() {
        ListProvidersResponse first = list(2, "");
        ListProvidersResponse second = list(2, first.getNextPageToken());

        assertThat(first.getProvidersCount()).isEqualTo(2);
        assertThat(second.getProvidersList()).extracting(Provider::getName).containsExactly("beta");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void refusesEveryMistakeAtOnce() {
        SearchException refusal = catchThrowableOfType(SearchException.class, () -> list(101, "nobody"));

        assertThat(Details.mistakes(refusal))
                .containsExactly("page_size PAGE_SIZE_INVALID", "page_token PAGE_TOKEN_INVALID");
    }

    @Test
    void aCallerSeesWhatItMayHaveAsked() {
        Caller bound = new Caller("desk", "default", Set.of(), Set.of("alpha", "beta"), Set.of(), List.of());

        ListProvidersResponse first = list(1, "", bound);

        assertThat(first.getProvidersList()).extracting(Provider::getName).containsExactly("alpha");
        assertThat(list(1, first.getNextPageToken(), bound).getProvidersList())
                .extracting(Provider::getName)
                .containsExactly("beta");
        assertThat(Details.mistakes(catchThrowableOfType(SearchException.class, () -> list(1, "aardvark", bound))))
                .containsExactly("page_token PAGE_TOKEN_INVALID");
    }

    private ListProvidersResponse list(int size, String token) {
        return list(size, token, Caller.unrestricted("test"));
    }

    private ListProvidersResponse list(int size, String token, Caller caller) {
        return world.gateway()
                .catalogue()
                .listProviders(
                        ListProvidersRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build(),
                        caller);
    }
}
