package io.litigation.server;

import io.litigation.server.config.PemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Files that are used together, read again when the bytes of any of them change. Times are not compared: links are swapped
 * to files that are no younger, and one file of two may stay as it is.
 */
final class RenewedFiles {

    static final long LOOK_EVERY_SECONDS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(RenewedFiles.class);
    private static final byte[][] NOT_READABLE = {};

    private final List<Path> files;
    private final Use use;
    private byte[][] seen = NOT_READABLE;

    private RenewedFiles(List<Path> files, Use use) {
        this.files = files;
        this.use = use;
    }

    /** Takes what the files hold into use, or throws and leaves in use what was before. */
    interface Use {
        void take(List<byte[]> contents) throws IOException, GeneralSecurityException;
    }

    /**
     * Takes the files into use now, and whenever they have changed.
     *
     * @param scheduler looks after the files; it reads them, so it is none that must not be blocked
     */
    static void use(List<Path> files, Use use, ScheduledExecutorService scheduler)
            throws IOException, GeneralSecurityException {
        RenewedFiles renewed = new RenewedFiles(files, use);
        renewed.takeIfChanged();
        ScheduledFuture<?> unused = scheduler.scheduleWithFixedDelay(
                renewed::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** An exception would end all looking. */
    private void look() {
        boolean wasReadable = seen != NOT_READABLE;
        try {
            if (takeIfChanged()) {
                LOG.atInfo().addKeyValue("files", names()).log("renewed TLS files are in use");
            }
        } catch (PemException e) {
            warn(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            seen = NOT_READABLE;
            if (wasReadable) {
                warn("a file cannot be read");
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            warn(e.getClass().getSimpleName());
        }
    }

    /** What is refused counts as seen, so that it is told once; a second file that comes later is a change too. */
    private boolean takeIfChanged() throws IOException, GeneralSecurityException {
        byte[][] now = new byte[files.size()][];
        for (int i = 0; i < now.length; i++) {
            now[i] = Files.readAllBytes(files.get(i));
        }
        if (Arrays.deepEquals(now, seen)) {
            return false;
        }
        seen = now;
        use.take(List.of(now));
        return true;
    }

    /** Without the exception: parsers quote what they read. */
    private void warn(String problem) {
        LOG.atWarn()
                .addKeyValue("files", names())
                .addKeyValue("problem", problem)
                .log("renewed TLS files cannot be used, those before go on");
    }

    private String names() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
