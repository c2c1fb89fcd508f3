/** SUBMAIL: what courts publish about a person, Factor/lawsuit (个人诉讼信息查询), by its public document. */
@NullMarked
package io.litigation.provider.submail;

import org.jspecify.annotations.NullMarked;
