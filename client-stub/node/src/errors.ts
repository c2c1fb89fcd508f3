import { create, fromBinary } from "@bufbuild/protobuf";
import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import { anyPack, anyUnpack } from "@bufbuild/protobuf/wkt";
import type { Any, Duration } from "@bufbuild/protobuf/wkt";
import { Metadata, status } from "@grpc/grpc-js";

import {
  BadRequestSchema,
  ErrorInfoSchema,
  QuotaFailureSchema,
  RetryInfoSchema,
} from "./gen/google/rpc/error_details_pb.js";
import { StatusSchema } from "./gen/google/rpc/status_pb.js";
import type { Status } from "./gen/google/rpc/status_pb.js";

/** The canonical codes by name: `INVALID_ARGUMENT`, `UNAVAILABLE` … */
export type Code = keyof typeof status;

/** One field of the request that is wrong. */
export interface FieldViolation {
  /** Its path: `subject.person.id_number`. */
  readonly field: string;
  readonly description: string;
  readonly reason: string;
}

/** One quota or budget that is used up. */
export interface QuotaViolation {
  readonly subject: string;
  readonly description: string;
}

/** How a call ended. */
export interface Ending {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

const DOMAIN = "litigation";

/**
 * The gateway gave no answer. Nothing in here is of the subject that was asked about, and it may be logged.
 *
 * Before asking again: not if `retryForbidden`, since what was done may have been paid for; else after `retryDelayMs`, if
 * there is one.
 */
export class LitigationError extends Error {
  override readonly name = "LitigationError";
  /** The canonical code. */
  readonly code: Code;
  /**
   * The gateway's reason, `UPPER_SNAKE`, as listed at LitigationService in the contract. Empty if the failure is not of the
   * gateway's making, such as an unreachable server or a deadline that passed on the way.
   */
  readonly reason: string;
  /** What the gateway says besides the reason, such as `incident`: the key to its log. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Every field of the request that is wrong. */
  readonly fieldViolations: readonly FieldViolation[];
  /** The quotas or budgets that are used up. */
  readonly quotaViolations: readonly QuotaViolation[];
  /** After how many milliseconds asking again makes sense; undefined if the gateway does not say. */
  readonly retryDelayMs: number | undefined;
  /** True if the gateway forbids to send the same again blindly. */
  readonly retryForbidden: boolean;

  /** @internal */
  constructor(code: number, message: string, details: Any[], retryForbidden: boolean, cause?: unknown) {
    const named = codeName(code);
    const info = first(details, ErrorInfoSchema);
    const ours = info?.domain === DOMAIN ? info : undefined;
    const fieldViolations = first(details, BadRequestSchema)?.fieldViolations ?? [];
    super(describe(named, ours?.reason ?? "", message, fieldViolations), cause === undefined ? {} : { cause });
    this.code = named;
    this.reason = ours?.reason ?? "";
    this.metadata = ours?.metadata ?? {};
    this.fieldViolations = fieldViolations.map(({ field, description, reason }) => ({ field, description, reason }));
    this.quotaViolations = (first(details, QuotaFailureSchema)?.violations ?? []).map(({ subject, description }) => ({
      subject,
      description,
    }));
    this.retryDelayMs = millis(first(details, RetryInfoSchema)?.retryDelay);
    this.retryForbidden = retryForbidden;
  }
}

/** Reads what a call ended with. */
export function errorOfCall({ code, details, metadata }: Ending, cause?: unknown): LitigationError {
  const said = detailsOf(metadata);
  // Details of another code than the call's: a proxy replaced the one and left the other.
  const own = said?.code === code ? said.details : [];
  return new LitigationError(code, details, own, forbidsRetry(metadata), cause);
}

/** Reads the error of an item of a batch, as if it were a call of its own. */
export function errorOfStatus(said: Status, retryForbidden: boolean): LitigationError {
  return new LitigationError(said.code, said.message, said.details, retryForbidden);
}

/** The client's own finding that an answer was cut: what was received until then is not an answer. */
export function cut(reason: "STREAM_CUT" | "BATCH_CUT", what: string): LitigationError {
  const info = anyPack(ErrorInfoSchema, create(ErrorInfoSchema, { domain: DOMAIN, reason }));
  return new LitigationError(status.DATA_LOSS, what, [info], false);
}

function describe(code: Code, reason: string, message: string, violations: readonly { field: string }[]): string {
  let text: string = code;
  if (reason !== "") {
    text += ` ${reason}`;
  }
  if (message !== "") {
    text += `: ${message}`;
  }
  if (violations.length > 0) {
    text += ` [${violations.map((violation) => violation.field).join(", ")}]`;
  }
  return text;
}

function codeName(code: number): Code {
  return (status[code] ?? "UNKNOWN") as Code;
}

function detailsOf(metadata: Metadata): Status | undefined {
  const [details] = metadata.get("grpc-status-details-bin");
  if (details === undefined || typeof details === "string") {
    return undefined;
  }
  try {
    return fromBinary(StatusSchema, details);
  } catch {
    return undefined;
  }
}

/** The first detail of a kind, if there is one that can be read. */
function first<Desc extends DescMessage>(details: Any[], schema: Desc): MessageShape<Desc> | undefined {
  for (const detail of details) {
    try {
      const unpacked = anyUnpack(detail, schema);
      if (unpacked !== undefined) {
        return unpacked;
      }
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** True for a negative number and, as gRFC A6 has it, for what is no number. */
function forbidsRetry(metadata: Metadata): boolean {
  const [pushback] = metadata.get("grpc-retry-pushback-ms");
  return pushback !== undefined && !/^\d+$/.test(String(pushback));
}

function millis(duration: Duration | undefined): number | undefined {
  return duration && Number(duration.seconds) * 1000 + duration.nanos / 1e6;
}
