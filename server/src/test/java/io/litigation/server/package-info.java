@NullMarked
package io.litigation.server;

import org.jspecify.annotations.NullMarked;
