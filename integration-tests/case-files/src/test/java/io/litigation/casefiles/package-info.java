/**
 * The picture that the gateway makes of what vendors answer, scenario by scenario: real mappers, the real merger, and beside
 * each the grouping that a lawyer would expect.
 */
@NullMarked
package io.litigation.casefiles;

import org.jspecify.annotations.NullMarked;
