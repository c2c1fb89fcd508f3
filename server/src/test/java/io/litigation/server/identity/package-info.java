@NullMarked
package io.litigation.server.identity;

import org.jspecify.annotations.NullMarked;
