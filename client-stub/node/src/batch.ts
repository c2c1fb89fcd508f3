import { create } from "@bufbuild/protobuf";
import type { MessageInitShape } from "@bufbuild/protobuf";

import type { CallOptions, Calls } from "./calls.js";
import { cut, errorOfStatus } from "./errors.js";
import type { LitigationError } from "./errors.js";
import {
  BatchSearchRecordsRequestSchema,
  LitigationService,
  SearchRecordsRequestSchema,
} from "./gen/litigation/v1/litigation_service_pb.js";
import type { BatchSearchRecordsResponse, SearchRecordsResponse } from "./gen/litigation/v1/litigation_service_pb.js";

/** A search of a batch, under the caller's name for it. */
export type BatchItem = readonly [key: string, search: MessageInitShape<typeof SearchRecordsRequestSchema>];

/** What became of one item of a batch: an answer, or an error. */
export type BatchAnswer = {
  /** The item's key, unchanged. */
  readonly key: string;
  /** The item's place in the order in which the items were sent; the first is 1. */
  readonly itemNumber: number;
} & (
  | { readonly answer: SearchRecordsResponse; readonly error?: undefined }
  | { readonly answer?: undefined; readonly error: LitigationError }
);

// As many items are on their way as the gateway works on at a time. With fewer it would idle; with more, who is to send
// could wait for a gateway that waits for it to read.
const ON_THEIR_WAY = 16;

/** One batch: items are taken no faster than they are answered. */
export async function* searchBatch(
  calls: Calls,
  items: Iterable<BatchItem> | AsyncIterable<BatchItem>,
  options: CallOptions,
): AsyncGenerator<BatchAnswer, void, undefined> {
  const call = await calls.bidi(LitigationService.method.batchSearchRecords, options);
  let open = 0;
  const next = async (): Promise<BatchAnswer | undefined> => {
    const message = await call.next();
    if (message === undefined) {
      if (open > 0) {
        throw cut("BATCH_CUT", `the call ended with ${open} items unanswered`);
      }
      return undefined;
    }
    if (open === 0) {
      throw cut("BATCH_CUT", "more answers than items");
    }
    open--;
    return answerOf(message);
  };
  try {
    for await (const [key, search] of items) {
      if (open === ON_THEIR_WAY) {
        yield (await next())!;
      }
      call.send(create(BatchSearchRecordsRequestSchema, { key, search: create(SearchRecordsRequestSchema, search) }));
      open++;
    }
    call.halfClose();
    for (let answer = await next(); answer !== undefined; answer = await next()) {
      yield answer;
    }
  } finally {
    call.cancel();
  }
}

function answerOf({ key, itemNumber, result, retryForbidden }: BatchSearchRecordsResponse): BatchAnswer {
  if (result.case === "error") {
    return { key, itemNumber, error: errorOfStatus(result.value, retryForbidden) };
  }
  return { key, itemNumber, answer: result.value! };
}
