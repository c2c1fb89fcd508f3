package io.litigation.core.normalize;

import io.litigation.v1.PartyIdKind;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier of a party, recognised.
 *
 * @param shown as it may be shown: an organisation's in full, all else masked
 * @param recognized false if the text is no identifier that is known
 */
record PartyId(PartyIdKind kind, String shown, boolean recognized) {

    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    private static final Pattern MASKED_RESIDENT_ID = Pattern.compile("(?=.*[*])(?=.*[0-9])[0-9*]{11,19}[0-9X*]");

    /** Recognises an identifier; absent ones are empty texts of kind UNSPECIFIED. */
    static PartyId of(String raw) {
        String text = IdText.of(raw);
        if (Silence.is(text)) {
            return new PartyId(PartyIdKind.PARTY_ID_KIND_UNSPECIFIED, "", true);
        }
        if (ResidentId.parse(raw).isPresent()) {
            return new PartyId(PartyIdKind.PARTY_ID_KIND_RESIDENT_ID, IdMask.mask(text), true);
        }
        Optional<CreditCode> creditCode = CreditCode.parse(raw);
        if (creditCode.isPresent()) {
            return new PartyId(
                    PartyIdKind.PARTY_ID_KIND_CREDIT_CODE, creditCode.get().canonical(), true);
        }
        Optional<OrganizationCode> organizationCode = OrganizationCode.parse(raw);
        if (organizationCode.isPresent()) {
            return new PartyId(
                    PartyIdKind.PARTY_ID_KIND_ORGANIZATION_CODE,
                    organizationCode.get().canonical(),
                    true);
        }
        String normal = IdMask.normalize(raw);
        boolean masked = MASKED_RESIDENT_ID.matcher(normal).matches() && beginsLikeAPerson(normal);
        return new PartyId(
                masked ? PartyIdKind.PARTY_ID_KIND_RESIDENT_ID : PartyIdKind.PARTY_ID_KIND_UNSPECIFIED,
                IdMask.mask(normal),
                masked);
    }

    // 91, 92 and 93 begin most credit codes, and may begin a foreign permanent resident's number: left open.
    private static boolean beginsLikeAPerson(String text) {
        String beginning = text.substring(0, 2);
        return !TWO_DIGITS.matcher(beginning).matches() || Provinces.isCode(beginning);
    }
}
