package io.litigation.sandbox.fault;

import io.litigation.sandbox.wire.Answer;
import io.litigation.sandbox.wire.Content;
import io.litigation.sandbox.wire.Delivery;
import io.litigation.sandbox.wire.Delivery.Ending;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Something that goes wrong with a call that the vendor would have answered. */
public sealed interface Fault {

    /**
     * The vendor answers with this code and without records.
     *
     * @param code as the vendor writes it
     * @param forced asked for of this vendor by name: given even if its document does not know the code
     */
    record Code(String code, boolean forced) implements Fault {}

    /**
     * So many records that the answer gets huge.
     *
     * @param bytes the least length of the answer
     */
    record Huge(long bytes) implements Fault {}

    /** Goes wrong between the vendor's decision and the client. */
    sealed interface OnTheWire extends Fault {

        /** The delivery with this fault in it. */
        Delivery applyTo(Delivery delivery);

        /** What is counted in place of the vendor's code, where the client never sees that code. */
        default Optional<String> label() {
            return Optional.empty();
        }

        /** Whether the vendor has done its work, and bills for it. */
        default boolean leavesTheBill() {
            return true;
        }
    }

    /**
     * Slow, but good.
     *
     * @param pause before anything is sent
     */
    record Delay(Duration pause) implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            return delivery.delayedBy(pause);
        }
    }

    /**
     * A proxy's page instead of the vendor's answer: the vendor never worked.
     *
     * @param status 300 to 599; a redirect leads back to the same path
     * @param path where the call went
     * @param retryNow with {@code Retry-After: 0}
     */
    record Status(int status, String path, boolean retryNow) implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            Answer page = Answer.page(status, status + " (simulated)");
            if (status < 400) {
                page = page.withHeader("Location", path);
            } else if (retryNow) {
                page = page.withHeader("Retry-After", "0");
            }
            return delivery.with(page);
        }

        @Override
        public Optional<String> label() {
            return Optional.of("HTTP_" + status);
        }

        @Override
        public boolean leavesTheBill() {
            return false;
        }
    }

    /**
     * The connection breaks after the vendor's work is done.
     *
     * @param ending what happens on it
     */
    record Broken(Ending ending) implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            return delivery.endingIn(ending);
        }

        @Override
        public Optional<String> label() {
            return Optional.of(ending.name());
        }
    }

    /** JSON without its end, in a complete HTTP answer. */
    record Malformed() implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            return delivery.with(
                    delivery.answer().withContent(delivery.answer().content().withoutItsEnd()));
        }
    }

    /** A page under status 200, such as a hotel's or a firewall's: the vendor never worked. */
    record Page() implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            return delivery.with(Answer.page(200, "Welcome (simulated)"));
        }

        @Override
        public Optional<String> label() {
            return Optional.of("PAGE");
        }

        @Override
        public boolean leavesTheBill() {
            return false;
        }
    }

    /**
     * Other bytes than the header says, which goes on to say UTF-8.
     *
     * @param charset of the bytes
     */
    record Encoded(Charset charset) implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            return delivery.with(delivery.answer().encodedIn(charset));
        }
    }

    /** A byte order mark before the JSON. */
    record ByteOrderMark() implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            Content content = delivery.answer().content();
            return delivery.with(delivery.answer().withContent(content.after("\uFEFF")));
        }
    }

    /** JSON that says of itself that it is HTML, as PHP does when nobody told it otherwise. */
    record DeclaredAsHtml() implements OnTheWire {

        @Override
        public Delivery applyTo(Delivery delivery) {
            String charset = delivery.answer().charset().name().toLowerCase(Locale.ROOT);
            return delivery.with(delivery.answer().declaredAs("text/html; charset=" + charset));
        }
    }
}
