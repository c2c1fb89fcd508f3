package io.litigation.sandbox.command;

import com.google.protobuf.ProtocolMessageEnum;
import com.google.type.Date;
import com.google.type.Money;
import io.litigation.v1.VendorDate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of the contract in the words of a table. */
final class Wording {

    private Wording() {}

    /** The value's name without its enum's prefix, as one would filter by it: RECORDS_FOUND. Empty if it is not set. */
    static <E extends Enum<E> & ProtocolMessageEnum> String name(E value) {
        if (value.name().endsWith("_UNSPECIFIED")) {
            return "";
        }
        String prefix = value.getDescriptorForType()
                .getName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        return value.name().replaceFirst("^" + prefix + "_", "");
    }

    /** 204300 CNY, 0.5 USD. */
    static String money(Money money) {
        return BigDecimal.valueOf(money.getUnits())
                        .add(BigDecimal.valueOf(money.getNanos(), 9))
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + money.getCurrencyCode();
    }

    /** 2019-05-23, as far as it is known: 2019-05, 2019. Empty if there is none. */
    static String date(VendorDate date) {
        Date day = date.getDate();
        return Stream.of(part("%04d", day.getYear()), part("%02d", day.getMonth()), part("%02d", day.getDay()))
                .takeWhile(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** The label and the value, or nothing if there is no value. */
    static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + " " + value;
    }

    /** What is not empty, with commas between. */
    static String list(String... values) {
        return Stream.of(values).filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String part(String format, int value) {
        return value == 0 ? "" : String.format(Locale.ROOT, format, value);
    }
}
