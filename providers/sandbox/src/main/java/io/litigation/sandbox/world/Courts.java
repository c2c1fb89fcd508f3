package io.litigation.sandbox.world;

import java.util.List;

/** Basic courts with their official codes. */
final class Courts {

    static final Court HUANGPU = shanghai("黄浦区", "0101");
    static final Court XUHUI = shanghai("徐汇区", "0104");
    static final Court CHANGNING = shanghai("长宁区", "0105");
    static final Court JINGAN = shanghai("静安区", "0106");
    static final Court MINHANG = shanghai("闵行区", "0112");
    static final Court PUDONG = shanghai("浦东新区", "0115");
    static final Court CHAOYANG = new Court("北京市朝阳区人民法院", "京0105", "北京");
    static final Court HAIDIAN = new Court("北京市海淀区人民法院", "京0108", "北京");
    static final Court XIHU = new Court("杭州市西湖区人民法院", "浙0106", "浙江");
    static final Court GULOU = new Court("南京市鼓楼区人民法院", "苏0106", "江苏");
    static final Court NANSHAN = new Court("深圳市南山区人民法院", "粤0305", "广东");

    static final List<Court> ALL =
            List.of(HUANGPU, XUHUI, CHANGNING, JINGAN, MINHANG, PUDONG, CHAOYANG, HAIDIAN, XIHU, GULOU, NANSHAN);

    private Courts() {}

    private static Court shanghai(String district, String number) {
        return new Court("上海市" + district + "人民法院", "沪" + number, "上海");
    }
}
