package io.litigation.sandbox.command;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.LitigationException;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TourTest {

    private static final Subject PERSON =
            Subject.newBuilder().setPerson(Person.newBuilder().setName("顾明远")).build();
    private static final Subject COMPANY = Subject.newBuilder()
            .setOrganization(Organization.newBuilder().setName("上海某某贸易有限公司"))
            .build();

    private final Gateway gateway = new Gateway();
    private final StringWriter shown = new StringWriter();
    private Server server;
    private LitigationClient client;
    private Tour tour;

    @BeforeEach
    void start() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(gateway)
                .build()
                .start();
        client = LitigationClients.over(InProcessChannelBuilder.forName(name).build(), Duration.ofMinutes(1));
        tour = new Tour(client, new PrintWriter(shown));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void showsTheAnswer() {
        tour.lookUp(PERSON);

        assertThat(shown.toString()).startsWith("Person 顾明远").contains("complete, lookup L-顾明远");
    }

    @Test
    void showsNothingWhereThereIsNoAnswer() {
        gateway.fails = true;

        assertThatExceptionOfType(LitigationException.class)
                .isThrownBy(() -> tour.lookUp(PERSON))
                .withMessageContaining("UNAVAILABLE");
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void handsOverWithTheSameSubjects() {
        tour.handOver("127.0.0.1:50051", PERSON, COMPANY);

        assertThat(shown.toString())
                .containsSubsequence(
                        "grpcurl -plaintext 127.0.0.1:50051 list",
                        "顾明远",
                        "/SearchRecords",
                        "上海某某贸易有限公司",
                        "/StreamRecords");
    }

    private static final class Gateway extends LitigationServiceGrpc.LitigationServiceImplBase {

        private boolean fails;

        @Override
        public void searchRecords(SearchRecordsRequest request, StreamObserver<SearchRecordsResponse> observer) {
            if (fails) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            Subject subject = request.getSubject();
            observer.onNext(SearchRecordsResponse.newBuilder()
                    .setComplete(true)
                    .setLookupId("L-" + subject.getPerson().getName()
                            + subject.getOrganization().getName())
                    .build());
            observer.onCompleted();
        }
    }
}
