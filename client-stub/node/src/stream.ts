import type { MessageInitShape } from "@bufbuild/protobuf";

import type { Answers, CallOptions, Calls } from "./calls.js";
import { cut } from "./errors.js";
import { LitigationService } from "./gen/litigation/v1/litigation_service_pb.js";
import type {
  ProviderPart,
  StreamRecordsRequestSchema,
  StreamRecordsResponse,
  StreamSummary,
} from "./gen/litigation/v1/litigation_service_pb.js";

/**
 * A streamed answer: each provider's part as it arrives, then the summary.
 *
 * ```ts
 * const parts = client.stream(request);
 * for await (const part of parts) { … }
 * parts.summary.complete
 * ```
 *
 * The call begins with the iteration; leaving the loop ends it. After an error the parts before it are no answer: so it is,
 * with code `DATA_LOSS` and reason `STREAM_CUT`, where the stream ended well but without its summary, or with other than
 * the number of records that the summary states.
 */
export class RecordStream implements AsyncIterable<ProviderPart> {
  private end: StreamSummary | undefined;
  private used = false;

  /** @internal */
  constructor(
    private readonly calls: Calls,
    private readonly request: MessageInitShape<typeof StreamRecordsRequestSchema>,
    private readonly options: CallOptions,
  ) {}

  /** The end of the answer, once all parts were had. */
  get summary(): StreamSummary {
    if (this.end === undefined) {
      throw new Error("the summary ends the answer: read all parts first");
    }
    return this.end;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ProviderPart, void, undefined> {
    if (this.used) {
      throw new Error("the parts of a stream can be had once");
    }
    this.used = true;
    const answers = await this.calls.stream(LitigationService.method.streamRecords, this.request, this.options);
    try {
      yield* this.parts(answers);
    } finally {
      answers.cancel();
    }
  }

  private async *parts(answers: Answers<StreamRecordsResponse>): AsyncGenerator<ProviderPart, void, undefined> {
    let records = 0;
    let summary: StreamSummary | undefined;
    for (let message = await answers.next(); message !== undefined; message = await answers.next()) {
      if (summary !== undefined) {
        throw cut("STREAM_CUT", "a message follows the summary");
      }
      const { part } = message;
      if (part.case === "summary") {
        summary = part.value;
      } else if (part.case === "providerPart") {
        records += part.value.records.length;
        yield part.value;
      }
      // Else a kind of part that a newer server knows.
    }
    if (summary === undefined) {
      throw cut("STREAM_CUT", "the stream ended without its summary");
    }
    if (summary.recordCount !== records) {
      throw cut("STREAM_CUT", `the summary states ${summary.recordCount} records, received ${records}`);
    }
    this.end = summary;
  }
}
