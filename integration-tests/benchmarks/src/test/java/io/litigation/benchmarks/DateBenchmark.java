package io.litigation.benchmarks;

import io.litigation.core.normalize.Reading;
import io.litigation.core.normalize.VendorDates;
import io.litigation.v1.VendorDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Reading a date. */
public class DateBenchmark extends AgainstJackson {

    @Param
    public Form form = Form.HYPHENS;

    /** What vendors write. */
    public enum Form {
        HYPHENS("2019-01-08"),
        WORDS("2019 年 05 月 23 日"),
        HANZI("二〇一九年五月二十三日"),
        DIGITS("20190108"),
        MILLISECONDS("1546876800000"),
        WITH_TIME("2019-01-08 09:30:00"),
        MONTH("2019年5月"),
        ABSENT("0000-00-00"),
        INVALID("2019-02-29");

        private final String text;

        Form(String text) {
            this.text = text;
        }
    }

    @Override
    protected byte[] json() {
        return quoted(form.text);
    }

    @Benchmark
    public Reading<VendorDate> read(BytesRead read) {
        read.add(length());
        return VendorDates.read(form.text, VendorDates.Horizon.PAST, Vendor.RECEIVED);
    }
}
