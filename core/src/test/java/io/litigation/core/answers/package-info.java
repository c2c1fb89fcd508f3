@NullMarked
package io.litigation.core.answers;

import org.jspecify.annotations.NullMarked;
