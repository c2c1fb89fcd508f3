package io.litigation.provider.http;

import com.google.protobuf.ByteString;

import java.time.Instant;

/**
 * A vendor's reply. Its text form shows nothing of the body.
 *
 * @param status HTTP status
 * @param contentType as the vendor wrote it, empty if it wrote none
 * @param body whole, decompressed
 * @param receiveTime when the last byte was there
 */
public record HttpReply(int status, String contentType, ByteString body, Instant receiveTime) {

    @Override
    public String toString() {
        return "HttpReply[status=" + status + ", bytes=" + body.size() + "]";
    }
}
