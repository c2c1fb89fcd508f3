package io.litigation.server.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A vendor beyond a real socket, which counts what reaches it. A request is a line with the question and a line of padding,
 * an answer one line. Without other orders every question is answered at once.
 */
final class LoopbackVendor implements AutoCloseable {

    /** Little enough that a large request is still on its way when its first line is read. */
    private static final int RECEIVE_BUFFER = 4 << 10;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "vendor");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final Map<String, Runnable> whenBegun = new ConcurrentHashMap<>();
    private final Map<String, Supplier<CompletableFuture<Boolean>>> whenRead = new ConcurrentHashMap<>();

    private final Set<CompletableFuture<Boolean>> unanswered = ConcurrentHashMap.newKeySet();

    LoopbackVendor() {
        try {
            server = new ServerSocket();
            server.setReceiveBufferSize(RECEIVE_BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How often a question reached it, if only in part. */
    int received(String question) {
        return received.getOrDefault(question, 0);
    }

    /** Once, when the first line of a question is there. */
    void whenBegun(String question, Runnable action) {
        whenBegun.put(question, action);
    }

    /**
     * Once, when all of a question is there.
     *
     * @param action completes when it is to be answered, or with false if the connection is to be cut instead
     */
    void whenRead(String question, Supplier<CompletableFuture<Boolean>> action) {
        whenRead.put(question, action);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed; or this connection is gone before it was there.
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), RECEIVE_BUFFER)) {
            String question = lines.readLine();
            if (question == null) {
                return;
            }
            received.merge(question, 1, Integer::sum);
            Runnable begun = whenBegun.remove(question);
            if (begun != null) {
                begun.run();
            }
            if (lines.readLine() != null && isAnswered(question)) {
                socket.getOutputStream().write("none\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Who asked is dead.
        }
    }

    private boolean isAnswered(String question) {
        Supplier<CompletableFuture<Boolean>> action = whenRead.remove(question);
        if (action == null) {
            return true;
        }
        CompletableFuture<Boolean> answered = action.get();
        unanswered.add(answered);
        return answered.join();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unanswered.forEach(answered -> answered.complete(false));
        threads.shutdown();
    }
}
