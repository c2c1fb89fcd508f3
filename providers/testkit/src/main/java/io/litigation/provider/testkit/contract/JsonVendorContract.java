package io.litigation.provider.testkit.contract;

import org.junit.jupiter.api.Nested;

/** What every vendor that answers in plain JSON keeps to besides. */
public abstract class JsonVendorContract extends VendorContract {

    @Nested
    final class Json extends JsonGroup {
        Json() {
            super(JsonVendorContract.this);
        }
    }
}
