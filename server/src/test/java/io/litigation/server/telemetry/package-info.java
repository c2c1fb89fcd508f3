@NullMarked
package io.litigation.server.telemetry;

import org.jspecify.annotations.NullMarked;
