package io.litigation.core.subject;

import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdentitiesTest {

    private static final VendorAccount ACCOUNT = account("https://vendor.example", "key");
    private static final PersonSubject PERSON = new PersonSubject("张三", "31000019900101007X", "13800138000");

    private static final KeyedHash OLD_KEY = key(1);
    private static final KeyedHash NEW_KEY = key(2);

    private final Identities identities = new Identities(new KeyedHash(new byte[32]));

    @Test
    void everythingThatAVendorSeesIsPartOfTheQuestion() {
        Stream<QuestionKey> keys = Stream.of(
                question("alpha", "cases", ACCOUNT, PERSON),
                question("beta", "cases", ACCOUNT, PERSON),
                question("alpha", "others", ACCOUNT, PERSON),
                question("alpha", "cases", account("http://127.0.0.1:8080", "key"), PERSON),
                question("alpha", "cases", account("https://vendor.example", "other"), PERSON),
                question("alpha", "cases", ACCOUNT, new PersonSubject("李四", PERSON.idNumber(), PERSON.mobile())),
                question("alpha", "cases", ACCOUNT, new PersonSubject("张三", null, PERSON.mobile())),
                question("alpha", "cases", ACCOUNT, new PersonSubject("张三", PERSON.idNumber(), null)),
                question("alpha", "cases", ACCOUNT, new OrganizationSubject("张三", null)));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void spellingsThatMeanTheSameAreOneQuestion() {
        assertThat(question("alpha", "cases", ACCOUNT, new OrganizationSubject("示例（上海）有限公司", null)))
                .isEqualTo(question("alpha", "cases", ACCOUNT, new OrganizationSubject("示例(上海) 有限公司", null)));
    }

    @Test
    void aKeyTellsNothingWithoutTheSecret() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(new Identities(new KeyedHash(other)).question("default", "alpha", "cases", ACCOUNT, false, PERSON))
                .isNotEqualTo(question("alpha", "cases", ACCOUNT, PERSON));
        assertThat(question("alpha", "cases", ACCOUNT, PERSON).hex()).matches("[0-9a-f]{64}");
    }

    @Test
    void aTokenIsTheSubjectsAndNotTheQuestions() {
        assertThat(identities.subjectToken(PERSON))
                .isEqualTo(identities.subjectToken(new PersonSubject(" 张三", PERSON.idNumber(), PERSON.mobile())))
                .isNotEqualTo(identities.subjectToken(PERSON.project(Set.of())))
                .matches("[a-z2-7]{26}");
    }

    @Test
    void aQuestionIsKnownUnderAllKeysWhicheverIsCurrent() {
        QuestionKey old = question(IndexKeys.of(OLD_KEY));
        QuestionKey prepared = question(new IndexKeys(OLD_KEY, List.of(NEW_KEY), OLD_KEY));
        QuestionKey rotated = question(new IndexKeys(NEW_KEY, List.of(OLD_KEY), OLD_KEY));

        assertThat(prepared).isEqualTo(old).isNotEqualTo(rotated);
        assertThat(prepared.all()).containsExactly(old.hex(), rotated.hex());
        assertThat(rotated.all()).containsExactly(rotated.hex(), old.hex());
        assertThat(rotated.in(Map.of(old, "found"))).contains("found");
        assertThat(rotated.in(Map.of(old, "old", rotated, "new"))).contains("new");
        assertThat(old.in(Map.of(rotated, "not known to it"))).isEmpty();
    }

    @Test
    void recordsKeepTheirNamesOverRotations() {
        Identities rotated = new Identities(new IndexKeys(NEW_KEY, List.of(OLD_KEY), OLD_KEY));

        assertThat(rotated.record("alpha", List.of("entry")))
                .isEqualTo(new Identities(OLD_KEY).record("alpha", List.of("entry")));
        assertThat(rotated.subjectToken(PERSON)).isNotEqualTo(new Identities(OLD_KEY).subjectToken(PERSON));
        assertThat(rotated.subjectTokens(PERSON))
                .containsExactly(
                        new Identities(NEW_KEY).subjectToken(PERSON), new Identities(OLD_KEY).subjectToken(PERSON));
    }

    @Test
    void whatIsSealedIsComparedUnderAllKeys() {
        Identities rotated = new Identities(new IndexKeys(NEW_KEY, List.of(OLD_KEY), OLD_KEY));

        assertThat(rotated.seals("request", List.of("text")))
                .containsExactly(
                        new Identities(NEW_KEY).seal("request", List.of("text")),
                        new Identities(OLD_KEY).seal("request", List.of("text")));
    }

    @Test
    void textsDoNotRunTogether() {
        assertThat(Stream.of(
                        identities.record("alpha", List.of("ab", "c")),
                        identities.record("alpha", List.of("a", "bc")),
                        identities.record("alpha", List.of("abc")),
                        identities.record("alpha", List.of("abc", "")),
                        identities.record("alphaabc", List.of()),
                        identities.unguessable("alpha", 1),
                        identities.unguessable("alpha", 11)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aProjectionLosesWhatIsNotDeclared() {
        assertThat(PERSON.project(Set.of(SubjectField.NAME))).isEqualTo(new PersonSubject("张三", null, null));
        assertThat(new OrganizationSubject("示例", "91310000000000019Q").project(Set.of(SubjectField.NAME)))
                .isEqualTo(new OrganizationSubject("示例", null));
        assertThat(PERSON.field(SubjectField.CREDIT_CODE)).isEmpty();
    }

    @Test
    void aSubjectDoesNotTellWhoItIs() {
        assertThat(PERSON.toString()).isEqualTo("PersonSubject[***]");
        assertThat(new OrganizationSubject("示例", null).toString()).isEqualTo("OrganizationSubject[***]");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new KeyedHash(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static QuestionKey question(IndexKeys keys) {
        return new Identities(keys).question("default", "alpha", "cases", ACCOUNT, false, PERSON);
    }

    private static KeyedHash key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new KeyedHash(key);
    }

    private QuestionKey question(String provider, String offering, VendorAccount account, Subject subject) {
        return identities.question("default", provider, offering, account, false, subject);
    }

    private static VendorAccount account(String address, String credential) {
        return new VendorAccount(URI.create(address), Secret.of(credential));
    }
}
