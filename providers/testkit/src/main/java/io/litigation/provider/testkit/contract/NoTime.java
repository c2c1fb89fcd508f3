package io.litigation.provider.testkit.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that nobody may look at. */
final class NoTime extends Clock {

    @Override
    public ZoneId getZone() {
        throw new AssertionError("nobody may ask where it is");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new AssertionError("nobody may ask what time it is");
    }

    @Override
    public Instant instant() {
        throw new AssertionError("nobody may ask what time it is");
    }
}
