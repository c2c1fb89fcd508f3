package io.litigation.sandbox.command;

import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrpcurlLinesTest {

    @Test
    void canBeCopiedIntoAShell() {
        Subject person = Subject.newBuilder()
                .setPerson(Person.newBuilder().setName("顾明远").setIdNumber("310000199003070017"))
                .build();
        Subject company = Subject.newBuilder()
                .setOrganization(Organization.newBuilder().setName("O'Example & Co"))
                .build();

        assertThat(GrpcurlLines.of("127.0.0.1:50051", person, company))
                .containsExactly(
                        "grpcurl -plaintext 127.0.0.1:50051 list",
                        "grpcurl -plaintext 127.0.0.1:50051 describe litigation.v1.LitigationService",
                        "grpcurl -plaintext 127.0.0.1:50051 litigation.v1.LitigationService/ListProviders",
                        "grpcurl -plaintext -d '{\"subject\":{\"person\":{\"name\":\"顾明远\","
                                + "\"id_number\":\"310000199003070017\"}}}' 127.0.0.1:50051"
                                + " litigation.v1.LitigationService/SearchRecords",
                        // Gson writes the two as JSON escapes, which leaves nothing for the shell to trip over.
                        "grpcurl -plaintext -d '{\"subject\":{\"organization\":{\"name\":\"O\\u0027Example \\u0026 Co\"}}}'"
                                + " 127.0.0.1:50051 litigation.v1.LitigationService/StreamRecords");
    }
}
