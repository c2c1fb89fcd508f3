package io.litigation.polyglot;

import io.litigation.sandbox.SandboxServer;
import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/** {@code serve} as a process, before simulated vendors, as it is shipped: {@code java -jar}. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("\\baddress\"?[=:]\"?([0-9.]+:\\d+)");

    private final Process process;
    private final Path folder;

    private GatewayProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts one, and does not wait for it.
     *
     * @param keys of the configuration, below {@code litigation}
     * @param file a configuration file's text; may be empty
     */
    static GatewayProcess start(SandboxServer vendors, Map<String, String> keys, String file) {
        Path jar = Project.path("server", "target", "litigation-server.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("nothing is packaged at " + jar + "; run ./mvnw -Ppolyglot verify");
        }
        Path folder = Project.folder("serve");
        List<String> line = new ArrayList<>(java());
        line.addAll(List.of("-jar", jar.toString(), "serve"));
        try {
            if (!file.isEmpty()) {
                line.add("--config");
                line.add(Files.writeString(folder.resolve("gateway.yaml"), file).toString());
            }
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("stdout").toFile())
                    .redirectError(folder.resolve("stderr").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LITIGATION_"));
            configuration(vendors, keys)
                    .forEach((key, value) -> builder.environment().put(variable(key), value));
            return new GatewayProcess(builder.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, once it says that it serves. */
    String address() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || ADDRESS.matcher(said()).find());
        Matcher address = ADDRESS.matcher(said());
        if (!address.find()) {
            throw new AssertionError("the server did not start, it said:\n" + said());
        }
        return address.group(1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The Java that runs the tests; a short life does not pay for the best compiler. */
    static List<String> java() {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8"));
        int release = Runtime.version().feature();
        if (release >= 22) {
            java.add("--enable-native-access=ALL-UNNAMED");
        }
        if (release >= 23) {
            java.add("--sun-misc-unsafe-memory-access=allow");
        }
        return java;
    }

    /** Out of the way: the clients ask for more faults than any vendor has, and wait longer than any vendor takes. */
    private static Map<String, String> configuration(SandboxServer vendors, Map<String, String> keys) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "server.port", "0",
                "admin.port", "0",
                "admin.grpc-port", "0",
                "providers.xinshu.api-key", XinshuAccounts.API_KEY,
                "providers.xinshu.private-key", XinshuAccounts.PRIVATE_KEY,
                "providers.submail.app-id", SubmailAccounts.APP_ID,
                "providers.submail.app-key", SubmailAccounts.APP_KEY));
        for (String provider : List.of("xinshu", "submail")) {
            String section = "providers." + provider + ".";
            all.put(section + "base-url", vendors.baseUrl().toString());
            all.put(section + "simulated", "true");
            all.put(section + "timeout", "30s");
            all.put(section + "retry-delay", "5ms");
            all.put(section + "rate-per-second", "1000");
            all.put(section + "breaker-failures", "1000");
        }
        all.putAll(keys);
        return all;
    }

    private static String variable(String key) {
        return "LITIGATION_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("stdout")) + Files.readString(folder.resolve("stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
