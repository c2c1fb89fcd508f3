package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import io.litigation.v1.ProcedureStage;

import java.util.Optional;

/**
 * A case number without its serial: year, court and type.
 *
 * @param courtCode the code of the 2016 rules, or the court's abbreviation of before
 * @param typeCode with the special-trial code, if there is one; empty if none can be told from the court
 */
record CaseStem(int year, String courtCode, String typeCode, Kind kind, ProcedureStage stage) {

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int FIRST_YEAR_OF_THE_RULES = 2016;

    /** With these a type begins, where an older number is not on the list as a whole: 浦|民一(民)初. */
    private static final String TYPE_BEGINNINGS = "刑民行执商经知赔破财";

    /**
     * Reads what stands before the serial.
     *
     * @param body between year and serial, without 字第
     * @param element the whole number, folded, in which words may say that it is not a court's
     * @return empty if there is nothing to be read
     */
    static Optional<CaseStem> of(int year, String body, String element) {
        if (year < FIRST_YEAR || year > LAST_YEAR || !isBalanced(body)) {
            return Optional.empty();
        }
        Optional<CourtCode> court = CourtCode.startOf(body);
        String type = court.map(code -> body.substring(code.text().length())).orElse("");
        Optional<ProcedureStage> stage = TypeCodes.stage(type);
        boolean underTheRules = year >= FIRST_YEAR_OF_THE_RULES;
        if (court.isPresent() && stage.isPresent()) {
            Kind kind = underTheRules ? Kind.KIND_MODERN : Kind.KIND_LEGACY;
            return Optional.of(new CaseStem(year, court.get().text(), type, kind, stage.get()));
        }
        if (CaseNumberText.isNonCourt(element)) {
            return Optional.of(nonCourt());
        }
        boolean numbered = court.isPresent() && !court.get().digits().isEmpty();
        if (numbered) {
            Kind kind = underTheRules ? Kind.KIND_MODERN_UNKNOWN_TYPE : Kind.KIND_LEGACY;
            return Optional.of(new CaseStem(
                    year,
                    court.get().text(),
                    type,
                    kind,
                    underTheRules ? ProcedureStage.PROCEDURE_STAGE_UNSPECIFIED : olderStage(type)));
        }
        boolean typeOnly = TypeCodes.stage(body).isPresent();
        boolean tooShort = body.codePointCount(0, body.length()) < 2;
        return tooShort && !typeOnly ? Optional.empty() : Optional.of(legacy(year, body));
    }

    /** A number of this stem; NON_COURT ones have only their text. */
    CaseNumber number(String raw, int serial, int document) {
        CaseNumber.Builder number = CaseNumber.newBuilder().setRaw(raw).setKind(kind);
        if (kind == Kind.KIND_NON_COURT) {
            return number.build();
        }
        return number.setCanonical("(" + year + ")" + courtCode + typeCode + serial + "号")
                .setYear(year)
                .setCourtCode(courtCode)
                .setTypeCode(typeCode)
                .setSerial(serial)
                .setDocument(document)
                .setStage(stage)
                .build();
    }

    boolean isNonCourt() {
        return kind == Kind.KIND_NON_COURT;
    }

    private static CaseStem nonCourt() {
        return new CaseStem(0, "", "", Kind.KIND_NON_COURT, ProcedureStage.PROCEDURE_STAGE_UNSPECIFIED);
    }

    private static CaseStem legacy(int year, String body) {
        String known = TypeCodes.olderStage(body).isPresent() ? body : TypeCodes.endOf(body);
        int split = known.isEmpty() ? typeBeginning(body) : body.length() - known.length();
        String type = body.substring(split);
        return new CaseStem(year, body.substring(0, split), type, Kind.KIND_LEGACY, olderStage(type));
    }

    private static ProcedureStage olderStage(String type) {
        return TypeCodes.olderStage(type).orElse(ProcedureStage.PROCEDURE_STAGE_UNSPECIFIED);
    }

    private static int typeBeginning(String body) {
        for (int i = 1; i < body.length(); i++) {
            if (TYPE_BEGINNINGS.indexOf(body.charAt(i)) >= 0) {
                return i;
            }
        }
        return body.length();
    }

    private static boolean isBalanced(String body) {
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char character = body.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
