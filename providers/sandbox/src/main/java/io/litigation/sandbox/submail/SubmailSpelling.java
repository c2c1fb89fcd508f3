package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.CaseNumber;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Party;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How SUBMAIL writes things: differently from category to category, and from Xinshu. */
final class SubmailSpelling {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("uuuu年MM月dd日");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int TO_FULL_WIDTH = '０' - '0';

    private SubmailSpelling() {}

    /** {@code （2019）沪0105⺠初8123号}: full-width brackets, a radical. */
    static String inJudgments(CaseNumber number) {
        return Lookalikes.radicals(
                "（%d）%s%s%d号".formatted(number.year(), number.court().code(), number.type(), number.serial()));
    }

    /** {@code （2019)沪0105执字第04471号}: mixed brackets, 字第, zeros. */
    static String inNotices(CaseNumber number) {
        return "（%d)%s%s字第%05d号".formatted(number.year(), number.court().code(), number.type(), number.serial());
    }

    /** {@code 〔2019〕沪0105执4471号}. */
    static String inListings(CaseNumber number) {
        return "〔%d〕%s%s%d号".formatted(number.year(), number.court().code(), number.type(), number.serial());
    }

    /** {@code ［２０１９］沪０１０５执４４７１号}: full-width digits. */
    static String inExposures(CaseNumber number) {
        String narrow = "［%d］%s%s%d号".formatted(number.year(), number.court().code(), number.type(), number.serial());
        return narrow.chars()
                .map(c -> c >= '0' && c <= '9' ? c + TO_FULL_WIDTH : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A Beijing midnight in milliseconds. */
    static long millis(LocalDate day) {
        return day.atStartOfDay(BEIJING).toInstant().toEpochMilli();
    }

    /** {@code 2019年06月18日}. */
    static String chinese(LocalDate day) {
        return CHINESE.format(day);
    }

    /** {@code 2019-06-18 09:30:00}. */
    static String minutes(LocalDateTime moment) {
        return MINUTES.format(moment);
    }

    /** {@code 18.65万元}. */
    static String inTenThousands(BigDecimal amount) {
        return amount.divide(TEN_THOUSAND, 6, RoundingMode.UNNECESSARY)
                        .stripTrailingZeros()
                        .toPlainString()
                + "万元";
    }

    /** {@code 171,200.50}. */
    static String grouped(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** A person's id with its last four characters hidden; a company's code as it is. */
    static String idcardNo(Party party) {
        return party instanceof Party.Person ? party.code().substring(0, 14) + "****" : party.code();
    }

    /** 案件状态. */
    static String caseState(Enforcement.State state) {
        return switch (state) {
            case OPEN -> "执行中";
            case ROUND_TERMINATED -> "终结本次执行程序";
            case CLOSED -> "已结案";
        };
    }
}
