@NullMarked
package io.litigation.core.normalize;

import org.jspecify.annotations.NullMarked;
