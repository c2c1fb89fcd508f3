package io.litigation.benchmarks;

import com.google.protobuf.ByteString;
import io.litigation.core.merge.Picture;
import io.litigation.core.merge.Pictures;
import io.litigation.core.merge.SourcedRecord;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.LitigationRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import java.util.ArrayList;
import java.util.List;

/** Merging the records of both vendors into one picture: the time of one record must not grow with their number. */
public class MergeBenchmark extends AgainstJackson {

    /** About so many: of every row of Xinshu's with a listing there are two. */
    @Param({"100", "1000", "10000"})
    public int records = 100;

    private final List<SourcedRecord> answers = new ArrayList<>();

    @Override
    protected byte[] json() {
        return Vendor.XINSHU.reply(rows());
    }

    @Setup
    public void prepare() {
        int place = 0;
        for (Vendor vendor : Vendor.values()) {
            try (Provider provider = vendor.provider()) {
                ByteString reply = ByteString.copyFrom(vendor.reply(rows()));
                for (MappedRecord mapped :
                        provider.map(vendor.answer(reply), Subjects.person()).records()) {
                    LitigationRecord record = mapped.record().toBuilder()
                            .setRecordId(vendor.name() + answers.size())
                            .build();
                    answers.add(new SourcedRecord(record, place, Vendor.RECEIVED));
                }
            }
            place++;
        }
    }

    @Benchmark
    public Picture merge(BytesRead read) {
        read.add(length());
        return Pictures.of(answers);
    }

    /** Four rows of Xinshu's are seven records, and four of SUBMAIL's are four. */
    private int rows() {
        return Math.max(1, records * 4 / 11);
    }
}
