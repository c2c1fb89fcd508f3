package io.litigation.server.identity;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.litigation.core.search.Caller;
import io.litigation.server.config.CallerConfig;
import io.litigation.server.identity.Authenticator.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class ApiKeysTest {

    private static final String LOANS = "loans-".repeat(6);
    private static final String NEXT = "next-key-of-loans-".repeat(2);
    private static final String SHORT = "thirty-one characters are short";
    private static final String LONG = "l".repeat(513);
    private static final Caller CALLER = Caller.unrestricted("loans");

    private final ApiKeys keys = ApiKeys.of(List.of(
            new CallerConfig(CALLER, Set.of(hash(LOANS), hash(NEXT), hash(SHORT), hash(LONG))),
            new CallerConfig(Caller.unrestricted("other"), Set.of(hash("other-".repeat(6))))));

    private static HashCode hash(String key) {
        return Hashing.sha256().hashString(key, StandardCharsets.UTF_8);
    }

    @Test
    void knowsACallerByAnyOfItsKeys() {
        assertThat(find("Bearer " + LOANS)).isEqualTo(new Finding.Known(new Identity(CALLER)));
        assertThat(find("Bearer " + NEXT)).isEqualTo(new Finding.Known(new Identity(CALLER)));
    }

    @Test
    void theNameOfTheSchemeMayBeWrittenInAnyWay() {
        assertThat(find("bearer  " + LOANS)).isInstanceOf(Finding.Known.class);
    }

    @Test
    void aCallWithoutTheHeaderSaysNothing() {
        assertThat(find()).isEqualTo(new Finding.Missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer loans-loans-loans-loans-loans-loans",
                "Bearer",
                "Bearer ",
                "",
                "Basic bG9hbnM6bG9hbnM=",
                "loans-loans-loans-loans-loans-loans-",
                "Bearer " + SHORT,
            })
    void whatIsNoKeyOfAnybodyProvesNothing(String header) {
        assertThat(find(header)).isEqualTo(new Finding.Rejected());
    }

    @Test
    void aKeyThatIsTooLongIsNotEvenLookedAt() {
        assertThat(find("Bearer " + LONG)).isEqualTo(new Finding.Rejected());
    }

    @Test
    void twoHeadersAreOneTooMany() {
        assertThat(find("Bearer " + LOANS, "Bearer " + LOANS)).isEqualTo(new Finding.Rejected());
    }

    @Test
    void withoutAnIdentityACallDoesNotGoOn() {
        assertThatIllegalStateException().isThrownBy(Identity::current);
    }

    private Finding find(String... values) {
        Metadata headers = new Metadata();
        for (String value : values) {
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), value);
        }
        return keys.authenticate(headers, Attributes.EMPTY);
    }
}
