package io.litigation.server.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.util.Duration;
import io.litigation.server.config.LogConfig;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's log: to one stream, through a queue, so that whoever logs on an event loop never waits for the stream.
 * When the queue is full, lines are dropped, and a later line says how many.
 */
public final class ServerLog implements AutoCloseable {

    /** What they tell at INFO is that they work. */
    private static final String[] TALKATIVE = {"org.flywaydb", "com.zaxxer.hikari"};

    private static final String OURS = "io.litigation";
    private static final int QUEUED_LINES = 8_192;
    private static final String PATTERN =
            "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %-5level %logger{0} - %msg %kvp%n%trace";

    private final LoggerContext context;

    private ServerLog(LoggerContext context) {
        this.context = context;
    }

    /**
     * Sets the process's log up; whatever was set up before is gone. java.util.logging, which gRPC uses, joins in.
     *
     * @param out where lines go; not closed
     */
    public static ServerLog open(LogConfig config, OutputStream out) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.start();
        OutputStreamAppender<ILoggingEvent> lines = new OutputStreamAppender<>();
        lines.setContext(context);
        lines.setEncoder(encoder(config, context));
        lines.setOutputStream(new Unclosed(out));
        lines.start();

        LoggingEventAsyncDisruptorAppender queue = new LoggingEventAsyncDisruptorAppender();
        queue.setContext(context);
        queue.setRingBufferSize(QUEUED_LINES);
        queue.setShutdownGracePeriod(Duration.buildBySeconds(5));
        queue.addAppender(lines);
        queue.start();

        Level level = Level.toLevel(config.level().name());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        // Libraries tell too much below INFO: Netty logs the bytes of every frame, and with them whom a caller asks
        // about.
        root.setLevel(level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO);
        context.getLogger(OURS).setLevel(level);
        for (String library : TALKATIVE) {
            context.getLogger(library).setLevel(Level.WARN);
        }
        root.addAppender(queue);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return new ServerLog(context);
    }

    private static Encoder<ILoggingEvent> encoder(LogConfig config, LoggerContext context) {
        if (config.format() == LogConfig.Format.JSON) {
            LogstashEncoder json = new LogstashEncoder();
            json.setContext(context);
            json.setTimeZone("UTC");
            json.setVersion(null);
            json.setThrowableConverter(new TraceWithoutMessages());
            json.start();
            return json;
        }
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("trace", TraceWithoutMessages::new);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> text = new LayoutWrappingEncoder<>();
        text.setContext(context);
        text.setCharset(StandardCharsets.UTF_8);
        text.setLayout(layout);
        text.start();
        return text;
    }

    /** Writes what is queued and ends the log. */
    @Override
    public void close() {
        SLF4JBridgeHandler.uninstall();
        context.stop();
    }

    /** The stream is the process's, not the log's. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
