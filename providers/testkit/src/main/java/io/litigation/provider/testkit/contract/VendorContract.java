package io.litigation.provider.testkit.contract;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.VendorRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What every vendor that is asked over HTTP keeps to, whatever it sells. A vendor's own class says what is particular to
 * it, and nothing else. That each vendor has such a class, and that all of it ran, is checked by the architecture's tests.
 */
@Timeout(120)
@ExtendWith(ContractRecorder.class)
public abstract class VendorContract {

    /** The plug-in. */
    protected abstract ProviderPlugin plugin();

    /** Settings that are complete and without a mistake. */
    protected abstract MapSettings settings(URI address);

    /** What the settings must not show, such as keys; the first is what requests are signed or sealed with, never sent. */
    protected abstract List<String> secrets();

    /** A question for each offering and each kind of subject that it serves. */
    protected abstract List<VendorQuestion> questions();

    /** The two parts of a request to the vendor. */
    protected abstract SentQuestion sent(VendorRequest request);

    /** The body of a reply that is a failure with a code; its message should be one that must not be told. */
    protected abstract String refusal(String code);

    /** A sample of every failure that the vendor's document, and the rules of the domain, know. */
    protected abstract List<FailureSample> failures();

    /** Every code that the provider's own table knows, such that none is without a sample; see {@link #codes}. */
    protected abstract Set<String> knownCodes();

    /** Settings that make another request or offering, the usual ones included. */
    protected List<MapSettings> variants(URI address) {
        return List.of(settings(address));
    }

    /** Personal data in the replies besides that of the subjects, such as a masked id number. */
    protected List<String> personal() {
        return List.of();
    }

    /** What is kept of a reply: another text than the reply's own where the vendor encrypts. */
    protected ByteString opened(ByteString reply) {
        return reply;
    }

    /** What the vendor gives away: replies to requests that are not paid, by path. */
    protected Map<String, String> free() {
        return Map.of();
    }

    /** The key of an address to which the provider turns if it cannot reach the other. */
    protected Optional<String> fallbackKey() {
        return Optional.empty();
    }

    /** Of the codes 0 to 9999 in a format such as {@code %04d}, those that a table knows. */
    protected static Set<String> codes(String format, Predicate<String> known) {
        return IntStream.range(0, 10_000)
                .mapToObj(number -> String.format(format, number))
                .filter(known)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Nested
    final class Offerings extends OfferingsGroup {
        Offerings() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Configuration extends ConfigurationGroup {
        Configuration() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Refusal extends RefusalGroup {
        Refusal() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Projection extends ProjectionGroup {
        Projection() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Answers extends AnswersGroup {
        Answers() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Sending extends SendingGroup {
        Sending() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Attempts extends AttemptsGroup {
        Attempts() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class FailureTable extends FailureTableGroup {
        FailureTable() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Signing extends SigningGroup {
        Signing() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Cancelling extends CancellingGroup {
        Cancelling() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class TimeOuts extends TimeOutsGroup {
        TimeOuts() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class ByteCap extends ByteCapGroup {
        ByteCap() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Concurrency extends ConcurrencyGroup {
        Concurrency() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Mapping extends MappingGroup {
        Mapping() {
            super(VendorContract.this);
        }
    }

    @Nested
    final class Silence extends SilenceGroup {
        Silence() {
            super(VendorContract.this);
        }
    }
}
