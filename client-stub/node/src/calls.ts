import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type {
  DescMessage,
  DescMethodBiDiStreaming,
  DescMethodServerStreaming,
  DescMethodUnary,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import { Client, Metadata, status } from "@grpc/grpc-js";
import type {
  CallOptions as GrpcCallOptions,
  ClientDuplexStream,
  ClientReadableStream,
  ServiceError,
  StatusObject,
} from "@grpc/grpc-js";

import { checkKey, positive } from "./connection.js";
import type { ApiKey } from "./connection.js";
import { errorOfCall, LitigationError } from "./errors.js";

/** What a single call may have of its own. */
export interface CallOptions {
  /** How many milliseconds it may take. */
  readonly timeoutMs?: number;
  /** Ends the call, which then fails with code `CANCELLED`. What is paid goes on and is stored at the gateway. */
  readonly signal?: AbortSignal;
}

type ServerStream = DescMethodServerStreaming<DescMessage, DescMessage>;
type BidiStream = DescMethodBiDiStreaming<DescMessage, DescMessage>;
type Method = DescMethodUnary<DescMessage, DescMessage> | ServerStream | BidiStream;

/** Makes the calls of a contract's methods, and says who calls and how long they may take. */
export class Calls {
  constructor(
    private readonly client: Client,
    private readonly apiKey: ApiKey | undefined,
    private readonly timeoutMs: number,
  ) {}

  async unary<Input extends DescMessage, Output extends DescMessage>(
    method: DescMethodUnary<Input, Output>,
    request: MessageInitShape<Input>,
    options: CallOptions = {},
  ): Promise<MessageShape<Output>> {
    const message = create(method.input, request);
    const metadata = await this.metadata();
    requireWanted(options);
    return new Promise((resolve, reject) => {
      const call = this.client.makeUnaryRequest(
        pathOf(method),
        serializer(method.input),
        deserializer(method.output),
        message,
        metadata,
        this.deadline(options.timeoutMs ?? this.timeoutMs),
        (failure: ServiceError | null, answer?: MessageShape<Output>) => {
          stopListening();
          if (failure !== null) {
            reject(errorOfCall(failure, options.signal?.reason));
          } else {
            resolve(answer!);
          }
        },
      );
      const stopListening = cancelOn(options.signal, call);
    });
  }

  async stream<Input extends DescMessage, Output extends DescMessage>(
    method: DescMethodServerStreaming<Input, Output>,
    request: MessageInitShape<Input>,
    options: CallOptions,
  ): Promise<Answers<MessageShape<Output>>> {
    const message = create(method.input, request);
    const metadata = await this.metadata();
    requireWanted(options);
    const call = this.client.makeServerStreamRequest(
      pathOf(method),
      serializer(method.input),
      deserializer(method.output),
      message,
      metadata,
      this.deadline(options.timeoutMs ?? this.timeoutMs),
    );
    return new Answers(call, options.signal);
  }

  /** Without the client's deadline: it lasts as long as it is fed. */
  async bidi<Input extends DescMessage, Output extends DescMessage>(
    method: DescMethodBiDiStreaming<Input, Output>,
    options: CallOptions,
  ): Promise<Conversation<MessageShape<Input>, MessageShape<Output>>> {
    const metadata = await this.metadata();
    requireWanted(options);
    const call = this.client.makeBidiStreamRequest(
      pathOf(method),
      serializer(method.input),
      deserializer(method.output),
      metadata,
      options.timeoutMs === undefined ? {} : this.deadline(options.timeoutMs),
    );
    return new Conversation(call, options.signal);
  }

  private deadline(timeoutMs: number): GrpcCallOptions {
    return { deadline: Date.now() + positive(timeoutMs, "timeoutMs") };
  }

  private async metadata(): Promise<Metadata> {
    const metadata = new Metadata();
    if (this.apiKey !== undefined) {
      const key = typeof this.apiKey === "string" ? this.apiKey : checkKey(await this.apiKey());
      metadata.set("authorization", `Bearer ${key}`);
    }
    return metadata;
  }
}

/** The messages that a call is answered with, then its status. Whoever stops early ends the call. */
export class Answers<A> {
  // Told whether or not anybody reads; the stream's own error would be lost on whoever does not read yet.
  private readonly ended: Promise<StatusObject>;
  private readonly messages: AsyncIterator<A>;
  private readonly stopListening: () => void;

  constructor(
    private readonly call: ClientReadableStream<A> | ClientDuplexStream<never, A>,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.ended = new Promise((resolve) => call.once("status", resolve));
    call.on("error", () => {});
    this.messages = call[Symbol.asyncIterator]() as AsyncIterator<A>;
    this.stopListening = cancelOn(signal, call);
  }

  /** The next message; undefined after the last, if the call ended well. */
  async next(): Promise<A | undefined> {
    const message = await this.messages.next().catch(() => undefined);
    if (message !== undefined && message.done !== true) {
      return message.value;
    }
    const ended = await this.ended;
    this.stopListening();
    if (ended.code !== status.OK) {
      throw errorOfCall(ended, this.signal?.reason);
    }
    return undefined;
  }

  /** Ends the call; has no effect on one that has ended. */
  cancel(): void {
    this.stopListening();
    this.call.cancel();
  }
}

/** A call that both sides feed. */
export class Conversation<Q, A> extends Answers<A> {
  constructor(
    private readonly duplex: ClientDuplexStream<Q, A>,
    signal: AbortSignal | undefined,
  ) {
    super(duplex as ClientDuplexStream<never, A>, signal);
  }

  send(message: Q): void {
    this.duplex.write(message);
  }

  halfClose(): void {
    this.duplex.end();
  }
}

/**
 * Nothing is sent for a signal that was aborted, perhaps while the metadata were waited for. Until the call listens to the
 * signal there must be no `await` more: an abort meanwhile would be lost, and the search paid.
 */
function requireWanted({ signal }: CallOptions): void {
  if (signal?.aborted) {
    throw new LitigationError(status.CANCELLED, "aborted before it was sent", [], false, signal.reason);
  }
}

function cancelOn(signal: AbortSignal | undefined, call: { cancel(): void }): () => void {
  const cancel = () => call.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  return () => signal?.removeEventListener("abort", cancel);
}

function pathOf(method: Method): string {
  return `/${method.parent.typeName}/${method.name}`;
}

function serializer<Desc extends DescMessage>(schema: Desc): (message: MessageShape<Desc>) => Buffer {
  return (message) => Buffer.from(toBinary(schema, message));
}

function deserializer<Desc extends DescMessage>(schema: Desc): (bytes: Buffer) => MessageShape<Desc> {
  return (bytes) => fromBinary(schema, bytes);
}
