package io.litigation.sandbox.command;

import io.litigation.client.LitigationClient;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;

import java.io.PrintWriter;

/** Looks a person and a company up, as any client would, and shows what came. */
final class Tour {

    private final LitigationClient client;
    private final PrintWriter out;

    Tour(LitigationClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Shows both look-ups, then how to do them oneself.
     *
     * @param target host and port of the gateway
     * @throws io.litigation.client.LitigationException if a look-up has no answer
     */
    void show(String target, Subject person, Subject company) {
        lookUp(person);
        lookUp(company);
        out.println("Ask yourself:");
        GrpcurlLines.of(target, person, company).forEach(line -> out.println("  " + line));
        out.flush();
    }

    private void lookUp(Subject subject) {
        SearchRecordsResponse answer = client.search(
                SearchRecordsRequest.newBuilder().setSubject(subject).build());
        AnswerText.of(subject, answer).forEach(out::println);
        out.println();
        out.println();
        out.flush();
    }
}
