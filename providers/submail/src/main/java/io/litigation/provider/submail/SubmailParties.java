package io.litigation.provider.submail;

import io.litigation.core.normalize.EnforcementWords;
import io.litigation.core.normalize.Names;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parties of a row. {@code pname} may list several, but the fields that describe a party (idcardNo, sex, age,
 * partyId, address) come once: where they list as many values they go by position; otherwise they are nobody's for
 * certain and go to a party of their own, which has no name.
 */
final class SubmailParties {

    private static final List<String> DESCRIPTIONS = List.of("idcardNo", "sex", "age", "partyId", "address");

    /** Types that name a role. The document has no list of them. */
    private static final Map<String, PartyRole> ROLES = Map.ofEntries(
            Map.entry("被执行人", PartyRole.PARTY_ROLE_DEBTOR),
            Map.entry("被申请执行人", PartyRole.PARTY_ROLE_DEBTOR),
            Map.entry("申请执行人", PartyRole.PARTY_ROLE_APPLICANT),
            Map.entry("申请人", PartyRole.PARTY_ROLE_APPLICANT),
            Map.entry("原告", PartyRole.PARTY_ROLE_PLAINTIFF),
            Map.entry("被告", PartyRole.PARTY_ROLE_DEFENDANT),
            Map.entry("第三人", PartyRole.PARTY_ROLE_THIRD_PARTY),
            Map.entry("案外人", PartyRole.PARTY_ROLE_OTHER),
            Map.entry("利害关系人", PartyRole.PARTY_ROLE_OTHER),
            Map.entry("担保人", PartyRole.PARTY_ROLE_OTHER),
            Map.entry("协助执行人", PartyRole.PARTY_ROLE_OTHER));

    /** Types that say what somebody is, and leave the role that the category gives. */
    private static final Set<String> KINDS =
            Set.of("自然人", "个人", "法人", "企业", "企业法人", "单位", "公司", "组织", "其他组织", "非法人组织", "法人或其他组织", "个体工商户");

    private final SubmailDraft draft;
    private final Set<String> named = new HashSet<>();
    private boolean typeNoted;

    SubmailParties(SubmailDraft draft) {
        this.draft = draft;
    }

    /**
     * The parties of {@code pname} with what describes them, in a role unless {@code partyType} names another. A type that
     * is not known leaves the role, and is noted: it may say otherwise.
     */
    void subjects(PartyRole role) {
        List<String> names = Names.split(draft.text("pname"));
        String type = draft.text("partyType");
        if (names.size() == 1 || (names.isEmpty() && isDescribed())) {
            add(names.isEmpty() ? "" : names.get(0), role(type, role), type, field -> draft.text(field));
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            String own = ownValue("partyType", i, names.size()).orElse(type);
            add(
                    names.get(i),
                    role(own, role),
                    own,
                    field -> ownValue(field, position, names.size()).orElse(""));
        }
        if (names.size() > 1 && DESCRIPTIONS.stream().anyMatch(field -> isNobodys(field, names.size()))) {
            add("", role(type, role), type, field -> isNobodys(field, names.size()) ? draft.text(field) : "");
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

    private PartyRole role(String type, PartyRole otherwise) {
        String key = Names.matchKey(type);
        boolean known = ROLES.containsKey(key) || KINDS.contains(key) || !EnforcementWords.isWord(type);
        if (!known && !typeNoted) {
            typeNoted = true;
            draft.note("partyType", "WORD_NOT_KNOWN");
        }
        return ROLES.getOrDefault(key, otherwise);
    }

    /** By position, where a field lists as many values as there are names. */
    private Optional<String> ownValue(String field, int position, int names) {
        List<String> values = Names.split(draft.text(field));
        return values.size() == names ? Optional.of(values.get(position)) : Optional.empty();
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
