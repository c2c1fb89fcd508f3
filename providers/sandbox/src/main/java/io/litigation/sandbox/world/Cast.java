package io.litigation.sandbox.world;

import java.util.List;

/** Made-up names and stock phrases of the world. */
final class Cast {

    static final List<String> CREDITORS =
            List.of("澄海示例小额贷款有限公司", "云岭示例融资租赁有限公司", "江城示例商业保理有限公司", "北辰示例物业服务有限公司", "钟离予安", "澹台静姝", "东方既白");

    static final List<String> CAUSES = List.of("民间借贷纠纷", "金融借款合同纠纷", "买卖合同纠纷", "房屋租赁合同纠纷", "追偿权纠纷", "装饰装修合同纠纷");

    static final List<String> GROUNDS = List.of("有履行能力而拒不履行生效法律文书确定义务", "违反财产报告制度", "违反限制消费令", "被执行人无正当理由拒不履行执行和解协议");

    static final List<String> PERFORMANCES = List.of("全部未履行", "部分未履行");

    private Cast() {}

    /** 生效法律文书确定的义务: two paragraphs with a raw line break between them. */
    static String duty(String debtor, String creditor, String amount) {
        return "一、被告%s于本判决生效之日起十日内归还原告%s人民币%s元;\n二、被告%s于本判决生效之日起十日内偿付原告%s逾期利息(按全国银行间同业拆借中心公布的贷款市场报价利率计算)。"
                .formatted(debtor, creditor, amount, debtor, creditor);
    }
}
