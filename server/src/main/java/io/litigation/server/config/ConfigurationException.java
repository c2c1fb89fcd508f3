package io.litigation.server.config;

import java.util.List;

/** The configuration has mistakes. The message names all of them, and no secret. */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    ConfigurationException(List<String> mistakes) {
        super(text(mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, one sentence each, with the key and the place. */
    public List<String> mistakes() {
        return mistakes;
    }

    private static String text(List<String> mistakes) {
        String count = mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes";
        return "The configuration has " + count + ":\n  - " + String.join("\n  - ", mistakes);
    }
}
