package io.litigation.provider.testkit.contract;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What is logged, at every level, and written to the console while it listens. Loggers of the JDK, which most libraries
 * use, are heard directly; SLF4J's bindings for tests write to the console.
 */
final class Told extends Handler implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private Told() {
        setLevel(Level.ALL);
    }

    static Told listen() {
        Told told = new Told();
        told.root.addHandler(told);
        told.root.setLevel(Level.ALL);
        System.setOut(told.tee(told.out));
        System.setErr(told.tee(told.err));
        return told;
    }

    /** Everything so far. */
    String text() {
        synchronized (console) {
            return String.join("", lines) + console.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLoggerName() + ": " + formatter.format(line));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    /** Stops listening, and leaves everything as it was. */
    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }

    private PrintStream tee(PrintStream shown) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        synchronized (console) {
                            console.write(b);
                        }
                        shown.write(b);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
