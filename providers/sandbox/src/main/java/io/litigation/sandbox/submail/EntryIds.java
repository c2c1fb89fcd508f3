package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.CaseNumber;
import io.litigation.sandbox.world.Party;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Ids of records: opaque in some categories, in others the same in two categories and with the party's name in them. */
final class EntryIds {

    private EntryIds() {}

    /** 32 hexadecimal digits. */
    static String opaque(String category, CaseNumber number) {
        byte[] seed = (category + number.official()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
    }

    /** {@code c2019310105zhi4471_t20190903_p<name>}. */
    static String speaking(CaseNumber number, LocalDate filed, Party party) {
        String kind = number.type().equals("执") ? "zhi" : "zhihui";
        return "c%d%s%s%d_t%s_p%s"
                .formatted(
                        number.year(),
                        number.court().code().substring(1),
                        kind,
                        number.serial(),
                        DateTimeFormatter.BASIC_ISO_DATE.format(filed),
                        party.name());
    }
}
