package io.litigation.provider.testkit;

import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A payload of a corpus: {@code <subject>/<name>.http} is the vendor's reply to a question about that subject, and
 * {@code <name>.txtpb} beside it says what it means.
 *
 * @param folder names the subject
 * @param reply the file that holds the reply
 */
public record CorpusPayload(String folder, Path reply) {

    private static final String REPLY = ".http";
    private static final String ANSWER = ".txtpb";

    private static final Map<String, Subject> SUBJECTS = Map.of(
            "person", Subjects.person(),
            "name-only", Subjects.nameOnly(),
            "another-person", Subjects.anotherPerson(),
            "company", Subjects.company());

    /** All payloads of a vendor, by their names. */
    public static List<CorpusPayload> allIn(Path corpus) {
        return files(corpus, REPLY).stream()
                .map(file ->
                        new CorpusPayload(file.getName(file.getNameCount() - 2).toString(), file))
                .toList();
    }

    /** Answers to which there is no payload. */
    static List<Path> strayAnswersIn(Path corpus) {
        return files(corpus, ANSWER).stream()
                .filter(answer -> !Files.exists(sibling(answer, ANSWER, REPLY)))
                .toList();
    }

    /** Subject and name. */
    public String id() {
        return folder + "/" + reply.getFileName().toString().replace(REPLY, "");
    }

    /** The file that says what the reply means. */
    public Path answer() {
        return sibling(reply, REPLY, ANSWER);
    }

    /** Whom the question was about. */
    public Subject subject() {
        Subject subject = SUBJECTS.get(folder);
        if (subject == null) {
            throw new IllegalArgumentException(folder + " is none of the subjects " + SUBJECTS.keySet());
        }
        return subject;
    }

    /** The same, as a caller of the gateway asks. */
    public io.litigation.v1.Subject requested() {
        io.litigation.v1.Subject.Builder requested = io.litigation.v1.Subject.newBuilder();
        if (subject() instanceof PersonSubject person) {
            requested.getPersonBuilder().setName(person.name());
            if (person.idNumber() != null) {
                requested.getPersonBuilder().setIdNumber(person.idNumber());
            }
            if (person.mobile() != null) {
                requested.getPersonBuilder().setMobile(person.mobile());
            }
        } else if (subject() instanceof OrganizationSubject company) {
            requested.getOrganizationBuilder().setName(company.name());
            if (company.creditCode() != null) {
                requested.getOrganizationBuilder().setCreditCode(company.creditCode());
            }
        }
        return requested.build();
    }

    private static Path sibling(Path file, String ending, String other) {
        return file.resolveSibling(file.getFileName().toString().replace(ending, other));
    }

    private static List<Path> files(Path corpus, String ending) {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
