package io.litigation.sandbox.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server. A desk decides what happens to each call; it runs on an event loop, so it may not block.
 */
public final class WireServer implements AutoCloseable {

    /** A paid question is a few hundred bytes. */
    private static final int LARGEST_REQUEST = 1 << 20;

    private final EventLoopGroup loops;
    private final Channel listening;

    private WireServer(EventLoopGroup loops, Channel listening) {
        this.loops = loops;
        this.listening = listening;
    }

    /**
     * Listens at the address; port 0 takes a free one.
     *
     * @throws IOException when the address cannot be had, for instance because its port is taken
     */
    public static WireServer start(InetSocketAddress address, Function<HttpCall, Delivery> desk) throws IOException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                0, new DefaultThreadFactory("sandbox", true), NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Connections(desk))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(loops);
            throw new IOException(
                    "the sandbox cannot listen at " + address.getHostString() + ":" + address.getPort(), bound.cause());
        }
        return new WireServer(loops, bound.channel());
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Stops listening and drops every connection, the stalled ones too. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        stop(loops);
    }

    private static void stop(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final class Connections extends ChannelInitializer<SocketChannel> {

        private final CallReader reader = new CallReader();
        private final DeliveryWriter writer = new DeliveryWriter();
        private final Function<HttpCall, Delivery> desk;

        Connections(Function<HttpCall, Delivery> desk) {
            this.desk = desk;
        }

        @Override
        protected void initChannel(SocketChannel connection) {
            connection
                    .pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpServerKeepAliveHandler())
                    .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                    .addLast(new ChunkedWriteHandler())
                    .addLast(new CallHandler(reader, writer, desk));
        }
    }
}
