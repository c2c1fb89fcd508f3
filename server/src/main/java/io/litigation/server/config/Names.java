package io.litigation.server.config;

import java.util.regex.Pattern;

/** Names of callers and tenants: they stand in logs, metrics and the ledger. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Names() {}

    static String required(Section section, String key) {
        return checked(section, key, section.requiredText(key));
    }

    static String optional(Section section, String key, String defaultName) {
        return checked(section, key, section.text(key, defaultName));
    }

    private static String checked(Section section, String key, String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            section.mistake(key, "must be 1 to 64 of A-Z a-z 0-9 . _ - and begin with a letter or digit");
        }
        return name;
    }
}
