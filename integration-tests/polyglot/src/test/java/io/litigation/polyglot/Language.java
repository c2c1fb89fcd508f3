package io.litigation.polyglot;

import io.litigation.polyglot.runner.DescriptorRunner;
import io.litigation.polyglot.runner.JavaRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose client is tried. */
enum Language {
    JAVA(JavaRunner.class.getName()),
    /** No client at all: what anybody can make from the descriptor set in the jar of the contract. */
    DESCRIPTOR_SET(DescriptorRunner.class.getName()),
    /** The same with the contract of the last release: whoever made a client then. */
    BASELINE(DescriptorRunner.class.getName(), Descriptors.baselineFile().toString()),
    PYTHON,
    PYTHON_ASYNCIO,
    NODE,
    GO;

    private static final Map<String, Path> INSTALLED = new HashMap<>();

    /** A class of ours to run; empty if the language has a runner of its own. */
    private final String program;

    /** What it is given besides the plan; may be empty. */
    private final String argument;

    Language() {
        this("", "");
    }

    Language(String program) {
        this(program, "");
    }

    Language(String program, String argument) {
        this.program = program;
        this.argument = argument;
    }

    /** Those that are shipped as a package of their own language's. */
    static List<Language> packaged() {
        return List.of(PYTHON, NODE, GO);
    }

    /** Those whose users have a package and a README. */
    static List<Language> documented() {
        return List.of(JAVA, PYTHON, NODE, GO);
    }

    /** Makes all calls of a plan; one line of JSON for each is what it says. */
    Command.Said run(Path plan) {
        return (program.isEmpty() ? runner(plan) : program(plan)).run();
    }

    /** The example that the package is shipped with. */
    Command.Said example(String address) {
        return script("example", folder().toString(), address).run();
    }

    /** Runs a program that the documents show, with the package at hand. */
    Command.Said document(Path file) {
        if (this == JAVA) {
            List<String> line = new ArrayList<>(GatewayProcess.java());
            line.addAll(List.of("-cp", System.getProperty("java.class.path"), file.toString()));
            return Command.of("java-document", line.toArray(String[]::new)).run();
        }
        return script("document", folder().toString(), file.toString()).run();
    }

    /** A fresh environment, into which the package was installed as a stranger would. */
    private Path folder() {
        synchronized (INSTALLED) {
            return INSTALLED.computeIfAbsent(language(), language -> {
                Command.of("package", Project.path("client-stub", "package").toString(), language)
                        .run();
                Path folder = Project.folder(language);
                script("install", folder.toString()).run();
                return folder;
            });
        }
    }

    private Command runner(Path plan) {
        List<String> arguments = new ArrayList<>(List.of(folder().toString(), plan.toString()));
        arguments.addAll(style());
        return script("run", arguments.toArray(String[]::new));
    }

    private Command script(String name, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Project.path("integration-tests", "polyglot", "runners", language(), name)
                .toString());
        line.addAll(List.of(arguments));
        return Command.of(lower() + "-" + name, line.toArray(String[]::new));
    }

    private Command program(Path plan) {
        List<String> line = new ArrayList<>(GatewayProcess.java());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), program, plan.toString()));
        if (!argument.isEmpty()) {
            line.add(argument);
        }
        return Command.of(lower() + "-run", line.toArray(String[]::new));
    }

    /** Whose package it is: that of PYTHON_ASYNCIO is Python's. */
    private String language() {
        return lower().split("-", 2)[0];
    }

    /** Which of a package's clients, if it has several. */
    private List<String> style() {
        return Arrays.stream(lower().split("-", -1)).skip(1).toList();
    }

    private String lower() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
