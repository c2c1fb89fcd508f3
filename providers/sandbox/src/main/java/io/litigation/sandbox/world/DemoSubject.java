package io.litigation.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to show the gateway with. All of them are made up.
 *
 * @param name full name
 * @param idNumber resident id of a person
 * @param mobile of a person
 * @param creditCode of a company
 */
public record DemoSubject(
        String name,
        @Nullable String idNumber,
        @Nullable String mobile,
        @Nullable String creditCode) {

    static DemoSubject person(String name, String idNumber, String mobile) {
        return new DemoSubject(name, idNumber, mobile, null);
    }

    static DemoSubject company(String name, String creditCode) {
        return new DemoSubject(name, null, null, creditCode);
    }
}
