/** The keys: one file outside the database, without which what is stored cannot be read nor anybody be found in it. */
@NullMarked
package io.litigation.server.keys;

import org.jspecify.annotations.NullMarked;
