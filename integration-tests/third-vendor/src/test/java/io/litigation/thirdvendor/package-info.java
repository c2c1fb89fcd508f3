@NullMarked
package io.litigation.thirdvendor;

import org.jspecify.annotations.NullMarked;
