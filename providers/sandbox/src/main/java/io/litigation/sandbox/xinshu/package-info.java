/** Xinshu (信数), 执行案件一键查, version 1.0 of its document. */
@NullMarked
package io.litigation.sandbox.xinshu;

import org.jspecify.annotations.NullMarked;
