package io.litigation.sandbox.xinshu;

import io.litigation.sandbox.world.Basis;
import io.litigation.sandbox.world.CaseNumber;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How Xinshu writes things: the example of section 2.4 mixes spellings within one row. */
final class XinshuSpelling {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("uuuu年MM月dd日");
    private static final DateTimeFormatter CHINESE_APART = DateTimeFormatter.ofPattern("uuuu 年 MM 月 dd 日");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/M/d");

    private XinshuSpelling() {}

    /** {@code (2019)沪 0105 执 00447 号}. */
    static String apart(CaseNumber number) {
        String code = number.court().code();
        return "(%d)%s %s %s %05d 号"
                .formatted(number.year(), code.substring(0, 1), code.substring(1), number.type(), number.serial());
    }

    /** 被执行人依据文书号 and 执行依据文号 are the same thing in two spellings. */
    static String apart(Basis basis) {
        return basis instanceof Basis.Judgment judgment ? apart(judgment.number()) : basis.text();
    }

    /** {@code (2017)沪0105民初90214号}. */
    static String together(Basis basis) {
        return basis.text();
    }

    /** {@code 2019年05月23日}, here and there with spaces. */
    static String finalDate(Enforcement round, LocalDate date) {
        return (round.number().serial() % 2 == 0 ? CHINESE_APART : CHINESE).format(date);
    }

    /** {@code 2019-04-03}, here and there with slashes. */
    static String publishDate(Enforcement round, LocalDate date) {
        return round.number().serial() % 3 == 0 ? SLASHES.format(date) : date.toString();
    }

    /** In 元, as text, without a unit. */
    static String money(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** 主体代码: a person's id with 10 + 4 characters visible, a company's organisation code. */
    static String entityId(Party party) {
        String code = party.code();
        return party instanceof Party.Person ? code.substring(0, 10) + "****" + code.substring(14) : code;
    }

    /** 执行状态. */
    static String caseState(Enforcement.State state) {
        return switch (state) {
            case OPEN -> "执行中";
            case ROUND_TERMINATED -> "已终本";
            case CLOSED -> "已结案";
        };
    }
}
