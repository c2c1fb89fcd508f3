/** A made-up world of persons, companies and cases, the same for every vendor and in every run. */
@NullMarked
package io.litigation.sandbox.world;

import org.jspecify.annotations.NullMarked;
