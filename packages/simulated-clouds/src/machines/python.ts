import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Service } from "../clouds/aiven/services";
import { instanceView, type InstanceView, type RunCommand } from "../clouds/azure/run-commands";
import { type Clock, seconds } from "../clouds/clock";
import type { World } from "../clouds/world";
import { endpointOf, type Endpoint } from "./endpoint";

type Question =
  | { readonly call: "resolve"; readonly name: string }
  | { readonly call: "connect"; readonly address: string; readonly port: number; readonly timeout: number | null }
  | { readonly call: "sleep"; readonly seconds: number }
  | { readonly call: "now" }
  | { readonly call: "exit"; readonly code: number; readonly output: string; readonly error: string };

/** How long a connection is tried where the script sets no limit: Linux gives up after about two minutes. */
const PATIENCE = 127;

/** Runs a script in a real Python whose network and clock are those of the simulated machine. */
export async function runPython(world: World, command: RunCommand): Promise<InstanceView> {
  const endpoints: Endpoint[] = [];
  const respond = async (question: Exclude<Question, { call: "exit" }>): Promise<unknown> => {
    switch (question.call) {
      case "resolve":
        return world.network.resolve(question.name);
      case "now":
        return world.clock.now() / 1000;
      case "sleep":
        return world.clock.sleep(seconds(question.seconds)).then(() => null);
      case "connect": {
        const connection = world.network.connect(command.machine.id, question.address, question.port);
        const { outcome } = connection;
        if (outcome === "dropped") await world.clock.sleep(seconds(question.timeout ?? PATIENCE));
        if (outcome !== "accepted") return { outcome };
        const endpoint = await openEndpoint(world, connection.service);
        endpoints.push(endpoint);
        return { outcome, endpoint: endpoint.port };
      }
    }
  };
  try {
    return await converse(command, world.clock, respond);
  } finally {
    await Promise.all(endpoints.map((endpoint) => endpoint.close()));
  }
}

/** The clock stands still while keys are made, which takes this machine's time and not the clouds'. */
async function openEndpoint({ aiven, clock }: World, service: Service): Promise<Endpoint> {
  const proceed = clock.hold();
  try {
    return await endpointOf(service, await aiven.authorities.certificateOf(service));
  } finally {
    proceed();
  }
}

function converse(
  { script, parameters, signal }: RunCommand,
  clock: Clock,
  respond: (question: Exclude<Question, { call: "exit" }>) => Promise<unknown>,
): Promise<InstanceView> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    let proceed = clock.hold();
    const child = spawn("python3", ["-I", "-B", join(__dirname, "machine.py")], {
      // what the parameters are called is up to whoever wrote the command: PATH and LD_PRELOAD would run what they like
      env: { PATH, HOME },
      stdio: ["pipe", "pipe", "pipe"],
      signal,
    });
    let errors = "";
    const fail = (code: number, text: string) => resolve(instanceView(code, "", text));
    const send = (value: unknown) => child.stdin.write(`${JSON.stringify(value)}\n`);
    const reply = (value: unknown) => {
      proceed = clock.hold();
      send(value);
    };
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors += chunk));
    child.stdin.on("error", () => undefined);
    createInterface(child.stdout).on("line", (line) => {
      const question = JSON.parse(line) as Question;
      if (question.call === "exit") {
        resolve(instanceView(question.code, question.output, question.error));
        child.stdin.end();
      } else {
        proceed();
        respond(question).then(reply, (error) => child.kill() && fail(1, String(error)));
      }
    });
    child.on("error", (error) => {
      proceed();
      if (signal?.aborted) fail(1, "interrupted");
      else fail(127, `python3, which simulated machines need to run a script: ${error.message}`);
    });
    child.on("close", (code) => {
      proceed();
      fail(code ?? 1, errors);
    });
    send({ script, parameters });
  });
}
