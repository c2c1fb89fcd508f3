package io.litigation.core.provider;

import io.litigation.core.subject.Subject;
import io.litigation.v1.PurposeCode;

/**
 * One question to a vendor.
 *
 * @param offering name of the offering
 * @param subject the subject, projected to the fields that the offering declares
 * @param purpose why it is asked, for vendors that want to know
 */
public record ProviderRequest(String offering, Subject subject, PurposeCode purpose) {}
