package io.litigation.server.storage;

import com.google.rpc.Code;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Admission.Taken;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.Lease;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;
import io.litigation.v1.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rotating the keys pays for nothing twice: what was written under one key is found and respected under another. */
abstract class RotationContract {

    private final RotatedKeys keys = RotatedKeys.make();
    private final TestClock clock = new TestClock();
    private String url = "";

    abstract String emptyDatabase();

    @BeforeEach
    final void newDatabase() {
        url = emptyDatabase();
    }

    @Test
    void anAnswerOfBeforeIsFoundAfterAndIsNotAskedForAgain() {
        process(keys.before(), backing -> answer(backing, keys.before(), "of before"));

        process(keys.after(), backing -> {
            assertThat(body(backing, keys.after())).contains("of before");
            assertThat(admit(backing, keys.after(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(Taken.class);
            assertThat(admit(backing, keys.after(), newestVersion(backing, keys.after()), Optional.empty()))
                    .isInstanceOf(Granted.class);
        });
    }

    @Test
    void theNewestCountsWhicheverKeyItWasStoredUnder() {
        process(keys.before(), backing -> answer(backing, keys.before(), "first"));
        process(keys.after(), backing -> answer(backing, keys.after(), "second"));
        process(keys.prepared(), backing -> {
            assertThat(body(backing, keys.prepared())).contains("second");
            answer(backing, keys.prepared(), "third");
        });

        process(keys.after(), backing -> assertThat(body(backing, keys.after())).contains("third"));
    }

    @Test
    void aLeaseOfBeforeIsRespectedAfter() {
        process(keys.before(), backing -> admitted(backing, keys.before()));

        process(keys.after(), backing -> {
            assertThat(isTaken(backing, keys.after())).isTrue();
            assertThat(admit(backing, keys.after(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(Taken.class);
        });
    }

    @Test
    void aLeaseOfAfterIsRespectedByWhoIsPrepared() {
        process(keys.after(), backing -> admitted(backing, keys.after()));

        process(keys.prepared(), backing -> {
            assertThat(isTaken(backing, keys.prepared())).isTrue();
            assertThat(admit(backing, keys.prepared(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(Taken.class);
        });
    }

    @Test
    void anAttemptThatWasLostBeforeIsToldAfter() {
        process(keys.before(), backing -> admitted(backing, keys.before()));
        clock.advance(Samples.LEASE.plusSeconds(5));

        process(keys.after(), backing -> {
            assertThat(admit(backing, keys.after(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(Taken.class);
            StoredAnswer lost = backing.answers()
                    .find(RotatedKeys.question(keys.after()))
                    .join()
                    .orElseThrow();
            assertThat(lost.failure().orElseThrow().cause().kind()).isEqualTo(FailureKind.OUTCOME_LOST);
            assertThat(admit(backing, keys.after(), Optional.of(lost.version()), Optional.empty()))
                    .isInstanceOf(Granted.class);
        });
    }

    @Test
    void whoSleptThroughItsLeaseOfBeforeMayNotSendAgain() {
        Granted[] old = new Granted[1];
        process(keys.before(), backing -> old[0] = admitted(backing, keys.before()));
        clock.advance(Samples.LEASE.plusSeconds(5));
        process(keys.after(), backing -> {
            admit(backing, keys.after(), Optional.empty(), Optional.empty());
            assertThat(admit(backing, keys.after(), newestVersion(backing, keys.after()), Optional.empty()))
                    .isInstanceOf(Granted.class);
        });

        process(
                keys.prepared(),
                backing -> assertThat(admit(backing, keys.prepared(), Optional.empty(), Optional.of(old[0].lease())))
                        .isInstanceOf(Taken.class));
    }

    @Test
    void aRequestIdentifierStandsForTheSameRequestAndItsAnswersAfter() {
        QuestionKey question = RotatedKeys.question(keys.before());
        process(keys.before(), backing -> {
            assertThat(claim(backing, keys.before(), "content")).isEqualTo(new Claim.Valid(Map.of(), Duration.ZERO));
            String id = answer(backing, keys.before(), "pinned");
            backing.ledger()
                    .record(Samples.lookup("l1", "desk", clock.instant(), Map.of(question, id), true))
                    .join();
        });

        process(keys.after(), backing -> {
            Claim.Valid again = (Claim.Valid) claim(backing, keys.after(), "content");
            assertThat(RotatedKeys.question(keys.after())
                            .in(again.pinned())
                            .map(found -> found.raw().body().toStringUtf8()))
                    .contains("pinned");
            assertThat(claim(backing, keys.after(), "other content")).isEqualTo(new Claim.Conflict());
        });
    }

    @Test
    void aSubjectKeepsItsToken() {
        process(keys.before(), backing -> look(backing, keys.before(), "l1"));
        process(keys.after(), backing -> look(backing, keys.after(), "l2"));

        process(keys.after(), backing -> {
            LookupQuery all = new LookupQuery(
                    "default", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
            List<Lookup> lookups = backing.ledger().lookups(all).join().lookups();
            assertThat(lookups).extracting(Lookup::lookupId).containsExactly("l2", "l1");
            assertThat(lookups.get(0).subjectToken())
                    .isEqualTo(lookups.get(1).subjectToken())
                    .isNotEmpty();
        });
    }

    @Test
    void preparedKeysLeaveNoTraceSoThatTheFileOfBeforeStillOpensIt() {
        process(keys.before(), backing -> answer(backing, keys.before(), "of before"));
        process(keys.prepared(), backing -> answer(backing, keys.prepared(), "prepared"));

        process(
                keys.before(),
                backing -> assertThat(body(backing, keys.before())).contains("prepared"));
    }

    @Test
    void aFileThatLacksAKeyIsRefused() {
        process(keys.before(), backing -> answer(backing, keys.before(), "of before"));
        process(keys.after(), backing -> answer(backing, keys.after(), "of after"));

        assertThatThrownBy(() -> process(keys.before(), backing -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the key file lacks a key that the database was written with");
        process(keys.after(), backing -> assertThat(body(backing, keys.after())).contains("of after"));
    }

    @Test
    void aFileThatHasNoneOfTheKeysIsRefused() {
        process(keys.before(), backing -> answer(backing, keys.before(), "of before"));

        Keys foreign = KeyFile.ephemeral(new SecureRandom());
        assertThatThrownBy(() -> process(foreign, backing -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessage("the keys are not those that the database was written with");
        assertThatThrownBy(() -> process(RotatedKeys.make().after(), backing -> {}))
                .isInstanceOf(StorageException.class);
        process(keys.after(), backing -> assertThat(body(backing, keys.after())).contains("of before"));
    }

    private void process(Keys with, DurableStorageContract.Work work) {
        DurableStorageContract.process(url, with, clock, work);
    }

    private Granted admitted(Backing backing, Keys with) {
        Admission admission = admit(backing, with, newestVersion(backing, with), Optional.empty());
        assertThat(admission).isInstanceOf(Granted.class);
        return (Granted) admission;
    }

    private static Admission admit(Backing backing, Keys with, Optional<String> seen, Optional<Lease> lease) {
        return backing.ledger()
                .admit(Samples.intent(RotatedKeys.question(with), seen, lease, List.of()))
                .join();
    }

    /** Its identifier. */
    private String answer(Backing backing, Keys with, String body) {
        Granted granted = admitted(backing, with);
        backing.ledger()
                .settle(
                        granted,
                        Samples.ANSWERED,
                        Optional.of(Samples.answered(granted.attemptId(), body, clock.instant())))
                .join();
        backing.ledger().release(granted.lease()).join();
        clock.advance(Duration.ofSeconds(1));
        return granted.attemptId();
    }

    private static Optional<String> body(Backing backing, Keys with) {
        return backing.answers()
                .find(RotatedKeys.question(with))
                .join()
                .flatMap(StoredAnswer::answer)
                .map(answered -> answered.raw().body().toStringUtf8());
    }

    private static Optional<String> newestVersion(Backing backing, Keys with) {
        return backing.answers().find(RotatedKeys.question(with)).join().map(StoredAnswer::version);
    }

    private static boolean isTaken(Backing backing, Keys with) {
        return backing.ledger().isTaken(RotatedKeys.question(with)).join();
    }

    private static Claim claim(Backing backing, Keys with, String content) {
        List<String> digests = RotatedKeys.identities(with).seals("request", List.of(content)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
        return backing.ledger().claim("default", "desk", "order-1", digests).join();
    }

    private void look(Backing backing, Keys with, String id) {
        List<String> tokens = RotatedKeys.identities(with).subjectTokens(RotatedKeys.company());
        backing.ledger()
                .record(new Lookup(
                        id,
                        "SearchRecords",
                        "",
                        "default",
                        "desk",
                        tokens.get(0),
                        tokens.subList(1, tokens.size()),
                        Purpose.getDefaultInstance(),
                        clock.instant(),
                        Code.OK,
                        List.of(),
                        Map.of(),
                        Set.of()))
                .join();
    }
}
