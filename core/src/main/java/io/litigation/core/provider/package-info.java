/** The SPI: what a vendor module implements and what it is given. */
@NullMarked
package io.litigation.core.provider;

import org.jspecify.annotations.NullMarked;
