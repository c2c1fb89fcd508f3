/** Calls as they come in and answers as they leave, good ones and broken ones, on a real socket. */
@NullMarked
package io.litigation.sandbox.wire;

import org.jspecify.annotations.NullMarked;
