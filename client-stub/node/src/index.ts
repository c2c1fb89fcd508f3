export type { BatchAnswer, BatchItem } from "./batch.js";
export type { CallOptions } from "./calls.js";
export { LitigationClient } from "./client.js";
export type { ApiKey, ClientOptions, Tls } from "./connection.js";
export { LitigationError } from "./errors.js";
export type { Code, FieldViolation, QuotaViolation } from "./errors.js";
export { RecordStream } from "./stream.js";
