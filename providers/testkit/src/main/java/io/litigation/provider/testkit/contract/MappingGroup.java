package io.litigation.provider.testkit.contract;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.Leaks;
import io.litigation.provider.testkit.VendorServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code map} is pure: nothing but answer and subject has a say in what comes out. */
abstract class MappingGroup extends ContractGroup {

    private static final int THREADS = 8;

    MappingGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerMeansTheSameInAnyPlaceAndLanguage() {
        return each(suite().questions(), (bench, question) -> {
            Answer answer = fetched(bench, question);
            ProviderAnswer here = answer.mapped();
            Locale locale = Locale.getDefault();
            TimeZone zone = TimeZone.getDefault();
            try {
                for (String elsewhere : List.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai", "ar-EG-u-nu-arab")) {
                    Locale.setDefault(Locale.forLanguageTag(elsewhere));
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                    assertThat(answer.mapped()).isEqualTo(here);
                }
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerMeansTheSameOnManyThreadsAtOnce() {
        return each(suite().questions(), (bench, question) -> {
            Answer answer = fetched(bench, question);
            ProviderAnswer here = answer.mapped();

            assertThat(onManyThreads(answer::mapped)).hasSize(THREADS).containsOnly(here);
        });
    }

    /** The vendor is gone, and the other provider has neither a time nor a thread: who takes either, fails. */
    @TestFactory
    Stream<DynamicTest> itTakesNoTimeNoThreadAndNoConnection() {
        return each(suite().questions(), (bench, question) -> {
            Answer answer = fetched(bench, question);
            ProviderAnswer here = answer.mapped();
            bench.clock().set("2031-01-01T00:00:00Z");
            bench.vendor().close();
            Provider bare =
                    bench.provider(suite().settings(VendorServer.nowhere()), new ProviderRuntime(new NoTime(), task -> {
                        throw new RejectedExecutionException("map needs a thread");
                    }));

            assertThat(answer.mapped()).isEqualTo(here);
            assertThat(bare.map(answer.raw(), answer.subject())).isEqualTo(here);
            assertThat(bench.vendor().requestCount()).isEqualTo(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> aReplyWithoutRecordsMeansNone() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "application/json", question.none().toByteArray());
            Provider provider = bench.provider();
            RawAnswer raw = Failures.none(bench.fetch(provider, question));

            ProviderAnswer answer = provider.map(raw, Bench.projected(provider, question));

            assertThat(answer.verdict()).isEqualTo(ProviderAnswer.Verdict.NO_RECORDS);
            assertThat(answer.records()).isEmpty();
        });
    }

    @Test
    void whatCannotBeReadIsAFailureAndNoAnswer() {
        Answer answer = fetched(bench(), question());
        RawAnswer raw = answer.raw();
        RawAnswer broken = new RawAnswer(
                raw.offering(),
                raw.body().substring(0, raw.body().size() / 2),
                raw.contentType(),
                raw.vendorReference(),
                raw.vendorCode(),
                raw.vendorMessage(),
                raw.charge(),
                raw.chargeStated(),
                raw.receiveTime());

        for (RawAnswer unreadable : List.of(broken, withoutBody(broken))) {
            assertThatThrownBy(() -> answer.provider().map(unreadable, answer.subject()))
                    .isInstanceOfSatisfying(ProviderException.class, failure -> {
                        bench().listenTo(Leaks.everythingSaidBy(failure));
                        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
                    });
        }
    }

    private static RawAnswer withoutBody(RawAnswer raw) {
        return new RawAnswer(
                raw.offering(),
                ByteString.EMPTY,
                raw.contentType(),
                raw.vendorReference(),
                raw.vendorCode(),
                raw.vendorMessage(),
                raw.charge(),
                raw.chargeStated(),
                raw.receiveTime());
    }

    private static Answer fetched(Bench bench, VendorQuestion question) {
        bench.vendor().replies(200, "application/json", question.records().toByteArray());
        Provider provider = bench.provider();
        RawAnswer raw = Failures.none(bench.fetch(provider, question));
        return new Answer(provider, raw, Bench.projected(provider, question));
    }

    private static List<ProviderAnswer> onManyThreads(Callable<ProviderAnswer> map) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<ProviderAnswer>> mapped = Stream.generate(() -> threads.submit(() -> {
                        start.await(30, TimeUnit.SECONDS);
                        return map.call();
                    }))
                    .limit(THREADS)
                    .toList();
            return mapped.stream().map(MappingGroup::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static ProviderAnswer result(Future<ProviderAnswer> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An answer that was fetched, and the subject as the vendor was sent it. */
    private record Answer(Provider provider, RawAnswer raw, Subject subject) {

        ProviderAnswer mapped() {
            return provider.map(raw, subject);
        }
    }
}
