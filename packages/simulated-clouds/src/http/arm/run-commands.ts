import { runCommandJson } from "../../clouds/azure/json/plain-resource";
import type { PlainProperties, PlainResource } from "../../clouds/azure/plain-resources";
import { parentOf } from "../../clouds/azure/resource-id";
import type { InstanceView } from "../../clouds/azure/run-commands";
import { resourceNotFound } from "../../clouds/azure/resource-groups";
import { object, objects, text, textRecord, without, type JsonObject } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import type { Progress } from "./operations";
import type { ArmRouteContext } from "../context";

const COMMANDS =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Compute/virtualMachines/:machine/runCommands";

/** What a command never shows. */
const SECRET = ["protectedParameters", "runAsPassword"];

interface Run {
  readonly startTime: string;
  ended?: { readonly view: InstanceView; readonly endTime: string };
}

/** Scripts that Azure's agent runs on a machine. */
export function runCommandRoutes({ world, context, bodies, operations }: ArmRouteContext): Route[] {
  const { azure, clock } = world;
  const runs = new Map<string, Run>();
  const json = (resource: PlainResource, expanded: boolean): JsonObject => {
    const { id } = resource;
    const run = runs.get(id.toLowerCase());
    const progress = progressOf(bodies.get(id), run);
    const state = progress.status === "InProgress" ? "Updating" : progress.status;
    return runCommandJson(resource, bodies.get(id), state, expanded ? viewJson(run) : undefined);
  };
  const start = (request: Request, machine: PlainResource): void => {
    const { source, parameters, protectedParameters } = object(request.body.properties);
    const given = [...objects(parameters), ...objects(protectedParameters)].map(({ name, value }) => [
      text(name),
      text(value),
    ]);
    const run: Run = { startTime: clock.timestamp() };
    runs.set(request.path.toLowerCase(), run);
    const command = {
      machine,
      script: text(object(source).script),
      parameters: Object.fromEntries(given) as Record<string, string>,
    };
    void Promise.resolve(azure.shell(command)).then((view) => (run.ended = { view, endTime: clock.timestamp() }));
  };
  return [
    route("PUT", `${COMMANDS}/:command`, (request) => {
      const machine = azure.resources.get<PlainProperties>(parentOf(request.path));
      if (!machine) throw resourceNotFound(parentOf(request.path));
      const existed = azure.resources.get(request.path) !== undefined;
      const { location, tags, properties } = request.body;
      const input = { id: request.path, location: text(location), tags: textRecord(tags), settings: {} };
      const resource = azure.plain.put(context(request), input);
      bodies.put(request.path, { properties: without(object(properties), SECRET) });
      start(request, machine);
      const headers = operations.start(request, () =>
        progressOf(bodies.get(request.path), runs.get(request.path.toLowerCase())),
      );
      return (existed ? ok : created)(json(resource, false), headers);
    }),
    route("GET", `${COMMANDS}/:command`, (request) => {
      const resource = azure.plain.get(context(request), request.path);
      return ok(json(resource, /^instanceView$/i.test(request.query.get("$expand") ?? "")));
    }),
    route("DELETE", `${COMMANDS}/:command`, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      azure.plain.delete(context(request), request.path);
      bodies.drop(request.path);
      runs.delete(request.path.toLowerCase());
      return existed ? operations.deleted(request) : noContent;
    }),
  ];
}

/** A script that fails is a command that was deployed well, unless the client wants it to be a failure. */
function progressOf({ properties }: JsonObject, run: Run | undefined): Progress {
  if (!run?.ended) return { status: "InProgress" };
  const { view } = run.ended;
  if (view.executionState !== "Failed" || object(properties).treatFailureAsDeploymentFailure !== true) {
    return { status: "Succeeded" };
  }
  // assumed: how Azure words that
  const message = `VM has reported a failure when processing run command. Error message: '${JSON.stringify(view)}'`;
  return { status: "Failed", error: { code: "VMExtensionProvisioningError", message } };
}

function viewJson(run: Run | undefined): JsonObject {
  if (!run) return { executionState: "Running" };
  const { startTime, ended } = run;
  if (!ended) return { executionState: "Running", startTime };
  return { ...ended.view, startTime, endTime: ended.endTime };
}
