import { ServerCredentials } from "@grpc/grpc-js";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, test } from "node:test";
import { generate } from "selfsigned";

import { isLoopback } from "../src/connection.js";
import { version } from "../src/gen/project.js";
import { LitigationClient, LitigationError } from "../src/index.js";
import type { ClientOptions } from "../src/index.js";
import { FakeGateway } from "./fake-gateway.js";

const open: { stop(): void }[] = [];

afterEach(() => open.splice(0).forEach((one) => one.stop()));

async function serve(credentials?: ServerCredentials): Promise<FakeGateway> {
  const gateway = new FakeGateway();
  await gateway.serve(credentials);
  open.push(gateway);
  return gateway;
}

function connect(target: string, options: ClientOptions): LitigationClient {
  const client = new LitigationClient(target, options);
  open.unshift({ stop: () => client.close() });
  return client;
}

/** A certificate of the server's that vouches for itself and for the client's. */
function pki() {
  return generate([{ name: "commonName", value: "127.0.0.1" }], {
    algorithm: "sha256",
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
    clientCertificate: { cn: "caller" },
  });
}

async function code(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => "OK",
    (failure) => (failure instanceof LitigationError ? failure.code : String(failure)),
  );
}

test("TLS with the trust of a certificate shows the API key", async () => {
  const own = await pki();
  const credentials = ServerCredentials.createSsl(null, [
    { private_key: Buffer.from(own.private), cert_chain: Buffer.from(own.cert) },
  ]);
  const gateway = await serve(credentials);
  const trusting = connect(gateway.target, { tls: { ca: own.cert }, apiKey: "key-1" });
  assert.equal((await trusting.search({})).lookupId, "L1");
  assert.equal(gateway.shown("authorization"), "Bearer key-1");
  assert.equal(await code(connect(gateway.target, {}).search({}, { timeoutMs: 5_000 })), "UNAVAILABLE");
});

test("mutual TLS shows the client's certificate, and is refused without", async () => {
  const own = await pki();
  const credentials = ServerCredentials.createSsl(
    Buffer.from(own.cert),
    [{ private_key: Buffer.from(own.private), cert_chain: Buffer.from(own.cert) }],
    true,
  );
  const gateway = await serve(credentials);
  const tls = { ca: own.cert, cert: own.clientcert!, key: own.clientprivate! };
  assert.equal(await code(connect(gateway.target, { tls }).search({})), "OK");
  assert.equal(
    await code(connect(gateway.target, { tls: { ca: own.cert } }).search({}, { timeoutMs: 5_000 })),
    "UNAVAILABLE",
  );
});

test("says who calls with which version", async () => {
  const gateway = await serve();
  await connect(gateway.target, { plaintext: true, userAgent: "scoring/2.3" }).search({});
  assert(gateway.shown("user-agent").startsWith(`scoring/2.3 litigation-node/${version} grpc-node-js/`));
});

test("a key may change", async () => {
  const gateway = await serve();
  const keys = ["key-1", "key-2"];
  const client = connect(gateway.target, { plaintext: true, apiKey: async () => keys.shift()! });
  await client.search({});
  assert.equal(gateway.shown("authorization"), "Bearer key-1");
  await client.search({});
  assert.equal(gateway.shown("authorization"), "Bearer key-2");
});

test("a key that no header can carry is refused and not quoted", () => {
  for (const key of ["", "with blank", "line\nbreak", "钥匙"]) {
    assert.throws(
      () => new LitigationClient("127.0.0.1:1", { plaintext: true, apiKey: key }),
      (error: Error) => /printable ASCII/.test(error.message) && (key === "" || !error.message.includes(key)),
    );
  }
});

test("another machine gets no key in plaintext", () => {
  for (const target of [
    "localhost:1",
    "127.0.0.1:1",
    "127.8.8.8",
    "[::1]:1",
    "::1",
    "dns:///localhost:1",
    "ipv4:127.0.0.1:1,127.0.0.2:2",
    "ipv6:[::1]:5",
    "unix:/run/gateway",
    "unix:///run/gateway",
  ]) {
    assert(isLoopback(target), target);
  }
  for (const target of [
    "gateway.example:443",
    "10.0.0.1:1",
    "dns:///gateway.example",
    "dns://127.0.0.1/gateway.example:1",
    "ipv4:127.0.0.1:1,10.0.0.1:2",
    "localhost.example:1",
    "[fe80::1]:1",
    "[::ffff:1]:1",
    "xds:///localhost:1",
  ]) {
    assert.throws(() => new LitigationClient(target, { plaintext: true, apiKey: "key-1" }), /plaintext/, target);
  }
});

test("the proxy of the environment is not asked for what is on this machine", async (t) => {
  let asked = 0;
  const proxy = createServer((connection) => {
    asked++;
    connection.destroy();
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  open.push({ stop: () => proxy.close() });
  const before = process.env["http_proxy"];
  t.after(() => (before === undefined ? delete process.env["http_proxy"] : (process.env["http_proxy"] = before)));
  process.env["http_proxy"] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  const gateway = await serve();
  const port = gateway.target.split(":")[1];
  for (const target of [gateway.target, `dns:///localhost:${port}`, `ipv4:${gateway.target}`]) {
    assert.equal(await code(connect(target, { plaintext: true, apiKey: "key-1" }).search({})), "OK", target);
  }
  assert.equal(asked, 0);
});

test("settings that make no sense are refused", () => {
  for (const options of [
    { timeoutMs: 0 },
    { timeoutMs: NaN },
    { keepAliveMs: -1 },
    { plaintext: true, tls: {} },
    { tls: { cert: "-" } },
  ]) {
    assert.throws(() => new LitigationClient("127.0.0.1:1", options), /positive|not both|belong together/);
  }
});

test("an unreachable gateway is the call's failure", async () => {
  assert.equal(await code(connect("127.0.0.1:1", { plaintext: true }).search({})), "UNAVAILABLE");
});

test("calls are spread over all replicas", async () => {
  const [one, other] = [await serve(), await serve()];
  const client = connect(`ipv4:${one.target},${other.target}`, { plaintext: true });
  // Until it is connected to both, one may get all calls.
  const end = Date.now() + 10_000;
  while ((one.searches.length === 0 || other.searches.length === 0) && Date.now() < end) {
    await client.search({});
  }
  assert(one.searches.length > 0 && other.searches.length > 0, `${one.searches.length}, ${other.searches.length}`);
});
