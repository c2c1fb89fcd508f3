package io.litigation.core.normalize;

import io.litigation.core.normalize.NameMask.Comparison;
import io.litigation.v1.SubjectKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameMaskTest {

    @ParameterizedTest
    @CsvSource({
        "张三丰, 张三丰, EQUAL",
        "张三丰, 张 三 丰, EQUAL",
        "阿依·买提, 阿依•买提, EQUAL",
        "张三丰, 张某某, COMPATIBLE",
        "张三丰, 张某, COMPATIBLE",
        "张三, 张某某, COMPATIBLE",
        "张三丰, 张*丰, COMPATIBLE",
        "张三丰, 张**, COMPATIBLE",
        "张三丰, 张＊＊, COMPATIBLE",
        "张三丰, 张××, COMPATIBLE",
        "张三丰, 张XX, COMPATIBLE",
        "张三丰, *三丰, COMPATIBLE",
        "张三丰, 张某丰, COMPATIBLE",
        "张三丰, 张某甲, COMPATIBLE",
        "张三丰, 张某1, COMPATIBLE",
        "上海甲乙贸易有限公司, 上海某某贸易有限公司, COMPATIBLE",
        "上海甲乙贸易有限公司, 上海XX贸易有限公司, COMPATIBLE",
        "上海X光设备有限公司, 上海X光设备有限公司, EQUAL",
        "𠮷三丰, 𠮷某丰, COMPATIBLE",
        "张三丰, '李四、张三丰', EQUAL",
        "张三丰, 张三丰（曾用名张君宝）, EQUAL",
        "张三丰, 张君宝（曾用名：张三丰）, EQUAL",
        "张三丰, '李四、张君宝(又名张三丰)', EQUAL",
        "张三丰, 李四（曾用名张君宝）, DIFFERENT",
        "张三丰, 李四（曾用名张某某）, COMPATIBLE",
        "上海甲乙贸易有限公司, 上海甲乙贸易有限公司（原名称：上海丙丁贸易有限公司）, EQUAL",
        "上海甲乙贸易有限公司, 上海丙丁贸易有限公司（原名上海甲乙贸易有限公司）, EQUAL",
        "上海甲乙贸易有限公司, 上海甲乙贸易有限公司（长宁）, DIFFERENT",
        "甲乙(上海)有限公司, 甲乙（上海）有限公司（曾用名：丙丁有限公司）, EQUAL",
        "甲乙(上海)有限公司, 丙丁有限公司（曾用名：甲乙（上海）有限公司）, EQUAL",
        "甲乙(上海)有限公司, 丙丁（中国）有限公司（原名称甲乙（上海）有限公司）, EQUAL",
        "甲乙有限公司, 甲乙（上海）有限公司（曾用名：丙丁有限公司）, DIFFERENT",
        "甲乙(上海)有限公司, 甲乙（北京）有限公司（曾用名：丙丁（上海）有限公司）, DIFFERENT",
        "甲乙(上海)有限公司, 甲乙（上海）有限公司（曾用名：丙丁有限公司）分公司, DIFFERENT",
        "张三丰, （曾用名：张三丰）, DIFFERENT",
        "张三丰, '李四;张某某', COMPATIBLE",
        "阿依古丽·买买提, 阿**•买**, COMPATIBLE",
        "阿依古丽·买买提, 阿**•热**, DIFFERENT",
        "阿依古丽·买买提, 阿**买**古**, DIFFERENT",
        "阿依古丽·买买提, 阿**丽·买**提, COMPATIBLE",
        "阿依古丽·买买提, 阿**提**提, DIFFERENT",
        "阿依古丽·买买提, 阿***•买**, COMPATIBLE",
        "阿依古丽·买买提, 阿＊＊＊•买＊＊, COMPATIBLE",
        "阿依古丽·买买提, 阿某某某•买某某, COMPATIBLE",
        "阿依古丽, 阿*买*, DIFFERENT",
        "欧阳三丰, *欧**, DIFFERENT",
        "张三丰, ***三丰, COMPATIBLE",
        "张三丰, 张三**丰, COMPATIBLE",
        "张三三, 张三*三三, DIFFERENT",
        "张三丰, 李某, DIFFERENT",
        "张三丰, 张某某峰, DIFFERENT",
        "张三丰, 李某某, DIFFERENT",
        "张三丰, 张*峰, DIFFERENT",
        "张三丰, 李四, DIFFERENT",
        "张三丰, 张三, DIFFERENT",
        "张丰, 张*丰丰, DIFFERENT",
        "甲贸易有限公司, 甲贸易有限责任公司, DIFFERENT",
        "JOHN SMITH, JOHN SMITX, DIFFERENT",
        "张三丰, '', ABSENT",
        "张三丰, -, ABSENT",
        "张三丰, 暂无, ABSENT",
        "张三丰, ***, ABSENT",
        "张三丰, 某某某, ABSENT",
    })
    void comparesTheVisibleCharacters(String subject, String record, Comparison comparison) {
        assertThat(NameMask.compare(subject, record)).isEqualTo(comparison);
    }

    @ParameterizedTest
    @CsvSource({
        "张三丰, PERSON, 张**",
        "张三, PERSON, 张*",
        "张, PERSON, *",
        "𠮷三, PERSON, 𠮷*",
        "阿依古丽·买买提江, PERSON, 阿********",
        "上海甲乙贸易有限公司, ORGANIZATION, 上海****有限公司",
        "甲乙公司, ORGANIZATION, 甲***",
        "上海甲乙贸易公司, ORGANIZATION, 上海**贸易公司",
        "上海甲乙丙公司, ORGANIZATION, 上******",
        "上海甲乙贸易公司, PERSON, 上*******",
        "-, PERSON, ''",
        "'', PERSON, ''",
    })
    void masksForSignals(String name, String kind, String masked) {
        assertThat(NameMask.mask(name, SubjectKind.valueOf("SUBJECT_KIND_" + kind)))
                .isEqualTo(masked);
    }
}
