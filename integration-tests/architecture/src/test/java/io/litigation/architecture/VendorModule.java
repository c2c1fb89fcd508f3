package io.litigation.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A plug-in and the Maven module that brings it.
 *
 * @param plugin name of its class
 */
record VendorModule(String plugin, Path folder) {

    private static final String SERVICE = "META-INF/services/io.litigation.core.provider.ProviderPlugin";

    /** Everything in the source tree that the server would find, and the made-up vendor. */
    static List<VendorModule> all() {
        List<VendorModule> vendors = new ArrayList<>();
        collect(root(), vendors);
        return List.copyOf(vendors);
    }

    Path target() {
        return folder.resolve("target");
    }

    private static void collect(Path module, List<VendorModule> vendors) {
        plugins(module).forEach(plugin -> vendors.add(new VendorModule(plugin, module)));
        try (Stream<Path> children = Files.list(module)) {
            children.filter(child -> Files.isRegularFile(child.resolve("pom.xml")))
                    .forEach(child -> collect(child, vendors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As written by hand, or by an annotation processor. */
    private static Set<String> plugins(Path module) {
        Set<String> plugins = new TreeSet<>();
        for (String resources : List.of("src/main/resources", "target/classes")) {
            Path file = module.resolve(resources).resolve(SERVICE);
            if (Files.isRegularFile(file)) {
                try {
                    Files.readAllLines(file).stream()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(plugins::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return plugins;
    }

    /** The outermost folder with a pom: tests run in the folder of their module. */
    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        for (Path parent = root.getParent();
                parent != null && Files.isRegularFile(parent.resolve("pom.xml"));
                parent = parent.getParent()) {
            root = parent;
        }
        return Objects.requireNonNull(root);
    }
}
