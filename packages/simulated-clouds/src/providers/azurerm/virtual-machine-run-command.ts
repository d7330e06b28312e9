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
      "error_blob_managed_identity",
      "error_blob_uri",
      "output_blob_managed_identity",
      "output_blob_uri",
      "parameter",
      "protected_parameter",
      "run_as_password",
      "run_as_user",
      "source",
      "instance_view",
    ],
    named: (id) => ({ virtual_machine_id: parentOf(id) }),
  },
  {
    forceNew: ["name", "virtual_machine_id", "location"],
    // azurerm reads it again after each run
    recomputed: ["instance_view"],
    validate: (config) => checkId(config, "virtual_machine_id", VIRTUAL_MACHINE_ID, "Virtual Machine"),
  },
);

/** A command runs when it is created and again whenever it changes; a failed run fails the apply and taints it. */
export const virtualMachineRunCommand: Behaviour = {
  ...stored,

  async create(planned, context) {
    const ran = await run(context.client, planned, context.signal);
    const computed = await stored.create({ ...planned, instance_view: [ran.block] }, context);
    const state = { ...computed, instance_view: [ran.block] };
    if (ran.view.executionState === "Failed") throw new Failure(failure(planned, ran.view), state);
    return state;
  },

  async update(prior, planned, context) {
    const ran = await run(context.client, planned, context.signal);
    await stored.update?.(prior, { ...planned, instance_view: [ran.block] }, context);
    const state = { instance_view: [ran.block] };
    if (ran.view.executionState === "Failed") throw new Failure(failure(planned, ran.view), { ...planned, ...state });
    return state;
  },
};

/**
 * azurerm asks Azure to take a failed script for a failed deployment, and Azure's agent hands on all it knows of the run.
 * assumed: how Azure words that.
 */
const failure = (planned: Values, view: InstanceView) => ({
  summary: `running the command: polling failed: the Azure API returned the following error: VMExtensionProvisioningError: VM has reported a failure when processing run command '${text(planned.name)}'. Error message: '${JSON.stringify(view)}'`,
});

async function run(
  client: AzurermClient,
  planned: Values,
  signal: AbortSignal,
): Promise<{ view: InstanceView; block: Values }> {
  const { azure, clock } = client.world;
  const machine = azure.resources.get<PlainResource["properties"]>(text(planned.virtual_machine_id));
  if (!machine)
    throw new Failure({ summary: `creating Run Command: there is no machine ${text(planned.virtual_machine_id)}` });
  const start = clock.timestamp();
  const source = firstBlock(planned.source);
  const view = await azure.shell({ machine, script: text(source?.script), parameters: parametersOf(planned), signal });
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
