package io.litigation.benchmarks;

import com.google.type.Money;
import io.litigation.core.normalize.Reading;
import io.litigation.core.normalize.VendorMoney;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Reading an amount of money. */
public class MoneyBenchmark extends AgainstJackson {

    @Param
    public Form form = Form.PLAIN;

    /** What vendors write. */
    public enum Form {
        PLAIN("204300.17"),
        GROUPED("￥204,300.00"),
        FULL_WIDTH("２２０６００４"),
        TEN_THOUSANDS("20.43万元"),
        WITH_WORDS("人民币100万元及利息"),
        ODD("约20万");

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
    public Reading<Money> read(BytesRead read) {
        read.add(length());
        return VendorMoney.read(form.text);
    }
}
