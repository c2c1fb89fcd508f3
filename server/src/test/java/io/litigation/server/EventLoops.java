package io.litigation.server;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Watches Netty's event loops for blocking calls, in the whole JVM and from then on. Netty itself says which threads
 * these are and which calls of its own are harmless. Of BlockHound's other integrations none is wanted: one of them allows
 * whatever a logger does.
 */
final class EventLoops {

    private static final Queue<Throwable> FOUND = new ConcurrentLinkedQueue<>();

    private EventLoops() {}

    static void watch() {
        BlockHound.Builder watch = BlockHound.builder()
                .blockingMethodCallback(method -> FOUND.add(new IllegalStateException(
                        "blocking call on " + Thread.currentThread().getName() + ": " + method)));
        ServiceLoader.load(BlockHoundIntegration.class).stream()
                .filter(integration -> integration.type().getName().contains(".netty."))
                .forEach(integration -> watch.with(integration.get()));
        watch.install();
    }

    /** What was found since the last time. */
    static List<Throwable> found() {
        List<Throwable> found = new ArrayList<>();
        for (Throwable one = FOUND.poll(); one != null; one = FOUND.poll()) {
            found.add(one);
        }
        return found;
    }
}
