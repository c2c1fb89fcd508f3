package io.litigation.core.search;

import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.QuestionKey;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTest {

    private final World world = new World();

    @Test
    void aProviderSeesTheFieldsThatItDeclaresAndNoOther() {
        world.search();

        assertThat(world.alpha.requests().get(0).subject()).isEqualTo(new PersonSubject(World.NAME, World.ID, null));
        assertThat(world.beta.requests().get(0).subject())
                .isEqualTo(new PersonSubject(World.NAME, World.ID, World.MOBILE));
    }

    @Test
    void theAnswerIsComparedWithAllThatTheSearchSays() {
        world.search();

        assertThat(world.alpha.mappedFor().get(0)).isEqualTo(new PersonSubject(World.NAME, World.ID, World.MOBILE));
    }

    @Test
    void whoSharesAnAnswerHasItComparedWithItsOwnSubject() {
        world.only(world.alpha);
        world.alpha.stalls();
        SearchRecordsRequest.Builder other = World.person().toBuilder();
        other.getSubjectBuilder().getPersonBuilder().setMobile("13900139000");
        world.start(World.person());
        world.start(other.build());
        world.run();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.run();

        assertThat(world.alpha.mappedFor())
                .extracting(subject -> subject.field(SubjectField.MOBILE).orElse(""))
                .containsExactly(World.MOBILE, "13900139000");
    }

    @Test
    void anOptionalFieldIsPassedOnWhereItIsGiven() {
        SearchRecordsRequest.Builder request = World.company().toBuilder();
        request.getSubjectBuilder().getOrganizationBuilder().setCreditCode("91310000000000019Q");
        world.search(request.build());

        assertThat(world.alpha.requests().get(0).subject())
                .isEqualTo(new OrganizationSubject(World.COMPANY, "91310000000000019Q"));
    }

    @Test
    void twoSpellingsOfOneNameAreOneQuestion() {
        world.search(named("阿布力孜·买买提"));
        assertThat(world.search(named("阿布力孜•买买提")).getOutcomes(0).getSource())
                .isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.alpha.requests().get(0).subject().name()).isEqualTo("阿布力孜·买买提");
    }

    @Test
    void twoMobilesAreOneQuestionAtAProviderThatNeverGetsThem() {
        world.search();
        SearchRecordsRequest.Builder other = World.person().toBuilder();
        other.getSubjectBuilder().getPersonBuilder().setMobile("13900139000");

        assertThat(world.search(other.build()).getOutcomesList())
                .extracting(outcome -> outcome.getSource())
                .containsExactly(AnswerSource.ANSWER_SOURCE_STORED, AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void twoAccountsAreNeverOneQuestion() {
        world.search();
        World other = new World();
        other.alpha.account("another account");
        other.search();

        Set<QuestionKey> same = new HashSet<>(world.store.asked());
        same.retainAll(other.store.asked());
        assertThat(same)
                .as("only the one at the provider whose account is the same")
                .hasSize(1);
    }

    @Test
    void aSimulatedVendorAndARealOneAreNeverOneQuestionThoughAddressAndAccountAreTheSame() {
        world.search();
        World other = new World().simulated();
        other.search();

        assertThat(other.store.asked()).isNotEmpty().doesNotContainAnyElementsOf(world.store.asked());
    }

    @Test
    void theProviderIsToldThePurpose() {
        world.search(World.person(request -> {
            request.getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_GUARANTOR_REVIEW);
            return request;
        }));

        assertThat(world.alpha.requests().get(0).purpose()).isEqualTo(PurposeCode.PURPOSE_CODE_GUARANTOR_REVIEW);
    }

    private static SearchRecordsRequest named(String name) {
        SearchRecordsRequest.Builder request = World.person().toBuilder();
        request.getSubjectBuilder().getPersonBuilder().setName(name);
        return request.build();
    }
}
