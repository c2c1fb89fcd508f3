package io.litigation.core.merge;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import com.google.type.Money;
import io.litigation.core.normalize.CaseNumbers;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;

import java.time.Instant;
import java.util.stream.Stream;

/** Records by hand, of one debtor before one court unless a test says otherwise. */
final class Told {

    static final Instant FETCHED = Instant.parse("2026-03-01T02:00:00Z");
    static final String COURT = "上海市长宁区人民法院";
    static final String DEBTOR = "张三测";

    private Told() {}

    static LitigationRecord.Builder record(String id, String number) {
        LitigationRecord.Builder record = LitigationRecord.newBuilder()
                .setRecordId(id)
                .setProvider("xinshu")
                .addAllCaseNumbers(CaseNumbers.read(number))
                .addParties(Party.newBuilder()
                        .setName(DEBTOR)
                        .setRole(PartyRole.PARTY_ROLE_DEBTOR)
                        .setIsSubject(true));
        record.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_STRONG);
        record.getCourtBuilder().setName(COURT);
        return record;
    }

    static LitigationRecord.Builder enforcement(String id, String number, String filed) {
        LitigationRecord.Builder record = record(id, number);
        record.getEnforcementBuilder();
        if (!filed.isEmpty()) {
            record.getEnforcementBuilder().setFiledDate(date(filed));
        }
        return record;
    }

    static LitigationRecord.Builder listing(String id, String number, String listed) {
        LitigationRecord.Builder record = record(id, number);
        record.getDishonestListingBuilder();
        if (!listed.isEmpty()) {
            record.getDishonestListingBuilder().setListedDate(date(listed));
        }
        return record;
    }

    static LitigationRecord.Builder basis(LitigationRecord.Builder record, String number, String unit) {
        CaseNumbers.read(number)
                .forEach(read -> record.addBases(
                        CaseBasis.newBuilder().setCaseNumber(read).setIssuingUnit(unit)));
        return record;
    }

    static VendorDate date(String iso) {
        String[] parts = iso.split("-", -1);
        Date.Builder date = Date.newBuilder().setYear(Integer.parseInt(parts[0]));
        if (parts.length > 1) {
            date.setMonth(Integer.parseInt(parts[1]));
        }
        if (parts.length > 2) {
            date.setDay(Integer.parseInt(parts[2]));
        }
        return VendorDate.newBuilder()
                .setDate(date)
                .setPrecision(Precision.forNumber(parts.length))
                .setRaw(iso)
                .build();
    }

    static Money cny(long yuan) {
        return Money.newBuilder().setCurrencyCode("CNY").setUnits(yuan).build();
    }

    static Timestamp fetched() {
        return Timestamp.newBuilder().setSeconds(FETCHED.getEpochSecond()).build();
    }

    static SourcedRecord at(int place, LitigationRecord.Builder record) {
        return new SourcedRecord(record.build(), place, FETCHED);
    }

    /** The picture of records of one provider. */
    static Picture picture(LitigationRecord.Builder... records) {
        return Pictures.of(Stream.of(records).map(record -> at(0, record)).toList());
    }
}
