package io.litigation.server;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.litigation.v1.LedgerServiceGrpc;
import io.litigation.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.Lookup;
import io.litigation.v1.QuoteSearchRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The unary calls that read what is known. */
final class LedgerCallTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lookupsAreListedOffTheTransportsThreads() {
        assertThat(ledger().listLookups(ListLookupsRequest.getDefaultInstance()).getLookupsList())
                .extracting(Lookup::getLookupId)
                .containsExactly("l1");
        assertThat(server.search().thread).doesNotContain("ELG");
    }

    @Test
    void aListingThatIsRefusedHasItsStatus() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> ledger().listLookups(
                                ListLookupsRequest.newBuilder().setPageSize(-1).build()))
                .matches(e -> e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void aSearchIsQuotedOffTheTransportsThreads() {
        assertThat(server.stub()
                        .quoteSearch(QuoteSearchRequest.newBuilder()
                                .setRequestId("q-1")
                                .build())
                        .getRequestId())
                .isEqualTo("q-1");
        assertThat(server.search().thread).doesNotContain("ELG");
    }

    private static LedgerServiceBlockingStub ledger() {
        return LedgerServiceGrpc.newBlockingStub(server.channel());
    }
}
