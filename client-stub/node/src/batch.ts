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

/**
 * One batch. Items are taken no faster than they are answered, and answers are handed over while the next item is awaited:
 * items may come from a slow source.
 */
export async function* searchBatch(
  calls: Calls,
  items: Iterable<BatchItem> | AsyncIterable<BatchItem>,
  options: CallOptions,
): AsyncGenerator<BatchAnswer, void, undefined> {
  const call = await calls.bidi(LitigationService.method.batchSearchRecords, options);
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let open = 0;
  let more = true;
  let item: Promise<{ item: IteratorResult<BatchItem> }> | undefined;
  let message: Promise<{ message: BatchSearchRecordsResponse | undefined }> | undefined;
  try {
    for (;;) {
      if (more && open < ON_THEIR_WAY) {
        item ??= heeded(Promise.resolve(source.next()).then((item) => ({ item })));
      }
      message ??= heeded(call.next().then((message) => ({ message })));
      const first = await Promise.race(item === undefined ? [message] : [item, message]);
      if ("item" in first) {
        item = undefined;
        if (first.item.done === true) {
          more = false;
          call.halfClose();
        } else {
          const [key, search] = first.item.value;
          call.send(
            create(BatchSearchRecordsRequestSchema, { key, search: create(SearchRecordsRequestSchema, search) }),
          );
          open++;
        }
        continue;
      }
      message = undefined;
      if (first.message === undefined) {
        break;
      }
      if (open === 0) {
        throw cut("BATCH_CUT", "more answers than items");
      }
      open--;
      yield answerOf(first.message);
    }
    if (open > 0 || more) {
      throw cut("BATCH_CUT", `the call ended with ${open} items unanswered${more ? " and others unsent" : ""}`);
    }
  } finally {
    call.cancel();
    if (more) {
      // Not awaited: a source that is asked for its next item may never give it.
      heeded(Promise.resolve(source.return?.()));
    }
  }
}

/** Its failure is somebody's, whether or not it is still waited for. */
function heeded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

function answerOf({ key, itemNumber, result, retryForbidden }: BatchSearchRecordsResponse): BatchAnswer {
  if (result.case === "error") {
    return { key, itemNumber, error: errorOfStatus(result.value, retryForbidden) };
  }
  return { key, itemNumber, answer: result.value! };
}
