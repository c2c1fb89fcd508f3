package io.litigation.core.search;

import java.time.Duration;
import java.util.Optional;

/**
 * Who calls, and how long it waits.
 *
 * @param caller name of the caller, {@code anonymous} where none is configured
 * @param timeLeft until the caller's deadline; empty if it has none
 */
public record CallContext(String caller, Optional<Duration> timeLeft) {}
