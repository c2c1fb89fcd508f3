/** What the server tells about itself: log, metrics, liveness and readiness. No personal data, no secrets. */
@NullMarked
package io.litigation.server.telemetry;

import org.jspecify.annotations.NullMarked;
