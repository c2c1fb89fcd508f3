package io.litigation.provider.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What ran of the contract, for one vendor: a file under {@code target/contract} of its module, which the architecture's
 * tests read. It holds for the classes that it was made with and for no others.
 *
 * @param plugin class of the plug-in
 * @param suite class of the vendor's contract
 * @param fingerprint of the module's classes
 * @param passed tests of the contract that ran and passed, group and method
 * @param missing those that did not
 */
public record ContractRecord(
        String plugin, String suite, String fingerprint, SortedSet<String> passed, SortedSet<String> missing) {

    private static final String FOLDER = "contract";
    private static final String PLUGIN = "plugin ";
    private static final String SUITE = "suite ";
    private static final String FINGERPRINT = "fingerprint ";
    private static final String PASSED = "passed ";
    private static final String MISSING = "missing ";

    /**
     * The records of a module.
     *
     * @param target the module's build folder
     */
    public static List<ContractRecord> in(Path target) {
        Path folder = target.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(ContractRecord::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of all that is compiled in a module: code and tests. */
    public static String fingerprint(Path target) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String folder : List.of("classes", "test-classes")) {
                for (Path file : classes(target.resolve(folder))) {
                    digest.update(target.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Every test that a contract has, group and method. */
    public static SortedSet<String> testsOf(Class<? extends VendorContract> contract) {
        return ContractRecorder.tests(contract);
    }

    void write(Path target) {
        StringBuilder text = new StringBuilder()
                .append(PLUGIN + plugin + '\n')
                .append(SUITE + suite + '\n')
                .append(FINGERPRINT + fingerprint + '\n');
        passed.forEach(test -> text.append(PASSED + test + '\n'));
        missing.forEach(test -> text.append(MISSING + test + '\n'));
        try {
            Path folder = Files.createDirectories(target.resolve(FOLDER));
            Files.writeString(folder.resolve(suite + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractRecord read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new ContractRecord(
                    values(lines, PLUGIN).first(),
                    values(lines, SUITE).first(),
                    values(lines, FINGERPRINT).first(),
                    values(lines, PASSED),
                    values(lines, MISSING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> values(List<String> lines, String label) {
        SortedSet<String> values = new TreeSet<>();
        lines.stream()
                .filter(line -> line.startsWith(label))
                .forEach(line -> values.add(line.substring(label.length())));
        return values;
    }

    private static List<Path> classes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
