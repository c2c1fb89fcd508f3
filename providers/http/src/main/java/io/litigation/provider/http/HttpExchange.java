package io.litigation.provider.http;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Response;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** One exchange: it knows whether anything was sent, and completes its future exactly once. */
final class HttpExchange<T> extends EventListener implements Callback {

    private static final int BUFFER = 16 * 1024;

    private final Call call;
    private final ReplyReader<T> reader;
    private final Clock clock;
    private final int maxBytes;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean begun;

    HttpExchange(Call call, ReplyReader<T> reader, Clock clock, int maxBytes) {
        this.call = call;
        this.reader = reader;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    CompletableFuture<T> start() {
        call.addEventListener(this);
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(this);
        return result;
    }

    /** From here on the vendor may have received something. */
    @Override
    public void requestHeadersStart(Call ignored) {
        begun = true;
    }

    @Override
    public void onFailure(Call ignored, IOException failure) {
        result.completeExceptionally(TransportFailures.of(failure, begun, call.isCanceled()));
    }

    @Override
    public void onResponse(Call ignored, Response response) {
        try (response) {
            ByteString body = body(response);
            String contentType = response.header("Content-Type", "");
            result.complete(reader.read(
                    new HttpReply(response.code(), contentType == null ? "" : contentType, body, clock.instant())));
        } catch (IOException e) {
            onFailure(call, e);
        } catch (ProviderException e) {
            result.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(TransportFailures.ofReader(e));
        }
    }

    private ByteString body(Response response) throws IOException {
        if (response.body().contentLength() > maxBytes) {
            throw tooLarge();
        }
        ByteString.Output body = ByteString.newOutput(BUFFER);
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = response.body().byteStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                if (count > maxBytes - body.size()) {
                    throw tooLarge();
                }
                body.write(buffer, 0, count);
            }
        }
        return body.toByteString();
    }

    private ProviderException tooLarge() {
        // The connection is of no more use: what is left of the body is not read.
        call.cancel();
        return ProviderException.of(FailureKind.RESPONSE_TOO_LARGE, Charge.CHARGE_UNKNOWN)
                .explanation("more than " + maxBytes + " bytes")
                .build();
    }
}
