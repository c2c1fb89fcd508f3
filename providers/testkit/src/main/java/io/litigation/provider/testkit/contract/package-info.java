/** What every vendor keeps to, as tests that a small class per vendor runs. */
@NullMarked
package io.litigation.provider.testkit.contract;

import org.jspecify.annotations.NullMarked;
