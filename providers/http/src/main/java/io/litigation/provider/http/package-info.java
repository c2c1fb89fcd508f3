/**
 * What every HTTP vendor needs once: an exchange that sends at most once and fails with a charge, and strict reading of
 * what comes back.
 */
@NullMarked
package io.litigation.provider.http;

import org.jspecify.annotations.NullMarked;
