import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, DescService, Message, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import { anyPack } from "@bufbuild/protobuf/wkt";
import { Metadata, Server, ServerCredentials, status } from "@grpc/grpc-js";
import type {
  sendUnaryData,
  ServerDuplexStream,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
} from "@grpc/grpc-js";
import { EventEmitter, once } from "node:events";

import { ErrorInfoSchema } from "../src/gen/google/rpc/error_details_pb.js";
import { StatusSchema } from "../src/gen/google/rpc/status_pb.js";
import { Health, HealthCheckResponseSchema } from "../src/gen/grpc/health/v1/health_pb.js";
import {
  BatchSearchRecordsResponseSchema,
  LedgerService,
  ListLookupsResponseSchema,
  ListProvidersResponseSchema,
  LitigationService,
  QuoteSearchResponseSchema,
  SearchRecordsResponseSchema,
  StreamRecordsResponseSchema,
} from "../src/v1.js";
import type {
  BatchSearchRecordsRequest,
  BatchSearchRecordsResponse,
  ListLookupsRequest,
  ListProvidersRequest,
  QuoteSearchRequest,
  SearchRecordsRequest,
  StreamRecordsResponse,
} from "../src/v1.js";

/** How a call of the fake's fails. */
export class Failure {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    details: { schema: DescMessage; value: Record<string, unknown> }[] = [],
    pushback?: string,
  ) {
    const packed = details.map(({ schema, value }) => anyPack(schema, create(schema, value)));
    const said = create(StatusSchema, { code, message: this.details, details: packed });
    this.metadata.set("grpc-status-details-bin", Buffer.from(toBinary(StatusSchema, said)));
    if (pushback !== undefined) {
      this.metadata.set("grpc-retry-pushback-ms", pushback);
    }
  }

  get details(): string {
    return "The gateway says so.";
  }
}

export function info(reason: string, domain = "litigation") {
  return { schema: ErrorInfoSchema, value: { domain, reason, metadata: { incident: "i1" } } };
}

type Answer<Desc extends DescMessage> = MessageInitShape<Desc>;
type Unary<Q, A> = (call: ServerUnaryCall<Q, A>, callback: sendUnaryData<A>) => void;

/** A gateway in this process that answers as a test says, and notes how it was asked. */
export class FakeGateway {
  readonly events = new EventEmitter();
  readonly searches: SearchRecordsRequest[] = [];
  calls = 0;
  listings = 0;
  providersFail = 0;
  metadata = new Metadata();
  timeoutMs = Infinity;
  target = "";

  search: (request: SearchRecordsRequest) => Answer<typeof SearchRecordsResponseSchema> | Failure | "never" = () => ({
    lookupId: "L1",
  });
  parts: Answer<typeof StreamRecordsResponseSchema>[] = [];
  streamEnds: Failure | "well" | "never" = "well";
  item: (item: BatchSearchRecordsRequest) => Answer<typeof BatchSearchRecordsResponseSchema>[] = ({ key }) => [
    { key, result: { case: "answer", value: { lookupId: `of ${key}` } } },
  ];
  batchEndsAfter = Infinity;
  batchEnds: Failure | "well" = "well";

  private readonly server = new Server();

  constructor() {
    this.server.addService(definitionOf(LitigationService), {
      searchRecords: this.unary<SearchRecordsRequest, typeof SearchRecordsResponseSchema>(
        SearchRecordsResponseSchema,
        (request) => {
          this.searches.push(request);
          return this.search(request);
        },
      ),
      streamRecords: (call: ServerWritableStream<unknown, StreamRecordsResponse>) => this.stream(call),
      batchSearchRecords: (call: ServerDuplexStream<BatchSearchRecordsRequest, BatchSearchRecordsResponse>) =>
        this.batch(call),
      quoteSearch: this.unary<QuoteSearchRequest, typeof QuoteSearchResponseSchema>(
        QuoteSearchResponseSchema,
        ({ requestId }) => ({ requestId }),
      ),
      listProviders: this.unary<ListProvidersRequest, typeof ListProvidersResponseSchema>(
        ListProvidersResponseSchema,
        ({ pageToken }) =>
          ++this.listings <= this.providersFail
            ? new Failure(status.UNAVAILABLE)
            : { providers: [{ name: `p${pageToken}` }], nextPageToken: following(pageToken) },
      ),
    });
    this.server.addService(definitionOf(LedgerService), {
      listLookups: this.unary<ListLookupsRequest, typeof ListLookupsResponseSchema>(
        ListLookupsResponseSchema,
        ({ pageToken }) => ({ lookups: [{ lookupId: `l${pageToken}` }], nextPageToken: following(pageToken) }),
      ),
    });
    this.server.addService(definitionOf(Health), {
      check: this.unary<{ service: string }, typeof HealthCheckResponseSchema>(
        HealthCheckResponseSchema,
        ({ service }) => (service === "no.such.Service" ? new Failure(status.NOT_FOUND) : { status: 1 }),
      ),
    });
  }

  async serve(credentials = ServerCredentials.createInsecure()): Promise<string> {
    const port = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync("127.0.0.1:0", credentials, (failure, bound) =>
        failure ? reject(failure) : resolve(bound),
      ),
    );
    this.target = `127.0.0.1:${port}`;
    return this.target;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  shown(header: string): string {
    return this.metadata.get(header).join();
  }

  /** Waits until the caller has cancelled a call. */
  async cancelled(): Promise<void> {
    await once(this.events, "cancelled");
  }

  private begin(call: {
    metadata: Metadata;
    getDeadline(): number | Date;
    on(event: "cancelled", listener: () => void): unknown;
  }): void {
    this.calls++;
    this.metadata = call.metadata;
    this.timeoutMs = Number(call.getDeadline()) - Date.now();
    call.on("cancelled", () => this.events.emit("cancelled"));
    this.events.emit("begun");
  }

  private unary<Q, Desc extends DescMessage>(
    schema: Desc,
    answer: (request: Q) => Answer<Desc> | Failure | "never",
  ): Unary<Q, MessageShape<Desc>> {
    return (call, callback) => {
      this.begin(call);
      const answered = answer(call.request);
      if (answered instanceof Failure) {
        callback({ code: answered.code, details: answered.details, metadata: answered.metadata });
      } else if (answered !== "never") {
        callback(null, create(schema, answered as Answer<Desc>));
      }
    };
  }

  private stream(call: ServerWritableStream<unknown, StreamRecordsResponse>): void {
    this.begin(call);
    this.parts.forEach((part) => call.write(create(StreamRecordsResponseSchema, part)));
    this.finish(call, this.streamEnds);
  }

  private batch(call: ServerDuplexStream<BatchSearchRecordsRequest, BatchSearchRecordsResponse>): void {
    this.begin(call);
    let items = 0;
    call.on("data", (item: BatchSearchRecordsRequest) => {
      if (++items > this.batchEndsAfter) {
        return;
      }
      this.item(item).forEach((answer) => call.write(create(BatchSearchRecordsResponseSchema, answer)));
      if (items === this.batchEndsAfter) {
        this.finish(call, this.batchEnds);
      }
    });
    call.on("end", () => call.end());
  }

  private finish(call: EventEmitter & { end(): void }, ending: Failure | "well" | "never"): void {
    if (ending instanceof Failure) {
      call.emit("error", { code: ending.code, details: ending.details, metadata: ending.metadata });
    } else if (ending === "well") {
      call.end();
    }
  }
}

/** Three pages: the first, 1 and 2. */
export function following(token: string): string {
  return { "": "1", "1": "2" }[token] ?? "";
}

function definitionOf(service: DescService): ServiceDefinition {
  return Object.fromEntries(
    service.methods.map((method) => [
      method.localName,
      {
        path: `/${service.typeName}/${method.name}`,
        requestStream: method.methodKind === "bidi_streaming",
        responseStream: method.methodKind !== "unary",
        requestSerialize: (message: Message) => Buffer.from(toBinary(method.input, message)),
        requestDeserialize: (bytes: Buffer) => fromBinary(method.input, bytes),
        responseSerialize: (message: Message) => Buffer.from(toBinary(method.output, message)),
        responseDeserialize: (bytes: Buffer) => fromBinary(method.output, bytes),
      },
    ]),
  );
}
