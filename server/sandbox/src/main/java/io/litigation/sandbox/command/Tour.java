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
     * Looks a subject up and shows the answer.
     *
     * @throws io.litigation.client.LitigationException if there is none
     */
    void lookUp(Subject subject) {
        SearchRecordsResponse answer = client.search(
                SearchRecordsRequest.newBuilder().setSubject(subject).build());
        AnswerText.of(subject, answer).forEach(out::println);
        out.println();
        out.println();
        out.flush();
    }

    /** Shows how to do the same, and more, by hand. */
    void handOver(String target, Subject searched, Subject streamed) {
        out.println("Ask yourself:");
        GrpcurlLines.of(target, searched, streamed).forEach(line -> out.println("  " + line));
        out.flush();
    }
}
