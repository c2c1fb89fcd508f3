package io.litigation.sandbox.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One connection: reads a call, asks for its delivery, writes it when its time has come. */
@SuppressWarnings("FutureReturnValueIgnored")
final class CallHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Delivery BAD_REQUEST = Delivery.of(Answer.page(400, "400 Bad Request"));
    private static final Delivery OWN_FAULT = Delivery.of(Answer.page(500, "500 The sandbox itself failed"));

    private final CallReader reader;
    private final DeliveryWriter writer;
    private final Function<HttpCall, Delivery> desk;

    CallHandler(CallReader reader, DeliveryWriter writer, Function<HttpCall, Delivery> desk) {
        this.reader = reader;
        this.writer = writer;
        this.desk = desk;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        Delivery delivery = decide(request);
        if (delivery.delay().isZero()) {
            writer.write(connection, delivery);
        } else {
            connection
                    .executor()
                    .schedule(
                            () -> writer.write(connection, delivery),
                            delivery.delay().toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    private Delivery decide(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return BAD_REQUEST;
        }
        try {
            return desk.apply(reader.read(request));
        } catch (MalformedCallException e) {
            return BAD_REQUEST;
        } catch (RuntimeException e) {
            // Its text could hold a parameter: the class alone leaves the sandbox.
            return OWN_FAULT.with(OWN_FAULT
                    .answer()
                    .withHeader("Sandbox-Failure", e.getClass().getName()));
        }
    }

    /** The client went away, or wrote what is not HTTP. */
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        connection.close();
    }
}
