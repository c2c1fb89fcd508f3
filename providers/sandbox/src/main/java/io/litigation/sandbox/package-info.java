/** The vendors simulated over real HTTP, from their documents alone; it shares no code with the gateway. */
@NullMarked
package io.litigation.sandbox;

import org.jspecify.annotations.NullMarked;
