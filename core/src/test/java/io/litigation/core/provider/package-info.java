@NullMarked
package io.litigation.core.provider;

import org.jspecify.annotations.NullMarked;
