package io.litigation.provider.http;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** A request's body that OkHttp must not send twice. */
final class OneShotBody extends RequestBody {

    private final byte[] bytes;
    private final @Nullable MediaType contentType;

    OneShotBody(byte[] bytes, String contentType) {
        this(bytes.clone(), MediaType.get(contentType));
    }

    private OneShotBody(byte[] bytes, @Nullable MediaType contentType) {
        this.bytes = bytes;
        this.contentType = contentType;
    }

    static OneShotBody empty() {
        return new OneShotBody(new byte[0], (MediaType) null);
    }

    @Override
    public @Nullable MediaType contentType() {
        return contentType;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
