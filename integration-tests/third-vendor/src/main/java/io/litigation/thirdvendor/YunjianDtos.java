package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonRows;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.ReplyText;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.Charge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes over the wire, sealed and opened. */
final class YunjianDtos {

    /** What the vendor calls the fields of a subject. */
    static final Map<SubjectField, String> PARAMETERS = Map.of(
            SubjectField.NAME, "name",
            SubjectField.ID_NUMBER, "idNumber",
            SubjectField.CREDIT_CODE, "creditCode");

    private static final Set<String> ANSWER_FIELDS = Set.of("code", "message", "serial", "charged", "rows");

    private static final Map<String, Set<String>> ROW_FIELDS = Map.of(
            YunjianProvider.PERSON_JUDGMENTS,
            Set.of("docId", "kind", "caseNo", "court", "cause", "date", "party", "partyId", "result"),
            YunjianProvider.COMPANY_LISTINGS,
            Set.of(
                    "listingId",
                    "caseNo",
                    "court",
                    "company",
                    "creditCode",
                    "filedDate",
                    "listedDate",
                    "state",
                    "ground"));

    private YunjianDtos() {}

    /**
     * The reply as it comes: sealed, or a refusal in clear.
     *
     * @param sealed empty for a refusal
     * @param code of a refusal
     */
    record Envelope(String sealed, String code, String message) {

        static Envelope read(ByteString body) throws JsonUnreadableException {
            JsonObject object = StrictJson.parseObject(ReplyText.of(body).text());
            return new Envelope(
                    object.get("sealed").text(),
                    object.get("code").text(),
                    object.get("message").text());
        }

        @Override
        public String toString() {
            return "Envelope[" + (sealed.isEmpty() ? code : "sealed") + "]";
        }
    }

    /**
     * The content of a sealed reply.
     *
     * @param message may contain personal data
     * @param serial the vendor's reference of the call
     * @param charge as the vendor states it; empty if it does not
     * @param unknownFields names that the interface does not have
     */
    record Answer(
            String code,
            String message,
            String serial,
            Optional<Charge> charge,
            JsonRows content,
            List<String> unknownFields) {

        static Answer read(ByteString opened) throws JsonUnreadableException {
            JsonObject object = StrictJson.parseObject(ReplyText.of(opened).text());
            return new Answer(
                    object.get("code").text(),
                    object.get("message").text(),
                    object.get("serial").text(),
                    charge(object.get("charged")),
                    JsonRows.of(object.get("rows")),
                    object.names().stream()
                            .filter(name -> !ANSWER_FIELDS.contains(name))
                            .toList());
        }

        List<VendorRow> rows(String offering) {
            Set<String> documented = ROW_FIELDS.getOrDefault(offering, Set.of());
            return content.rows().stream()
                    .map(row -> new VendorRow(row, documented))
                    .toList();
        }

        /** True if something stands where rows should be, and none of it is one. */
        boolean isUnreadable() {
            return content.rows().isEmpty() && !content.leftovers().isEmpty();
        }

        private static Optional<Charge> charge(Json charged) {
            return switch (charged.text()) {
                case "true" -> Optional.of(Charge.CHARGE_CHARGED);
                case "false" -> Optional.of(Charge.CHARGE_NOT_CHARGED);
                default -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return "Answer[" + code + ", " + content + "]";
        }
    }
}
