package io.litigation.provider.testkit;

import java.util.Map;

/**
 * A request as a {@link VendorServer} received it.
 *
 * @param target path and query as they were sent
 * @param path decoded
 * @param query decoded, in the order in which the parameters stood
 * @param contentType empty if there was none
 * @param body empty if there was none
 */
public record VendorRequest(
        String method, String target, String path, Map<String, String> query, String contentType, String body) {}
