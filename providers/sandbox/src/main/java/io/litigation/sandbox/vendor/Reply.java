package io.litigation.sandbox.vendor;

import io.litigation.sandbox.wire.Content;

/**
 * What a vendor says.
 *
 * @param code its code; for SUBMAIL the error's code or the result's (01, 02)
 * @param billed whether the sandbox puts it on the bill: found and not found are, refusals and failures are not
 * @param json the text of the answer
 */
public record Reply(String code, boolean billed, Content json) {}
