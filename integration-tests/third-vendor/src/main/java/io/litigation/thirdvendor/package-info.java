/**
 * Yunjian (云鉴), a vendor that does not exist: it shows that one is added without an edit anywhere else, and that the
 * gateway can do what the real ones do not ask for. Its interface:
 *
 * <ul>
 *   <li>{@code POST /open/v1/<offering>} with a form: {@code accessId}, and {@code sealed}, which is a form of the
 *       subject's fields ({@code name}, {@code idNumber}, {@code creditCode}), encrypted.
 *   <li>Encrypted means AES-GCM under the shared key with the access id as additional data; base64 of 12 bytes of
 *       initialisation vector, the cipher text and 16 bytes of tag.
 *   <li>The reply is {@code {"sealed": …}}, whose content is {@code {"code", "message", "serial", "charged", "rows"}}.
 *       Who is not known gets {@code {"code", "message"}} in clear.
 *   <li>{@code charged} says whether the call is billed.
 *   <li>Codes: YJ0000 records, YJ0001 none, YJ1001 access id unknown, YJ1002 not encrypted with the shared key, YJ2001
 *       parameters wrong, YJ3001 balance used up, YJ9001 busy, please try again.
 * </ul>
 */
@NullMarked
package io.litigation.thirdvendor;

import org.jspecify.annotations.NullMarked;
