import type { PlainResource } from "../../clouds/azure/plain-resources";
import { parentOf } from "../../clouds/azure/resource-id";
import type { InstanceView } from "../../clouds/azure/run-commands";
import { firstBlock, isObject, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { AzurermClient } from "./client";
import { checkId, type Behaviour } from "./common";
import { VIRTUAL_MACHINE_ID } from "./ids";
import { plainResource } from "./plain-resource";

const stored = plainResource(
  {
    typeName: "azurerm_virtual_machine_run_command",
    kind: "Virtual Machine Run Command",
    pattern: `${VIRTUAL_MACHINE_ID}/runCommands/*`,
    id: (_client, planned) => `${text(planned.virtual_machine_id)}/runCommands/${text(planned.name)}`,
    kept: [
      ...["error_blob_managed_identity", "error_blob_uri", "output_blob_managed_identity", "output_blob_uri"],
      ...["parameter", "protected_parameter", "run_as_password", "run_as_user", "source", "instance_view"],
    ],
    named: (id) => ({ virtual_machine_id: parentOf(id) }),
  },
  {
    forceNew: ["name", "virtual_machine_id", "location"],
    // azurerm reads it anew after each run
    recomputed: ["instance_view"],
    validate: (config) => checkId(config, "virtual_machine_id", VIRTUAL_MACHINE_ID, "Virtual Machine"),
  },
);

/** A command runs when it is created and again whenever it changes; a failed run fails the apply and taints it. */
export const virtualMachineRunCommand: Behaviour = {
  ...stored,

  async create(planned, context) {
    const ran = run(context.client, planned);
    const computed = await stored.create({ ...planned, instance_view: [ran.block] }, context);
    const state = { ...computed, instance_view: [ran.block] };
    if (ran.view.executionState === "Failed") throw new Failure(failure(ran.view), state);
    return state;
  },

  async update(prior, planned, context) {
    const ran = run(context.client, planned);
    await stored.update?.(prior, { ...planned, instance_view: [ran.block] }, context);
    const state = { instance_view: [ran.block] };
    if (ran.view.executionState === "Failed") throw new Failure(failure(ran.view), { ...planned, ...state });
    return state;
  },
};

/** assumed: the text; that the run's failure is the operation's is how azurerm asks for it. */
const failure = ({ executionMessage, error }: InstanceView) => ({
  summary: `running the command: ${executionMessage || error || "the command failed"}`,
});

function run(client: AzurermClient, planned: Values): { view: InstanceView; block: Values } {
  const { azure, clock } = client.world;
  const machine = azure.resources.get<PlainResource["properties"]>(text(planned.virtual_machine_id));
  if (!machine)
    throw new Failure({ summary: `creating Run Command: there is no machine ${text(planned.virtual_machine_id)}` });
  const start = clock.timestamp();
  const source = firstBlock(planned.source);
  const view = azure.shell({ machine, script: text(source?.script), parameters: parametersOf(planned) });
  const block = {
    execution_state: view.executionState,
    execution_message: view.executionMessage,
    exit_code: view.exitCode,
    output: view.output,
    error_message: view.error,
    start_time: start,
    end_time: clock.timestamp(),
  };
  return { view, block };
}

function parametersOf(planned: Values): Record<string, string> {
  const blocks = [planned.parameter, planned.protected_parameter].flatMap((value) =>
    Array.isArray(value) ? value : [],
  );
  return Object.fromEntries(blocks.filter(isObject).map(({ name, value }) => [text(name), text(value)]));
}
