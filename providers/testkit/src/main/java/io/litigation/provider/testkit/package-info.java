/** Hand-written fakes for the tests of vendor modules and of core. On no production class path. */
@NullMarked
package io.litigation.provider.testkit;

import org.jspecify.annotations.NullMarked;
