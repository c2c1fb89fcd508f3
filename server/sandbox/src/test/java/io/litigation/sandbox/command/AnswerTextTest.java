package io.litigation.sandbox.command;

import com.google.protobuf.TextFormat;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTextTest {

    @Test
    void showsAPersonFoundAtBothVendors() throws IOException {
        Subject person = Subject.newBuilder()
                .setPerson(Person.newBuilder()
                        .setName("顾明远")
                        .setIdNumber("310000199003070017")
                        .setMobile("13800000000"))
                .build();

        assertThat(AnswerText.of(person, answer("person.textproto"))).isEqualTo(golden("person.txt"));
    }

    @Test
    void showsACompanyThatCouldNotBeAskedAbout() throws IOException {
        Subject company = Subject.newBuilder()
                .setOrganization(Organization.newBuilder().setName("上海某某贸易有限公司"))
                .build();

        assertThat(AnswerText.of(company, answer("company.textproto"))).isEqualTo(golden("company.txt"));
    }

    private static SearchRecordsResponse answer(String name) throws IOException {
        SearchRecordsResponse.Builder answer = SearchRecordsResponse.newBuilder();
        TextFormat.merge(read(name), answer);
        return answer.build();
    }

    private static List<String> golden(String name) throws IOException {
        return read(name).lines().toList();
    }

    private static String read(String name) throws IOException {
        try (InputStream file = AnswerTextTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
