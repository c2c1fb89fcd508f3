package io.litigation.server;

/**
 * Loads Netty while the rest of the server is being put together. Most of a start is loading classes, and on one thread
 * the other cores look on.
 */
final class TransportClasses {

    /** Netty's events for Java Flight Recorder: nobody reads them here, and they cost a tenth of the start. */
    private static final String FLIGHT_RECORDER = "io.netty.jfr.enabled";

    private static final String[] FIRST_OF_MANY = {
        "io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder",
        "io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler",
        "io.grpc.netty.shaded.io.netty.channel.epoll.Epoll",
        "io.grpc.netty.shaded.io.netty.buffer.AdaptiveByteBufAllocator",
        "io.grpc.internal.ServerImpl",
        "io.litigation.v1.LitigationServiceProto"
    };

    private TransportClasses() {}

    static void load() {
        if (System.getProperty(FLIGHT_RECORDER) == null) {
            System.setProperty(FLIGHT_RECORDER, "false");
        }
        for (String name : FIRST_OF_MANY) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException | LinkageError e) {
                // Whoever needs it will say so, in a place where somebody listens.
                return;
            }
        }
    }
}
