package io.litigation.core.ledger;

import java.time.Instant;

/**
 * The ledger's word that an attempt may be sent: its intent is durable.
 *
 * @param attemptId the ledger's identifier of the attempt
 * @param time when it was admitted
 */
public record Admission(String attemptId, Instant time) {}
