package io.litigation.sandbox.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.Iterator;

/** Makes one piece when the socket can take it, so that a huge answer never lies in memory as a whole. */
final class PieceInput implements ChunkedInput<ByteBuf> {

    private final Iterator<String> pieces;
    private final Charset charset;
    private long sent;

    PieceInput(Iterator<String> pieces, Charset charset) {
        this.pieces = pieces;
        this.charset = charset;
    }

    @Override
    public boolean isEndOfInput() {
        return !pieces.hasNext();
    }

    @Override
    public void close() {}

    @Deprecated
    @Override
    @SuppressWarnings("InlineMeSuggester")
    public @Nullable ByteBuf readChunk(ChannelHandlerContext context) {
        return readChunk(context.alloc());
    }

    @Override
    public @Nullable ByteBuf readChunk(ByteBufAllocator allocator) {
        if (!pieces.hasNext()) {
            return null;
        }
        ByteBuf piece = Unpooled.wrappedBuffer(pieces.next().getBytes(charset));
        sent += piece.readableBytes();
        return piece;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public long progress() {
        return sent;
    }
}
