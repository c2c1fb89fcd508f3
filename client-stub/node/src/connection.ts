import { isIP, isIPv4 } from "node:net";

import { ChannelCredentials, credentials } from "@grpc/grpc-js";
import type { ChannelOptions, Interceptor } from "@grpc/grpc-js";

import { serviceConfig, version } from "./gen/project.js";

/** An API key, or a function that gives it, called with every call: for a key that changes. */
export type ApiKey = string | (() => string | Promise<string>);

/** Whom a client trusts, and who it is itself, in PEM as node:tls takes it: `readFileSync("ca.pem")`. */
export interface Tls {
  /** The certificates to trust, and no others; left out, Node's own. */
  readonly ca?: string | Buffer;
  /** The client's own certificate, its chain following it: mutual TLS. */
  readonly cert?: string | Buffer;
  /** Its key, without a pass phrase. */
  readonly key?: string | Buffer;
}

/** How a client reaches the gateway, and who it is. */
export interface ClientOptions {
  /** Whom to trust and, for mutual TLS, who to be; left out, Node's own roots are trusted. */
  readonly tls?: Tls;
  /** Without encryption: for the same machine, or where a sidecar encrypts. */
  readonly plaintext?: boolean;
  /** The API key that the gateway knows the caller by. Never sent in plaintext to another machine. */
  readonly apiKey?: ApiKey;
  /**
   * How many milliseconds a call may take that sets none of its own: 15,000 if not set. The gateway answers shortly before
   * a deadline with what it has by then.
   */
  readonly timeoutMs?: number;
  /** After how many milliseconds without a sign of life the connection is probed while a call waits: 30,000 if not set. */
  readonly keepAliveMs?: number;
  /** Which program calls, such as `credit-scoring/2.3`. */
  readonly userAgent?: string;
  /** Interceptors of grpc-js. */
  readonly interceptors?: Interceptor[];
}

export function channelOptions(target: string, { keepAliveMs = 30_000, userAgent }: ClientOptions): ChannelOptions {
  const own = `litigation-node/${version}`;
  return {
    "grpc.primary_user_agent": userAgent === undefined ? own : `${userAgent} ${own}`,
    "grpc.keepalive_time_ms": positive(keepAliveMs, "keepAliveMs"),
    "grpc.keepalive_timeout_ms": 10_000,
    "grpc.keepalive_permit_without_calls": 0,
    // Load balancing, and retries of what pays nothing: one file for the clients of all languages.
    "grpc.service_config": serviceConfig,
    "grpc.service_config_disable_resolution": 1,
    // An unreachable replica is tried again after seconds, not minutes.
    "grpc.max_reconnect_backoff_ms": 10_000,
    // grpc-js would give the proxy of the environment what is for this machine, a key in plaintext included.
    ...(isLoopback(target) && { "grpc.enable_http_proxy": 0 }),
  };
}

export function channelCredentials({ plaintext = false, tls }: ClientOptions): ChannelCredentials {
  if (plaintext && tls !== undefined) {
    throw new TypeError("plaintext or tls, not both");
  }
  if ((tls?.cert === undefined) !== (tls?.key === undefined)) {
    throw new TypeError("cert and key belong together");
  }
  return plaintext
    ? credentials.createInsecure()
    : credentials.createSsl(bytes(tls?.ca), bytes(tls?.key), bytes(tls?.cert));
}

/** A key leaves this machine encrypted or not at all. */
export function requirePrivate(target: string, { plaintext = false, apiKey }: ClientOptions): void {
  if (plaintext && apiKey !== undefined && !isLoopback(target)) {
    throw new TypeError("the API key is not sent to another machine in plaintext; use TLS");
  }
  if (typeof apiKey === "string") {
    checkKey(apiKey);
  }
}

export function checkKey(key: string): string {
  // The text must not quote the key.
  if (!/^[!-~]+$/.test(key)) {
    throw new TypeError("an API key is of printable ASCII characters without blanks");
  }
  return key;
}

/** Whether a gRPC target name is of this machine, by what it says: nothing is resolved. */
export function isLoopback(target: string): boolean {
  const [, scheme, rest] = /^([a-z0-9-]+):(.*)$/.exec(target) ?? [];
  if (scheme === "unix") {
    return true;
  }
  const named = scheme !== undefined && ["dns", "ipv4", "ipv6"].includes(scheme);
  const addresses = named ? rest!.slice(rest!.lastIndexOf("/") + 1) : target;
  return addresses.split(",").every((address) => isLoopbackHost(hostOf(address)));
}

/** Without the port; more than one colon outside of brackets is IPv6. */
function hostOf(address: string): string {
  const hasPort = address.includes("]") || address.split(":").length === 2;
  return (hasPort ? address.replace(/:\d+$/, "") : address).replace(/^\[|\]$/g, "");
}

function isLoopbackHost(host: string): boolean {
  if (host.toLowerCase() === "localhost") {
    return true;
  }
  return isIPv4(host) ? host.startsWith("127.") : isIP(host) === 6 && /^(0*:)*:?0*1$/.test(host);
}

export function positive(millis: number, what: string): number {
  if (!(millis > 0)) {
    throw new RangeError(`${what} is not a positive number of milliseconds: ${millis}`);
  }
  return millis;
}

function bytes(pem: string | Buffer | undefined): Buffer | null {
  return pem === undefined ? null : Buffer.from(pem);
}
