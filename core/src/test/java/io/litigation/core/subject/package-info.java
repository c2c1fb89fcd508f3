@NullMarked
package io.litigation.core.subject;

import org.jspecify.annotations.NullMarked;
