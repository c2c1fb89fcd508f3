package io.litigation.server.storage;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.v1.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two storages on one PostgreSQL, as two processes have them. */
@Timeout(60)
class ReplicasTest {

    private static final int MANY = 200;

    private final TestClock clock = new TestClock();
    private final String url = Postgres.emptyDatabase();
    private final Storage one = Storages.postgres(url, clock);
    private final Storage other = Storages.postgres(url, clock);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void bothMayWriteAboutTheSamePeopleAtOnceInAnyOrder() {
        for (int round = 0; round < 5; round++) {
            int first = round * MANY;
            List<CompletableFuture<Void>> written = IntStream.range(0, MANY)
                    .boxed()
                    .flatMap(i -> Stream.of(
                            record(one.ledger(), "one", first + i), record(other.ledger(), "other", first + MANY - i)))
                    .toList();

            assertThat(written).allSatisfy(CompletableFuture::join);
        }
    }

    private CompletableFuture<Void> record(QueryLedger ledger, String process, int person) {
        Lookup lookup = new Lookup(
                process + person,
                "SearchRecords",
                "order-" + person,
                "default",
                process,
                "hash-of-" + person,
                Purpose.getDefaultInstance(),
                clock.instant(),
                Code.OK,
                List.of(),
                Map.of(),
                Set.of());
        return ledger.record(lookup);
    }
}
