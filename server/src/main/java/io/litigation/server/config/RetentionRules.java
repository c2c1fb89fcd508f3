package io.litigation.server.config;

import io.litigation.core.search.CallLimits;
import io.litigation.core.search.CallLimits.OnUnknown;
import io.litigation.server.storage.StorageConfig;

import java.time.Duration;
import java.util.List;

/**
 * What holds a question back must be kept as long as it is to do so, or the question is asked, and paid, too early; and as
 * long as it does, a person must be able to settle the attempt that it came of.
 */
final class RetentionRules {

    private static final String RETENTION = "retention";
    private static final String HOLD = "hold-after-unknown";

    private final Section answers;
    private final Section ledger;

    RetentionRules(Section answers, Section ledger) {
        this.answers = answers;
        this.ledger = ledger;
    }

    void check(StorageConfig kept, List<ProviderConfig> providers) {
        providers.stream().filter(ProviderConfig::enabled).forEach(provider -> check(kept, provider));
    }

    private void check(StorageConfig kept, ProviderConfig provider) {
        CallLimits limits = provider.limits();
        String own = ConfigurationReader.ROOT + ".providers." + provider.name() + ".";
        String hold = own + HOLD + unlessSet(CallLimits.defaults().holdAfterUnknown());
        if (kept.retention().compareTo(limits.holdAfterUnknown()) < 0) {
            answers.mistake(
                    RETENTION,
                    "must not be shorter than " + hold
                            + ": the failure that holds a question would be gone before the hold is over");
        } else if (kept.ledgerRetention().compareTo(limits.holdAfterUnknown()) < 0) {
            ledger.mistake(
                    RETENTION,
                    "must not be shorter than " + hold
                            + ": nobody could settle an attempt whose question is still held");
        } else if (limits.onUnknown() == OnUnknown.REFUSE
                && kept.ledgerRetention().compareTo(kept.retention()) < 0) {
            ledger.mistake(
                    RETENTION,
                    "must not be shorter than " + answers.key(RETENTION) + unlessSet(StorageSection.ANSWERS_KEPT)
                            + ", since " + own
                            + "on-unknown is refuse: nobody could settle an attempt whose question is still refused");
        }
    }

    /** The default, which no file shows. */
    private static String unlessSet(Duration byDefault) {
        return " (" + Values.text(byDefault) + " unless set)";
    }
}
