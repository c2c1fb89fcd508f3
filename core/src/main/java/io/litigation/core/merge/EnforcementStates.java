package io.litigation.core.merge;

import io.litigation.core.normalize.EnforcementWords;
import io.litigation.v1.Enforcement;
import io.litigation.v1.EnforcementState;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an enforcement stands. Nothing but 执行完毕 is performed. */
final class EnforcementStates {

    private static final String PREFIX = "ENFORCEMENT_STATE_";

    private static final Map<EnforcementState, String> MEANINGS = Map.of(
            EnforcementState.ENFORCEMENT_STATE_OPEN, "It goes on.",
            EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED, "This round ended; the debt survives.",
            EnforcementState.ENFORCEMENT_STATE_ENDED, "It ended for good, which does not mean paid.",
            EnforcementState.ENFORCEMENT_STATE_PERFORMED, "It was performed.",
            EnforcementState.ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN,
                    "It was closed without saying why, which includes 终本 and does not mean performed.");

    private EnforcementStates() {}

    /**
     * A state in the vendor's word.
     *
     * @param word empty if a termination date alone says it
     */
    record Word(EnforcementState state, String word) {

        /** Known states by their names; unknown words stay as they are. */
        String text() {
            return state == EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED ? word : name(state);
        }
    }

    static Statements<Word> of(List<SourcedRecord> sources) {
        Statements<Word> states = new Statements<>(Word::text);
        sources.stream().filter(source -> source.record().hasEnforcement()).forEach(source -> read(source, states));
        return states;
    }

    /** A date of termination outweighs words that do not tell how it ended. */
    private static void read(SourcedRecord source, Statements<Word> states) {
        Enforcement detail = source.record().getEnforcement();
        Word word = new Word(detail.getState(), detail.getVendorState());
        boolean said = detail.getState() != EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED
                || EnforcementWords.isWord(detail.getVendorState());
        if (!detail.hasTerminatedDate()) {
            if (said) {
                states.add(word, Optional.empty(), source);
            }
            return;
        }
        boolean tellsHow = switch (detail.getState()) {
            case ENFORCEMENT_STATE_ENDED, ENFORCEMENT_STATE_PERFORMED, ENFORCEMENT_STATE_ROUND_TERMINATED -> true;
            default -> false;
        };
        if (tellsHow) {
            states.add(word, Optional.of(detail.getTerminatedDate()), source);
            return;
        }
        states.add(
                new Word(EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED, ""),
                Optional.of(detail.getTerminatedDate()),
                source);
        if (said) {
            states.add(word, Optional.empty(), source);
        }
    }

    /** Why it is said. */
    static String reason(Statement<Word> shown) {
        Word word = shown.value();
        String date = shown.asOf().map(day -> "终本 on " + Dates.text(day)).orElse("");
        String said = word.word().isEmpty() ? date : date.isEmpty() ? word.word() : word.word() + ", " + date;
        String meaning = MEANINGS.getOrDefault(word.state(), "What that means is not known.");
        return shown.source().provider() + " says " + said + ". " + meaning;
    }

    static String name(EnforcementState state) {
        return state.name().substring(PREFIX.length());
    }
}
