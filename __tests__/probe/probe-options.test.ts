import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AzureVirtualMachine,
  ConnectivityProbe,
  type ConnectivityProbeProps,
  ProbeProtocol,
} from "cdktf-aiven-azure-peering";
import { commandOf, MACHINE_ID, parametersOf, synthProbe, TYPE } from "../support/probe";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, synthStack } from "../support/synth";

const variable = (stack: TerraformStack, type = "string") => new TerraformVariable(stack, "given", { type });

describe("what can be chosen", () => {
  test("how long it waits, and with it how long Terraform does", () => {
    const stack = synthProbe(() => ({ maximumWait: "1h" }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_MAXIMUM_WAIT_SECONDS: "3600" });
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "75m" } });
  });

  test.each([
    ["0s", "0", "15m"],
    ["90s", "90", "17m"],
    ["2m30s", "150", "18m"],
    ["1500ms", "2", "16m"],
  ])("maximumWait %s", (maximumWait, seconds, timeout) => {
    const stack = synthProbe(() => ({ maximumWait }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_MAXIMUM_WAIT_SECONDS: seconds });
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: timeout } });
  });

  test("what the service speaks", () => {
    const stack = synthProbe(() => ({ protocol: ProbeProtocol.TLS }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_PROTOCOL: "tls" });
  });

  test("how long Terraform waits", () => {
    const stack = synthProbe(() => ({ timeout: "80m" }));
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "80m", update: "80m", delete: "80m" } });
  });

  test("what else makes it run again", () => {
    const stack = synthProbe(() => ({ triggers: { generation: "2" } }));
    expect(commandOf(stack).name).toContain('"generation", "2"');
  });

  test("what its name begins with", () => {
    expect(commandOf(synthProbe(() => ({ commandNamePrefix: "probe-prod" }))).name).toMatch(
      /^probe-prod-\$\{substr\(sha256\(jsonencode\(\[.*\]\)\), 0, 12\)\}$/,
    );
  });

  test("that its name begins as no other's on the machine does", () => {
    const second = (over: Partial<ConnectivityProbeProps>) => () =>
      synthStack((stack) => {
        const props = {
          virtualNetwork: addPeering(stack).virtualNetwork,
          virtualMachine: AzureVirtualMachine.fromId(MACHINE_ID, { location: "japaneast" }),
          host: "postgres.example",
          port: 5432,
          networkCidr: "10.0.0.0/24",
          commandNamePrefix: "probe",
        };
        new ConnectivityProbe(stack, "one", props);
        new ConnectivityProbe(stack, "two", { ...props, ...over });
      });
    expectRefusal(
      second({ commandNamePrefix: "Probe", host: "kafka.example" }),
      'stack/two: commandNamePrefix: "Probe" is not allowed, stack/one has it on the same machine; give each probe a prefix of its own',
    );
    expectAccepted(second({ commandNamePrefix: "probe-2" }));
    expectAccepted(second({ virtualMachine: AzureVirtualMachine.fromId(`${MACHINE_ID}2`, { location: "japaneast" }) }));
  });

  test("who runs it", () => {
    const stack = synthProbe((scope) => ({
      provider: new AzurermProvider(scope, "other", { features: [{}], alias: "other" }),
    }));
    expect(stack.resource(TYPE)).toMatchObject({ provider: "azurerm.other" });
  });

  test("that it only warns: the script then ends well, and a check tells its message", () => {
    const stack = synthProbe(() => ({ failApply: false }));
    const address = stack.address(TYPE);
    expect(parametersOf(stack)).toMatchObject({ PROBE_FAIL: "false" });
    expect(stack.checks["probe_run-command_5A2781CC_passed"]).toEqual({
      assert: {
        condition: `\${try(jsondecode(${address}.instance_view[0].output).passed, true)}`,
        error_message:
          `stack/probe: \${try(jsondecode(${address}.instance_view[0].output).message, "")}. Correct that and run ` +
          `terraform apply -replace='${address}', which probes again`,
      },
    });
  });
});

test("a port that only Terraform knows reaches the script", () => {
  const stack = synthProbe((scope) => ({ port: variable(scope, "number").numberValue }));
  expect(parametersOf(stack)).toMatchObject({ PROBE_PORT: "${var.given}" });
});
