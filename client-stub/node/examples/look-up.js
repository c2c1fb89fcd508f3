// Looks a company up and says what is known of it: node look-up.js [ADDRESS], while ./litigation sandbox runs.
import { LitigationClient, LitigationError } from "litigation-client";
import { ProviderOutcome_State, PurposeCode, RecordCategory } from "litigation-client/v1";

const client = new LitigationClient(process.argv[2] ?? "127.0.0.1:50051", { plaintext: true, timeoutMs: 10_000 });
try {
  const pages = client.searchPages({
    subject: {
      kind: { case: "organization", value: { name: "上海虚谷示例贸易有限公司", creditCode: "91310000000000019Q" } },
    },
    purpose: { code: PurposeCode.COUNTERPARTY_REVIEW },
  });
  for await (const page of pages) {
    for (const { category, caseNumbers, court } of page.records) {
      const numbers = caseNumbers.map(({ canonical, raw }) => canonical || raw).join(", ");
      // A newer gateway may send a value that this client has no name for.
      console.log(RecordCategory[category] ?? category, numbers, court?.name ?? "");
    }
    for (const { provider, offering, state } of page.outcomes) {
      console.log(`${provider}/${offering}: ${ProviderOutcome_State[state] ?? state}`);
    }
    // Without records this would mean "nothing found" only if it is complete.
    console.log(page.complete ? "complete" : "not complete");
  }
} catch (failure) {
  if (!(failure instanceof LitigationError)) {
    throw failure;
  }
  for (const { field, description } of failure.fieldViolations) {
    console.error(`${field}: ${description}`);
  }
  console.error(`no answer: ${failure.message}`);
  process.exitCode = 1;
} finally {
  client.close();
}
