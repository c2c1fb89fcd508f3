package io.litigation.server.telemetry;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Stack traces with classes and lines and without messages: a message may quote what it failed on, a name or an id
 * number among it. Holds for every exception that anybody logs.
 */
final class TraceWithoutMessages extends ThrowableHandlingConverter {

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        StringBuilder text = new StringBuilder();
        String opening = "";
        while (failure != null) {
            text.append(opening).append(failure.getClassName()).append('\n');
            append(text, failure);
            opening = "Caused by: ";
            failure = failure.isCyclic() ? null : failure.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy failure) {
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        int own = frames.length - failure.getCommonFrames();
        for (int i = 0; i < own; i++) {
            text.append('\t').append(frames[i].getSTEAsString()).append('\n');
        }
        if (failure.getCommonFrames() > 0) {
            text.append("\t... ").append(failure.getCommonFrames()).append(" common frames\n");
        }
    }
}
