@NullMarked
package io.litigation.server.keys;

import org.jspecify.annotations.NullMarked;
