package io.litigation.core.ledger;

import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;

import java.util.Optional;

/**
 * What became of an attempt.
 *
 * @param charge whether it was billed
 * @param failure empty if the vendor answered
 */
public record AttemptOutcome(Charge charge, Optional<FailureKind> failure, String vendorCode, String vendorReference) {}
