/** Xinshu (信数): enforcement cases and dishonest debtors, 执行案件一键查, by its interface document 1.0 of 2019. */
@NullMarked
package io.litigation.provider.xinshu;

import org.jspecify.annotations.NullMarked;
