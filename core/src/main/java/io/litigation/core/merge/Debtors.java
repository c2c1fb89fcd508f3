package io.litigation.core.merge;

import io.litigation.core.normalize.Names;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom an enforcement, a listing or an exposure is against. */
final class Debtors {

    /** No name is written like this. */
    private static final String SUBJECT = "@subject";

    private Debtors() {}

    /** The debtors, each once; where the record names none as such, the subject, unless it is the other side. */
    static List<Party> of(LitigationRecord record) {
        Set<String> keys = new HashSet<>();
        List<Party> debtors = record.getPartiesList().stream()
                .filter(party -> party.getRole() == PartyRole.PARTY_ROLE_DEBTOR)
                .filter(party -> party.getIsSubject() || !party.getName().isBlank())
                .filter(party -> keys.add(key(party)))
                .toList();
        return debtors.isEmpty()
                ? subject(record).filter(party -> !isCreditor(party.getRole())).stream()
                        .toList()
                : debtors;
    }

    static Optional<Party> subject(LitigationRecord record) {
        return record.getPartiesList().stream().filter(Party::getIsSubject).findFirst();
    }

    static boolean isCreditor(PartyRole role) {
        return role == PartyRole.PARTY_ROLE_APPLICANT || role == PartyRole.PARTY_ROLE_PLAINTIFF;
    }

    /** Tells parties apart within a case: the subject is one, whatever names records have for it. */
    static String key(Party party) {
        return party.getIsSubject() ? SUBJECT : Names.matchKey(party.getName());
    }
}
