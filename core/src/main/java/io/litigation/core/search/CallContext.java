package io.litigation.core.search;

import java.time.Duration;
import java.util.Optional;

/**
 * Who calls, and how long it waits.
 *
 * @param timeLeft until the caller's deadline; empty if it has none
 */
public record CallContext(Caller caller, Optional<Duration> timeLeft) {}
