package io.litigation.sandbox.wire;

import io.litigation.sandbox.wire.Delivery.Ending;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

import java.util.Iterator;

/**
 * Puts a delivery on the wire; runs on the connection's event loop and never blocks it. What a write comes to is not
 * looked at: one that fails has lost its client.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class DeliveryWriter {

    void write(ChannelHandlerContext connection, Delivery delivery) {
        Answer answer = delivery.answer();
        switch (delivery.ending()) {
            case COMPLETE -> complete(connection, answer);
            case RESET -> reset(connection);
            case STALL -> {
                // The client hangs up, or the sandbox is closed.
            }
            case STALL_HALFWAY, TRUNCATE -> half(connection, answer, delivery.ending());
        }
    }

    private static void complete(ChannelHandlerContext connection, Answer answer) {
        if (answer.content() instanceof Content.Pieces streamed) {
            connection.write(chunkedHead(answer));
            connection.writeAndFlush(new HttpChunkedInput(new PieceInput(streamed.pieces(), answer.charset())));
        } else {
            byte[] body = bytes(answer);
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(body));
            head(response, answer);
            HttpUtil.setContentLength(response, body.length);
            connection.writeAndFlush(response);
        }
    }

    /** Lingering for no time makes the kernel send RST in place of FIN. */
    private static void reset(ChannelHandlerContext connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.close();
    }

    private static void half(ChannelHandlerContext connection, Answer answer, Ending ending) {
        if (answer.content() instanceof Content.Pieces streamed) {
            connection.write(chunkedHead(answer));
            Iterator<String> pieces = streamed.pieces();
            byte[] first = (pieces.hasNext() ? pieces.next() : "").getBytes(answer.charset());
            connection.write(new DefaultHttpContent(Unpooled.wrappedBuffer(first)));
        } else {
            byte[] body = bytes(answer);
            var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
            head(response, answer);
            HttpUtil.setContentLength(response, body.length);
            connection.write(response);
            connection.write(new DefaultHttpContent(Unpooled.wrappedBuffer(body, 0, body.length / 2)));
        }
        var flushed = connection.writeAndFlush(Unpooled.EMPTY_BUFFER);
        if (ending == Ending.TRUNCATE) {
            flushed.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static HttpMessage chunkedHead(Answer answer) {
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        head(response, answer);
        response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        return response;
    }

    private static void head(HttpMessage response, Answer answer) {
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
    }

    private static byte[] bytes(Answer answer) {
        Content.Whole whole = (Content.Whole) answer.content();
        return whole.text().getBytes(answer.charset());
    }
}
