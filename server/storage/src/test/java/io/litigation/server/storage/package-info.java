@NullMarked
package io.litigation.server.storage;

import org.jspecify.annotations.NullMarked;
