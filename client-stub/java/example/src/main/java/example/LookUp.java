package example;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.LitigationException;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Organization;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;

import java.time.Duration;

/** Looks a company up and prints its cases: {@code mvn compile exec:java -Dexec.args=127.0.0.1:50051}. */
public final class LookUp {

    private LookUp() {}

    public static void main(String[] arguments) {
        String target = arguments.length == 0 ? "127.0.0.1:50051" : arguments[0];
        try (LitigationClient client = LitigationClients.plaintext(target).build()) {
            SearchRecordsResponse answer = client.within(Duration.ofSeconds(10)).search(request());
            for (LitigationRecord record : answer.getRecordsList()) {
                for (CaseNumber number : record.getCaseNumbersList()) {
                    System.out.println(number.getCanonical() + " " + record.getCategory());
                }
            }
            for (ProviderOutcome outcome : answer.getOutcomesList()) {
                System.out.println(outcome.getProvider() + ": " + outcome.getState());
            }
            System.out.println(answer.getComplete() ? "That is all." : "Somebody could not be asked: see above.");
        } catch (LitigationException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static SearchRecordsRequest request() {
        return SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setOrganization(Organization.newBuilder()
                                .setName("上海虚谷示例贸易有限公司")
                                .setCreditCode("91310000000000019Q")))
                .build();
    }
}
