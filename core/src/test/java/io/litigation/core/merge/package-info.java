@NullMarked
package io.litigation.core.merge;

import org.jspecify.annotations.NullMarked;
