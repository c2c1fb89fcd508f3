package io.litigation.provider.testkit.contract;

import com.google.protobuf.ByteString;
import io.litigation.core.subject.Subject;

/**
 * A question to an offering, and two replies to it.
 *
 * @param subject with everything that is known of it, whether the vendor wants it or not
 * @param records the body of a reply with records
 * @param none the body of a reply that says there are none
 */
public record VendorQuestion(String offering, Subject subject, ByteString records, ByteString none) {

    /** A question whose replies are texts. */
    public static VendorQuestion of(String offering, Subject subject, String records, String none) {
        return new VendorQuestion(offering, subject, ByteString.copyFromUtf8(records), ByteString.copyFromUtf8(none));
    }

    @Override
    public String toString() {
        return offering + " about a " + subject.kind();
    }
}
