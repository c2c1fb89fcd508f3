/** SUBMAIL (赛邮), Factor/lawsuit (个人诉讼信息查询). */
@NullMarked
package io.litigation.sandbox.submail;

import org.jspecify.annotations.NullMarked;
