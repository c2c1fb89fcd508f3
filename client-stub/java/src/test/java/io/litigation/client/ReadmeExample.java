package io.litigation.client;

import io.litigation.v1.Person;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.Subject;

/** The example of README.md, to see that it compiles. */
final class ReadmeExample {

    private ReadmeExample() {}

    static void run() {
        try (LitigationClient client =
                LitigationClients.plaintext("127.0.0.1:50051").build()) {
            Person person = Person.newBuilder()
                    .setName("张三")
                    .setIdNumber("310000199003070017")
                    .build();
            SearchRecordsRequest request = SearchRecordsRequest.newBuilder()
                    .setSubject(Subject.newBuilder().setPerson(person))
                    .build();
            client.search(request).getRecordsList().forEach(record -> System.out.println(record.getTitle()));
        }
    }
}
