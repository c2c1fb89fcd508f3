package io.litigation.polyglot;

import io.litigation.polyglot.runner.DescriptorRunner;
import io.litigation.polyglot.runner.JavaRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whose client is tried. */
enum Language {
    JAVA(Optional.of(JavaRunner.class)),
    /** No client at all: what anybody can make from the descriptor set in the jar of the contract. */
    DESCRIPTOR_SET(Optional.of(DescriptorRunner.class)),
    PYTHON(Optional.empty()),
    NODE(Optional.empty()),
    GO(Optional.empty());

    private static final Map<Language, Path> INSTALLED = new EnumMap<>(Language.class);

    private final Optional<Class<?>> ours;

    Language(Optional<Class<?>> ours) {
        this.ours = ours;
    }

    /** Those that are shipped as a package of their own language's. */
    static List<Language> packaged() {
        return List.of(PYTHON, NODE, GO);
    }

    /** Makes all calls of a plan; one line of JSON for each is what it says. */
    Command.Said run(Path plan) {
        return ours.map(type -> ofOurs(type, plan)).orElseGet(() -> script("run", folder().toString(), plan.toString()))
                .run();
    }

    /** The example that the package is shipped with. */
    Command.Said example(String address) {
        return script("example", folder().toString(), address).run();
    }

    /** A fresh environment, into which the package was installed as a stranger would. */
    private Path folder() {
        synchronized (INSTALLED) {
            if (INSTALLED.isEmpty()) {
                Command.of("package", Project.path("client-stub", "package").toString())
                        .run();
            }
            return INSTALLED.computeIfAbsent(this, language -> {
                Path folder = Project.folder(lower());
                script("install", folder.toString()).run();
                return folder;
            });
        }
    }

    private Command script(String name, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Project.path("integration-tests", "polyglot", "runners", lower(), name)
                .toString());
        line.addAll(List.of(arguments));
        return Command.of(lower() + "-" + name, line.toArray(String[]::new));
    }

    private Command ofOurs(Class<?> type, Path plan) {
        List<String> line = new ArrayList<>(GatewayProcess.java());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), type.getName(), plan.toString()));
        return Command.of(lower() + "-run", line.toArray(String[]::new));
    }

    private String lower() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
