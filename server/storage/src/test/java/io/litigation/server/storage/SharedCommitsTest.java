package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedCommitsTest {

    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private Jdbi jdbi;
    private SharedCommits shared;

    @BeforeEach
    void table() {
        String url = "jdbc:sqlite:" + folder.resolve("test.db");
        jdbi = Jdbi.create(() -> counting(DriverManager.getConnection(url)));
        jdbi.useHandle(handle -> handle.execute("create table numbers (number bigint not null unique)"));
        shared = new SharedCommits(jdbi);
        commits.set(0);
    }

    @Test
    void thoseThatWaitShareACommit() {
        List<CompletableFuture<Integer>> ten = IntStream.range(0, 10)
                .mapToObj(number -> shared.add(insert(number)))
                .toList();

        shared.commit();

        assertThat(ten).allMatch(CompletableFuture::isDone);
        assertThat(numbers()).hasSize(10);
        assertThat(commits).hasValue(1);
    }

    @Test
    void aLongQueueTakesSeveral() {
        List<CompletableFuture<Integer>> hundred = IntStream.range(0, 100)
                .mapToObj(number -> shared.add(insert(number)))
                .toList();

        shared.commit();
        assertThat(hundred.get(63)).isDone();
        assertThat(hundred.get(64)).isNotDone();
        shared.commit();

        assertThat(numbers()).hasSize(100);
        assertThat(commits).hasValue(2);
    }

    @Test
    void whatOneFailsAtIsUndoneAlone() {
        CompletableFuture<Integer> first = shared.add(insert(1));
        CompletableFuture<Integer> half = shared.add(handle -> {
            int rows = insert(2).apply(handle);
            return rows + insert(1).apply(handle);
        });
        CompletableFuture<Integer> last = shared.add(insert(3));

        shared.commit();

        assertThat(first).isCompletedWithValue(1);
        assertThat(half).isCompletedExceptionally();
        assertThat(last).isCompletedWithValue(3);
        assertThat(numbers()).containsExactly(1, 3);
    }

    @Test
    void aFailureThatTakesTheWholeTransactionAwayIsEverybodys() {
        CompletableFuture<Integer> first = shared.add(insert(1));
        CompletableFuture<Integer> full = shared.add(handle -> {
            handle.rollback();
            throw new IllegalStateException("the disk is full");
        });
        CompletableFuture<Integer> last = shared.add(insert(3));

        shared.commit();

        assertThat(List.of(first, full, last))
                .allSatisfy(one -> assertThatThrownBy(one::join).hasRootCauseMessage("the disk is full"));
        assertThat(numbers()).isEmpty();
    }

    @Test
    void nobodyIsToldBeforeItIsOnTheDisk() {
        CompletableFuture<List<Integer>> seen = shared.add(insert(1)).thenApply(number -> numbers());
        CompletableFuture<Integer> unused = shared.add(insert(2));

        shared.commit();

        assertThat(seen.join()).containsExactly(1, 2);
    }

    private static Function<Handle, Integer> insert(int number) {
        return handle -> {
            handle.execute("insert into numbers (number) values (?)", number);
            return number;
        };
    }

    private List<Integer> numbers() {
        return jdbi.withHandle(handle -> handle.createQuery("select number from numbers order by number")
                .mapTo(Integer.class)
                .list());
    }

    private Connection counting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
