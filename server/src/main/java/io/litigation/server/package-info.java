/** The server: command line, wiring, transport. */
@NullMarked
package io.litigation.server;

import org.jspecify.annotations.NullMarked;
