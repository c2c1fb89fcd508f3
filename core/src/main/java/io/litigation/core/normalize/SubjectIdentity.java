package io.litigation.core.normalize;

import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.PartyIdKind;
import io.litigation.v1.Sex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a subject's identifier tells, and how a record's identifier compares with it. */
sealed interface SubjectIdentity {

    static SubjectIdentity of(Subject subject) {
        if (subject instanceof PersonSubject person && person.idNumber() != null) {
            Optional<ResidentId> id = ResidentId.parse(person.idNumber());
            return id.isPresent() ? new OfPerson(id.get()) : new Unknown();
        }
        if (subject instanceof OrganizationSubject organization && organization.creditCode() != null) {
            Optional<CreditCode> code = CreditCode.parse(organization.creditCode());
            return code.isPresent() ? new OfOrganization(code.get()) : new Unknown();
        }
        return new Unknown();
    }

    /** Compares with a record's identifier, perhaps masked; one of another kind of subject is not comparable. */
    IdMask.Comparison compare(String recordId);

    default Sex sex() {
        return Sex.SEX_UNSPECIFIED;
    }

    default Optional<LocalDate> birthDate() {
        return Optional.empty();
    }

    /** Short name of the province of which the identifier tells. */
    default Optional<String> province() {
        return Optional.empty();
    }

    /** The subject has no identifier. */
    record Unknown() implements SubjectIdentity {

        @Override
        public IdMask.Comparison compare(String recordId) {
            return new IdMask.NotComparable();
        }
    }

    /** A person's. */
    record OfPerson(ResidentId id) implements SubjectIdentity {

        private static final Pattern CREDIT_CODE_BEGINS = Pattern.compile("9[123].{16}");
        private static final Pattern CODE_LETTER = Pattern.compile(".*[A-Z].+|.*[A-WYZ]");

        @Override
        public IdMask.Comparison compare(String recordId) {
            Optional<ResidentId> other = ResidentId.parse(recordId);
            if (other.isPresent()) {
                return other.get().equals(id) ? new IdMask.Equal() : new IdMask.Contradicting();
            }
            PartyIdKind kind = PartyId.of(recordId).kind();
            boolean organization = kind == PartyIdKind.PARTY_ID_KIND_CREDIT_CODE
                    || kind == PartyIdKind.PARTY_ID_KIND_ORGANIZATION_CODE
                    || isLikeACode(IdMask.normalize(recordId));
            return organization ? new IdMask.NotComparable() : IdMask.compare(recordId, forms());
        }

        @Override
        public Sex sex() {
            return id.sex();
        }

        @Override
        public Optional<LocalDate> birthDate() {
            return Optional.of(id.birthDate());
        }

        @Override
        public Optional<String> province() {
            return Provinces.byCode(id.provinceCode());
        }

        /** A person's has no letter but a last X, and hardly ever begins as most credit codes do. */
        private boolean isLikeACode(String text) {
            boolean begins = CREDIT_CODE_BEGINS.matcher(text).matches()
                    && !id.canonical().startsWith("9");
            return begins || CODE_LETTER.matcher(text).matches();
        }

        // The old form of 15 digits exists for births of the 20th century only.
        private List<String> forms() {
            String full = id.canonical();
            boolean hasOldForm = full.startsWith("19", 6);
            return hasOldForm ? List.of(full, full.substring(0, 6) + full.substring(8, 17)) : List.of(full);
        }
    }

    /** An organisation's. */
    record OfOrganization(CreditCode code) implements SubjectIdentity {

        @Override
        public IdMask.Comparison compare(String recordId) {
            Optional<OrganizationCode> other = CreditCode.parse(recordId)
                    .map(CreditCode::organizationCode)
                    .or(() -> OrganizationCode.parse(recordId));
            if (other.isPresent()) {
                return other.get().equals(code.organizationCode()) ? new IdMask.Equal() : new IdMask.Contradicting();
            }
            boolean person = PartyId.of(recordId).kind() == PartyIdKind.PARTY_ID_KIND_RESIDENT_ID;
            return person ? new IdMask.NotComparable() : IdMask.compare(recordId, forms());
        }

        @Override
        public Optional<String> province() {
            return Provinces.byCode(code.canonical().substring(2, 4));
        }

        private List<String> forms() {
            String organizationCode = code.organizationCode().canonical();
            return List.of(
                    code.canonical(),
                    organizationCode,
                    organizationCode.substring(0, 8) + "-" + organizationCode.substring(8));
        }
    }
}
