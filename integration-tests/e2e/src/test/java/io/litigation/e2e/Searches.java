package io.litigation.e2e;

import com.google.protobuf.Duration;
import io.litigation.sandbox.world.DemoSubject;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;

import java.util.List;
import java.util.Objects;

/** Requests about made-up subjects, and what is looked up in their answers. */
final class Searches {

    /** A resident id on the prefix 310000, which no real one has. */
    static final String ID_NUMBER = "310000198503070019";

    static final String MOBILE = "13000000001";

    /** Zero: ask the vendor. */
    static final Duration ANEW = Duration.getDefaultInstance();

    private Searches() {}

    static SearchRecordsRequest forPerson(String name) {
        return SearchRecordsRequest.newBuilder().setSubject(person(name)).build();
    }

    static StreamRecordsRequest streamForPerson(String name) {
        return StreamRecordsRequest.newBuilder().setSubject(person(name)).build();
    }

    static SearchRecordsRequest about(DemoSubject subject) {
        Subject.Builder about = Subject.newBuilder();
        if (subject.creditCode() != null) {
            about.setOrganization(
                    Organization.newBuilder().setName(subject.name()).setCreditCode(subject.creditCode()));
        } else {
            about.setPerson(Person.newBuilder()
                    .setName(subject.name())
                    .setIdNumber(Objects.requireNonNull(subject.idNumber()))
                    .setMobile(Objects.requireNonNull(subject.mobile())));
        }
        return SearchRecordsRequest.newBuilder().setSubject(about).build();
    }

    /** A person with everything that the vendors want to know. */
    static Subject person(String name) {
        return Subject.newBuilder()
                .setPerson(
                        Person.newBuilder().setName(name).setIdNumber(ID_NUMBER).setMobile(MOBILE))
                .build();
    }

    static ProviderOutcome outcome(SearchRecordsResponse answer, String provider) {
        return outcome(answer.getOutcomesList(), provider);
    }

    /** The only outcome of a provider. */
    static ProviderOutcome outcome(List<ProviderOutcome> outcomes, String provider) {
        List<ProviderOutcome> found = outcomes.stream()
                .filter(outcome -> outcome.getProvider().equals(provider))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " outcomes of " + provider);
        }
        return found.get(0);
    }

    /** The reason of an outcome's failure. */
    static String reason(ProviderOutcome outcome) {
        return outcome.getError().getInfo().getReason();
    }
}
