package io.litigation.benchmarks;

import io.litigation.core.normalize.CaseNumbers;
import io.litigation.v1.CaseNumber;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

import java.util.List;

/** Reading a field of case numbers. */
public class CaseNumberBenchmark extends AgainstJackson {

    @Param
    public Form form = Form.MODERN;

    /** What vendors write. */
    public enum Form {
        MODERN("(2019)沪0105执447号"),
        SPACED("（2019）沪 0105 执恢 00447 号"),
        LEGACY("(2009)浦民一(民)初字第12345号"),
        LIST("（2019）沪0105执447号、448号、(2020)沪01民终77号"),
        ARBITRATION("(2018)样仲案字第77号"),
        ODD("见附件所列之裁判文书");

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
    public List<CaseNumber> read(BytesRead read) {
        read.add(length());
        return CaseNumbers.read(form.text);
    }
}
