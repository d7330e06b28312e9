import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer, type SecureVersion } from "node:tls";
import { loopbackCertificate } from "simulated-clouds";
import { removeTemporaryFolder, temporaryFolder } from "../../../tools/folder";
import { freePort, listen, Postgresql } from "../../../tools/postgresql";
import { testNeeding } from "../../../tools/needing";

/** A kind of machine, as far as this one can be it. */
export interface ProbedMachine {
  /** `test` where the script can run. */
  readonly test: jest.It;
  readonly script: string;
  /** How the script's file is called, and the command that runs it as Azure's agent does. */
  readonly fileName: string;
  readonly command: (file: string, parameters: Record<string, string>) => [program: string, arguments_: string[]];
  /** What the script is handed in its environment, beside the command's own arguments. */
  readonly environment: (parameters: Record<string, string>) => Record<string, string>;
  /** The latest version of TLS that the script speaks, where that is not the latest of all. */
  readonly latestTls?: string;
}

/** A server of OpenSSL's TLS, as Node.js has it. */
async function listenSecurely({ requestCert, maxVersion }: { requestCert: boolean; maxVersion: SecureVersion }) {
  const server = createServer({ ...(await loopbackCertificate()), requestCert, rejectUnauthorized: true, maxVersion });
  server.on("secureConnection", (socket) => socket.on("error", () => undefined).resume());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

interface Probed {
  code: number | null;
  error: string;
  outcome: { passed: boolean; step: string; message: string; waitedSeconds: number };
}

/** What a failed probe says of one step, on both streams, and by which code it ends. */
function expectFailure(probed: Probed, step: string, code: number, message: string): void {
  const text = `${message}; waited 0 s of at most 0 s`;
  expect(probed.outcome).toMatchObject({ passed: false, step, message: text });
  expect(probed).toMatchObject({ code, error: `${text}\n` });
}

/** What the script says in each situation, on a machine of one kind. */
export function describeProbe(machine: ProbedMachine): void {
  const { test } = machine;
  const running: { stop: () => Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
  });
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = temporaryFolder("probe");
    file = join(folder, machine.fileName);
    writeFileSync(file, machine.script);
    chmodSync(file, 0o500);
  });
  afterAll(() => removeTemporaryFolder(folder));

  const keep = async <T extends { stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const started = await starting;
    running.push(started);
    return started;
  };

  function probe(port: number, over: Record<string, string> = {}): Promise<Probed> {
    const parameters = {
      PROBE_HOST: "localhost",
      PROBE_PORT: String(port),
      PROBE_PROTOCOL: "postgresql",
      PROBE_NETWORK_CIDR: "127.0.0.0/8",
      PROBE_MAXIMUM_WAIT_SECONDS: "0",
      PROBE_FAIL: "true",
      ...over,
    };
    const child = spawn(...machine.command(file, parameters), {
      env: { PATH: process.env.PATH, HOME: folder, ...machine.environment(parameters) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (chunk: string) => (said[stream] += chunk));
    }
    return new Promise((resolve, reject) => {
      child.on("error", reject).on("close", (code) => {
        if (said.stdout === "") reject(new Error(said.stderr));
        else resolve({ code, error: said.stderr, outcome: JSON.parse(said.stdout) as Probed["outcome"] });
      });
    });
  }

  describe("against a real PostgreSQL server", () => {
    const withPostgresql =
      test === test.skip ? test : testNeeding("postgresql", "what the probe says of a real server");

    withPostgresql("it passes over TLS, and says what it found", async () => {
      const { port } = await keep(Postgresql.start({ tls: true }));
      const { code, error, outcome } = await probe(port);
      expect({ code, error }).toEqual({ code: 0, error: "" });
      expect(outcome).toMatchObject({ passed: true, step: "tls", waitedSeconds: 0 });
      expect(outcome.message).toMatch(
        /^localhost is private: 127\.0\.0\.1, in 127\.0\.0\.0\/8, answers as PostgreSQL over TLSv1\.[23]; waited 0 s of at most 0 s$/,
      );
    });

    withPostgresql("it fails without TLS", async () => {
      const { port } = await keep(Postgresql.start({ tls: false }));
      const message = `127.0.0.1 port ${port} speaks PostgreSQL without TLS, which no Aiven service does: check host and port`;
      expectFailure(await probe(port), "postgresql", 14, message);
    });

    withPostgresql("it tries again while the service is not there yet, and says how long it waited", async () => {
      const port = await freePort();
      const probing = probe(port, { PROBE_MAXIMUM_WAIT_SECONDS: "60" });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await keep(Postgresql.start({ tls: true, port }));
      const { code, outcome } = await probing;
      expect({ code, passed: outcome.passed }).toEqual({ code: 0, passed: true });
      expect(outcome.waitedSeconds).toBeGreaterThanOrEqual(10);
      expect(outcome.message).toContain(`; waited ${outcome.waitedSeconds} s of at most 60 s`);
    });
  });

  describe("against a real TLS server", () => {
    const TLS = { PROBE_PROTOCOL: "tls" };
    const passed = (version: string) =>
      `localhost is private: 127.0.0.1, in 127.0.0.0/8, answers over ${version}; waited 0 s of at most 0 s`;

    test.each([
      ["TLSv1.2", false],
      ["TLSv1.3", false],
      ["TLSv1.2", true],
      ["TLSv1.3", true],
    ] as const)("it passes over %s, a client's certificate wanted: %s", async (version, requestCert) => {
      const { port } = await keep(listenSecurely({ maxVersion: version, requestCert }));
      const { code, error, outcome } = await probe(port, TLS);
      expect({ code, error, outcome }).toEqual({
        code: 0,
        error: "",
        outcome: { passed: true, step: "tls", message: passed(machine.latestTls ?? version), waitedSeconds: 0 },
      });
    });

    const failed =
      /^the TLS handshake with 127\.0\.0\.1 port \d+ fails \(.+\): a firewall or proxy on the way breaks or inspects TLS, or the service does not begin with TLS: check port and protocol; /;

    test.each<[string, Parameters<typeof listen>[0]]>([
      ["hangs up", (socket) => socket.once("data", () => socket.end())],
      ["says something else", (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
      // a fatal alert, handshake_failure, in the place of the server's first words
      [
        "has no cipher in common",
        (socket) => socket.once("data", () => socket.end(Buffer.from("15030300020228", "hex"))),
      ],
      ["is silent", () => undefined],
    ])("it fails where the port %s", async (_what, onConnection) => {
      const { port } = await keep(listen(onConnection));
      const { code, outcome } = await probe(port, TLS);
      expect({ code, step: outcome.step }).toEqual({ code: 15, step: "tls" });
      expect(outcome.message).toMatch(failed);
    });

    test("asked in PostgreSQL's words, it is none", async () => {
      const { port } = await keep(listenSecurely({ maxVersion: "TLSv1.3", requestCert: false }));
      const { code, outcome } = await probe(port);
      expect({ code, step: outcome.step }).toEqual({ code: 14, step: "postgresql" });
      expect(outcome.message).toContain("or it is no PostgreSQL: check port and protocol");
    });
  });

  test("a closed port", async () => {
    const port = await freePort();
    const message =
      `127.0.0.1 port ${port} refuses the connection, so the network path is there: the service's IP filter does not hold this ` +
      "machine's address, the port is wrong, or the service is powered off";
    expectFailure(await probe(port), "port", 13, message);
  });

  test("a silent port", async () => {
    const { port } = await keep(listen(() => undefined));
    const { code, outcome } = await probe(port);
    expect({ code, step: outcome.step }).toEqual({ code: 14, step: "postgresql" });
    expect(outcome.message).toBe(
      `127.0.0.1 port ${port} accepts the connection and stays silent: a firewall or proxy answers in the service's place, or it is no ` +
        "PostgreSQL: check port and protocol; waited 5 s of at most 0 s",
    );
  });

  test("a port that hangs up", async () => {
    const { port } = await keep(listen((socket) => socket.once("data", () => socket.end())));
    const message =
      `127.0.0.1 port ${port} accepts the connection and closes it: a firewall or proxy answers in the service's place, or it is no ` +
      "PostgreSQL: check port and protocol";
    expectFailure(await probe(port), "postgresql", 14, message);
  });

  test("a port of something else", async () => {
    const { port } = await keep(
      listen((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))),
    );
    const message = `127.0.0.1 port ${port} answers, but not as PostgreSQL does: check port and protocol`;
    expectFailure(await probe(port), "postgresql", 14, message);
  });

  test("a TLS handshake that something on the way breaks", async () => {
    const { port } = await keep(
      listen((socket) => {
        socket.once("data", () => {
          socket.write("S");
          socket.once("data", () => socket.end());
        });
      }),
    );
    const { code, outcome } = await probe(port);
    expect({ code, step: outcome.step }).toEqual({ code: 15, step: "tls" });
    expect(outcome.message).toMatch(
      /^the TLS handshake with 127\.0\.0\.1 port \d+ fails \(.+\): a firewall or proxy on the way breaks or inspects TLS; /,
    );
  });

  test("no way there", async () => {
    // A range that no host can be in, so that no system has a route to it.
    const { code, outcome } = await probe(5432, { PROBE_HOST: "255.255.255.255", PROBE_NETWORK_CIDR: "255.0.0.0/8" });
    expect({ code, step: outcome.step }).toEqual({ code: 12, step: "route" });
    expect(outcome.message).toMatch(
      /^255\.255\.255\.255 port 5432 does not answer \(.+\): the peering is not ACTIVE yet or not Connected, this machine is in a network that is not peered, or an outbound rule, a route or a firewall drops the traffic; /,
    );
  });

  test("a name outside the range", async () => {
    const message =
      "localhost resolves to 127.0.0.1, outside 10.0.0.0/24: the service does not live in the peered Aiven VPC, or that is not the " +
      "VPC's range, or it is still moving there; check projectVpcId of the service and networkCidr of the probe";
    expectFailure(await probe(5432, { PROBE_NETWORK_CIDR: "10.0.0.0/24" }), "range", 11, message);
  });

  test("a name that does not resolve", async () => {
    // RFC 2606 keeps .invalid free of names.
    const { code, outcome } = await probe(5432, { PROBE_HOST: "no-service.invalid" });
    expect({ code, step: outcome.step }).toEqual({ code: 10, step: "resolve" });
    expect(outcome.message).toMatch(
      /^no-service\.invalid does not resolve \(.+\): the host name is wrong, the service is not there yet, or the virtual network's own DNS servers answer no public names; /,
    );
  });

  test("a failure that only warns ends well, and says the same", async () => {
    const port = await freePort();
    const { code, error, outcome } = await probe(port, { PROBE_FAIL: "false" });
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(outcome).toMatchObject({ passed: false, step: "port" });
  });

  test("a value that is a program is only a value", async () => {
    const { outcome } = await probe(5432, { PROBE_HOST: "$(touch injected)`touch injected`';\"" });
    expect(outcome).toMatchObject({ passed: false, step: "resolve" });
  });
}
