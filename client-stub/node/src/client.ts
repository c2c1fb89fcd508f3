import { create } from "@bufbuild/protobuf";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Client } from "@grpc/grpc-js";

import { searchBatch } from "./batch.js";
import type { BatchAnswer, BatchItem } from "./batch.js";
import { Calls } from "./calls.js";
import type { CallOptions } from "./calls.js";
import { channelCredentials, channelOptions, positive, requirePrivate } from "./connection.js";
import type { ClientOptions } from "./connection.js";
import { Health, HealthCheckResponse_ServingStatus } from "./gen/grpc/health/v1/health_pb.js";
import { LedgerService } from "./gen/litigation/v1/ledger_service_pb.js";
import type { ListLookupsRequestSchema, Lookup } from "./gen/litigation/v1/ledger_service_pb.js";
import { LitigationService, SearchRecordsRequestSchema } from "./gen/litigation/v1/litigation_service_pb.js";
import type {
  ListProvidersRequestSchema,
  QuoteSearchRequestSchema,
  QuoteSearchResponse,
  SearchRecordsResponse,
  StreamRecordsRequestSchema,
} from "./gen/litigation/v1/litigation_service_pb.js";
import type { Provider } from "./gen/litigation/v1/provider_pb.js";
import { RecordStream } from "./stream.js";

/**
 * A client of the litigation gateway: make one and keep it.
 *
 * It connects with the first call, so that an unreachable gateway is that call's failure. Failures are
 * {@link LitigationError}. It never repeats by itself what may be paid for.
 *
 * An answer without records means "nothing found" only where `complete` is true.
 */
export class LitigationClient {
  private readonly client: Client;
  private readonly calls: Calls;

  /**
   * @param target `host:port` or any gRPC target name, such as `dns:///gateway.example:443`. Calls are spread over all
   *   addresses that a name stands for.
   */
  constructor(target: string, options: ClientOptions = {}) {
    requirePrivate(target, options);
    const timeoutMs = positive(options.timeoutMs ?? 15_000, "timeoutMs");
    this.client = new Client(target, channelCredentials(options), {
      ...channelOptions(target, options),
      ...(options.interceptors && { interceptors: options.interceptors }),
    });
    this.calls = new Calls(this.client, options.apiKey, timeoutMs);
  }

  /** Looks one subject up: the first page of the answer, or the page of the request's token. */
  search(
    request: MessageInitShape<typeof SearchRecordsRequestSchema>,
    options?: CallOptions,
  ): Promise<SearchRecordsResponse> {
    return this.calls.unary(LitigationService.method.searchRecords, request, options);
  }

  /** All pages of an answer, each fetched when it is asked for, each with a deadline of its own. */
  async *searchPages(
    request: MessageInitShape<typeof SearchRecordsRequestSchema>,
    options?: CallOptions,
  ): AsyncGenerator<SearchRecordsResponse, void, undefined> {
    const first = create(SearchRecordsRequestSchema, request);
    let pageToken = first.pageToken;
    do {
      const page = await this.search({ ...first, pageToken }, options);
      pageToken = page.nextPageToken;
      yield page;
    } while (pageToken !== "");
  }

  /** Looks one subject up and gives each provider's part as it arrives. */
  stream(request: MessageInitShape<typeof StreamRecordsRequestSchema>, options: CallOptions = {}): RecordStream {
    return new RecordStream(this.calls, request, options);
  }

  /**
   * Looks many subjects up over one call: keyed searches in, an answer or an error for each out, as they finish. Items are
   * taken no faster than they are answered.
   *
   * The call has no deadline unless `timeoutMs` is given: a batch lasts as long as its items take. Leaving the loop, or an
   * exception of `items`, ends the call; what is paid by then is stored at the gateway. It fails with code `DATA_LOSS` and
   * reason `BATCH_CUT` where the call ended well but without an answer for every item.
   */
  searchBatch(
    items: Iterable<BatchItem> | AsyncIterable<BatchItem>,
    options: CallOptions = {},
  ): AsyncGenerator<BatchAnswer, void, undefined> {
    return searchBatch(this.calls, items, options);
  }

  /** What a search would do and cost now. Asks no vendor. */
  quote(
    request: MessageInitShape<typeof QuoteSearchRequestSchema>,
    options?: CallOptions,
  ): Promise<QuoteSearchResponse> {
    return this.calls.unary(LitigationService.method.quoteSearch, request, options);
  }

  /** All providers, page by page. Asks no vendor. */
  async *providers(
    request: MessageInitShape<typeof ListProvidersRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<Provider, void, undefined> {
    const method = LitigationService.method.listProviders;
    const first = create(method.input, request);
    let pageToken = first.pageToken;
    do {
      const page = await this.calls.unary(method, { ...first, pageToken }, options);
      pageToken = page.nextPageToken;
      yield* page.providers;
    } while (pageToken !== "");
  }

  /** The caller's own lookups, newest first, page by page: who stops early fetches no more. */
  async *lookups(
    request: MessageInitShape<typeof ListLookupsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<Lookup, void, undefined> {
    const method = LedgerService.method.listLookups;
    const first = create(method.input, request);
    let pageToken = first.pageToken;
    do {
      const page = await this.calls.unary(method, { ...first, pageToken }, options);
      pageToken = page.nextPageToken;
      yield* page.lookups;
    } while (pageToken !== "");
  }

  /** What the gateway says of a service of its own, or of itself: `SERVING`, `NOT_SERVING` … */
  async health(service = "", options?: CallOptions): Promise<keyof typeof HealthCheckResponse_ServingStatus> {
    const { status } = await this.calls.unary(Health.method.check, { service }, options);
    return (HealthCheckResponse_ServingStatus[status] ?? "UNKNOWN") as keyof typeof HealthCheckResponse_ServingStatus;
  }

  /** Ends the connections, once the calls in flight have ended. */
  close(): void {
    this.client.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
