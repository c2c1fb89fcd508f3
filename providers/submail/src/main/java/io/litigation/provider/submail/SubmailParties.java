package io.litigation.provider.submail;

import io.litigation.core.normalize.Names;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parties of a row. {@code pname} may list several, but the fields that describe a party (idcardNo, sex, age,
 * partyId, address) come once: where they list as many values they go by position; otherwise they are nobody's for
 * certain and go to a party of their own, which has no name.
 */
final class SubmailParties {

    private static final List<String> DESCRIPTIONS = List.of("idcardNo", "sex", "age", "partyId", "address");

    /** Types that name a role; all others, such as 自然人, leave the debtor that the category is about. */
    private static final Map<String, PartyRole> ROLES = Map.of(
            "被执行人", PartyRole.PARTY_ROLE_DEBTOR,
            "申请执行人", PartyRole.PARTY_ROLE_APPLICANT,
            "申请人", PartyRole.PARTY_ROLE_APPLICANT,
            "原告", PartyRole.PARTY_ROLE_PLAINTIFF,
            "被告", PartyRole.PARTY_ROLE_DEFENDANT,
            "第三人", PartyRole.PARTY_ROLE_THIRD_PARTY);

    private final SubmailDraft draft;
    private final Set<String> named = new HashSet<>();

    SubmailParties(SubmailDraft draft) {
        this.draft = draft;
    }

    /** The parties of {@code pname} with what describes them, in a role unless {@code partyType} names another. */
    void subjects(PartyRole role) {
        List<String> names = Names.split(draft.text("pname"));
        String type = draft.text("partyType");
        PartyRole own = ROLES.getOrDefault(type.strip(), role);
        if (names.size() == 1 || (names.isEmpty() && isDescribed())) {
            add(names.isEmpty() ? "" : names.get(0), own, type, field -> draft.text(field));
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            add(names.get(i), own, type, field -> {
                List<String> values = Names.split(draft.text(field));
                return values.size() == names.size() ? values.get(position) : "";
            });
        }
        if (names.size() > 1 && DESCRIPTIONS.stream().anyMatch(field -> isNobodys(field, names.size()))) {
            add("", own, type, field -> isNobodys(field, names.size()) ? draft.text(field) : "");
        }
    }

    /** The parties that a field of their own names, in a role. */
    void named(String field, PartyRole role) {
        Names.split(draft.text(field)).forEach(name -> add(name, role, "", description -> ""));
    }

    /** The parties of {@code pname} whom no other field has named yet; what their role is, is not said. */
    void others() {
        Names.split(draft.text("pname")).stream()
                .filter(name -> !named.contains(Names.matchKey(name)))
                .forEach(name -> add(name, PartyRole.PARTY_ROLE_UNSPECIFIED, "", description -> ""));
    }

    private boolean isDescribed() {
        return Stream.concat(DESCRIPTIONS.stream(), Stream.of("partyType"))
                .anyMatch(field -> !draft.text(field).isBlank());
    }

    private boolean isNobodys(String field, int names) {
        String text = draft.text(field);
        return !text.isBlank() && Names.split(text).size() != names;
    }

    private void add(String name, PartyRole role, String type, Description of) {
        named.add(Names.matchKey(name));
        Party.Builder party = Party.newBuilder()
                .setName(name)
                .setRole(role)
                .setVendorRole(type)
                .setVendorPartyId(of.field("partyId"))
                .setAddress(of.field("address"));
        draft.draft().party(party, draft.name("idcardNo"), of.field("idcardNo"), of.field("sex"), of.field("age"));
    }

    /** A party's own value of a field that describes parties. */
    @FunctionalInterface
    private interface Description {

        String field(String name);
    }
}
