package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Enforcement.State;
import io.litigation.sandbox.world.Enforcement.Termination;
import io.litigation.sandbox.world.Matter.Holder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** The disputes of the demo subjects, written by hand so that each shows something. */
final class DemoStories {

    private static final Set<Holder> NOBODY = Set.of();

    private DemoStories() {}

    /** The whole way: judged, enforced, listed, exposed, 终本, resumed; the same at both vendors. */
    static Matter wholeWay(Party debtor) {
        String creditor = "钟离予安";
        BigDecimal amount = new BigDecimal("186500");
        Listing listing = new Listing(
                day("2019-11-20"),
                false,
                "有履行能力而拒不履行生效法律文书确定义务",
                "全部未履行",
                Cast.duty(debtor.name(), creditor, "186,500"));
        return new Matter(
                debtor,
                creditor,
                "民间借贷纠纷",
                amount,
                new Basis.Judgment(new CaseNumber(2019, Courts.CHANGNING, "民初", 8123), day("2019-06-18")),
                List.of(
                        new Enforcement(
                                new CaseNumber(2019, Courts.CHANGNING, "执", 4471),
                                day("2019-09-03"),
                                amount,
                                State.ROUND_TERMINATED,
                                new Termination(day("2020-03-16"), new BigDecimal("171200.5")),
                                listing,
                                day("2020-01-08")),
                        new Enforcement(
                                new CaseNumber(2022, Courts.CHANGNING, "执恢", 318),
                                day("2022-05-11"),
                                new BigDecimal("171200.5"),
                                State.OPEN,
                                null,
                                null,
                                null)),
                Holder.BOTH,
                NOBODY);
    }

    /** Closed and taken off the list, of which SUBMAIL's older copy knows nothing: the vendors disagree. */
    static Matter closedButOneCopyIsOld(Party debtor) {
        String creditor = "云岭示例融资租赁有限公司";
        BigDecimal amount = new BigDecimal("1250000");
        Listing listing = new Listing(
                day("2019-05-06"), true, "违反财产报告制度", "部分未履行", Cast.duty(debtor.name(), creditor, "1,250,000"));
        return new Matter(
                debtor,
                creditor,
                "金融借款合同纠纷",
                amount,
                new Basis.Judgment(new CaseNumber(2018, Courts.PUDONG, "民初", 30477), day("2018-11-09")),
                List.of(new Enforcement(
                        new CaseNumber(2019, Courts.PUDONG, "执", 2096),
                        day("2019-02-21"),
                        new BigDecimal("1263800"),
                        State.CLOSED,
                        null,
                        listing,
                        null)),
                Holder.BOTH,
                Set.of(Holder.SUBMAIL));
    }

    /** Rests on an arbitration award; only Xinshu has it. */
    static Matter awardEnforced(Party debtor) {
        return new Matter(
                debtor,
                "江城示例商业保理有限公司",
                "买卖合同纠纷",
                new BigDecimal("64000"),
                new Basis.Award("(2020)沪仲案字第0815号", "上海仲裁委员会", day("2020-07-30")),
                List.of(new Enforcement(
                        new CaseNumber(2020, Courts.XUHUI, "执", 6120),
                        day("2020-10-12"),
                        new BigDecimal("64000"),
                        State.ROUND_TERMINATED,
                        new Termination(day("2021-02-26"), new BigDecimal("64000")),
                        null,
                        null)),
                Set.of(Holder.XINSHU),
                NOBODY);
    }

    /** Judged and paid, so never enforced; only SUBMAIL has judgments. */
    static Matter judgedOnly(Party debtor) {
        return new Matter(
                debtor,
                "北辰示例物业服务有限公司",
                "房屋租赁合同纠纷",
                new BigDecimal("28600"),
                new Basis.Judgment(new CaseNumber(2021, Courts.XIHU, "民初", 2250), day("2021-04-27")),
                List.of(),
                Set.of(Holder.SUBMAIL),
                NOBODY);
    }

    /** A guarantor's joint liability for a larger sum. */
    static Matter guarantor(Party debtor) {
        String creditor = "澄海示例小额贷款有限公司";
        BigDecimal amount = new BigDecimal("3480000");
        Listing listing = new Listing(
                day("2018-12-03"), false, "违反限制消费令", "全部未履行", Cast.duty(debtor.name(), creditor, "3,480,000"));
        return new Matter(
                debtor,
                creditor,
                "追偿权纠纷",
                amount,
                new Basis.Judgment(new CaseNumber(2017, Courts.MINHANG, "民初", 22065), day("2017-12-19")),
                List.of(new Enforcement(
                        new CaseNumber(2018, Courts.MINHANG, "执", 7788),
                        day("2018-08-30"),
                        amount,
                        State.ROUND_TERMINATED,
                        new Termination(day("2019-01-25"), new BigDecimal("3395000")),
                        listing,
                        null)),
                Holder.BOTH,
                NOBODY);
    }

    /** To be heard on the fifteenth of the month after next. */
    static Suit pendingSuit(Party defendant, LocalDate today) {
        LocalDate hearing = today.withDayOfMonth(15).plusMonths(2);
        LocalDate filed = hearing.minusMonths(4);
        return new Suit(
                new CaseNumber(filed.getYear(), Courts.JINGAN, "民初", 15873),
                defendant,
                "澹台静姝",
                "装饰装修合同纠纷",
                filed,
                filed.plusDays(25),
                hearing.atTime(LocalTime.of(9, 30)));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
