package io.litigation.thirdvendor;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.provider.testkit.VendorContract;
import io.litigation.v1.PurposeCode;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Yunjian keeps to what every vendor keeps to, though its replies are encrypted. */
class YunjianContractTest extends VendorContract {

    private static final String OPENED = Payloads.text(YunjianContractTest.class, "person-judgments.json");

    @Override
    protected ProviderPlugin plugin() {
        return new YunjianModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return YunjianSettings.at(address);
    }

    @Override
    protected ProviderRequest request() {
        return new ProviderRequest(
                YunjianProvider.PERSON_JUDGMENTS, Subjects.person(), PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
    }

    @Override
    protected byte[] records() {
        return YunjianServer.sealed(OPENED, YunjianServer.SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] answerBody() {
        return OPENED.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected List<String> secrets() {
        return List.of(
                YunjianServer.ACCESS_ID, YunjianServer.SECRET_KEY, Subjects.NAME, Subjects.ID_NUMBER, Subjects.MOBILE);
    }

    @Test
    void anAnswerInClearIsMalformed() {
        assertMalformed("{\"rows\":[]}");
    }

    @Test
    void anAnswerThatWasChangedOnTheWayIsMalformed() {
        String sealed = new String(records(), StandardCharsets.UTF_8);
        int place = sealed.length() / 2;
        char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
        assertMalformed(sealed.substring(0, place) + other + sealed.substring(place + 1));
    }

    @Test
    void anAnswerThatIsNoBase64IsMalformed() {
        assertMalformed("{\"sealed\":\"不是密文\"}");
        assertMalformed("{\"sealed\":\"AAAA\"}");
    }

    @Test
    void aSealedPageIsMalformed() {
        assertMalformed(YunjianServer.sealed("<html></html>", YunjianServer.SECRET_KEY));
    }
}
