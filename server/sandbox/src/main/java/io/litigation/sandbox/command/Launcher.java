package io.litigation.sandbox.command;

import io.litigation.server.Main;
import picocli.CommandLine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The whole command line: the server's commands, and {@code sandbox}. */
public final class Launcher {

    private Launcher() {}

    /** The main class of a sandbox; the server's own is {@link Main}. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine all = Main.commandLine(environment);
        CommandLine sandbox = new CommandLine(new SandboxCommand());
        sandbox.getCommandSpec().versionProvider(all.getCommandSpec().versionProvider());
        return all.addSubcommand(sandbox);
    }

    /** Whatever the platform's charset is: the tables are full of Chinese. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
