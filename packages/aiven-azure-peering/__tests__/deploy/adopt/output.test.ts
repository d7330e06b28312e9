import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { run } from "../../../src/cli/run";
import { ByHand } from "../support/by-hand";

/** What is printed for a script, or for a terminal of so many columns. */
async function typed({ env }: Pick<ByHand, "env">, args: readonly string[], columns?: number) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: columns !== undefined, columns }),
  );
  const code = await run(["adopt", ...args], {
    env: { ...env, CI: "1" },
    version: "0.0.0",
    examples: () => [],
    stdout,
    stderr,
  });
  const text = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? "").toString();
  return { code, out: text(stdout), err: text(stderr) };
}

test("the app goes to stdout, and what was looked at to stderr", async () => {
  const byHand = await ByHand.begin();
  const { vpcId, application } = await byHand.peering();
  const { code, out, err } = await typed(byHand, ["--vpc", vpcId]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\/\/ A peering that exists, imported as it is\.\n[^]*\napp\.synth\(\);\n$/);
  expect(out).toContain("//   cdktf diff     # must say 2 to import and 0 to destroy\n");
  expect(err).toContain("ok      Azure's peering: Aiven.by-hand, Connected\n");
  // a command is pasted as it stands, however narrow the terminal
  const narrow = await typed(byHand, ["--vpc", vpcId], 50);
  expect(stripVTControlCharacters(narrow.err)).toContain(
    `          → export TF_VAR_client_secret="$(az ad app credential reset --append --id ${application.clientId} --query password --output tsv)"\n`,
  );
  expect([narrow.out, err + out]).toEqual([out, expect.not.stringContaining("\u001b")]);
});

test.each([
  ["--language", "python", /^from cdktf_aiven_azure_peering import/m],
  ["--cdktn", "", /from "cdktn-aiven-azure-peering";/],
  ["--azure-peering-provider", "azapi", /azurePeeringProvider: AzurePeeringProvider\.AZAPI,/],
])("%s %s", async (option, value, expected) => {
  const byHand = await ByHand.begin();
  const { vpcId } = await byHand.peering();
  const { code, out } = await typed(byHand, ["--vpc", vpcId, option, ...(value === "" ? [] : [value])]);
  expect([code, out]).toEqual([0, expect.stringMatching(expected)]);
});

test("one network is chosen by its id, and what is not there fails", async () => {
  const byHand = await ByHand.begin();
  const { vpcId, network } = await byHand.peering();
  expect(await typed(byHand, ["--vpc", vpcId, "--network", network])).toMatchObject({ code: 0 });
  const { code, out, err } = await typed(byHand, ["--vpc", vpcId, "--network", network.replace(/Hub/g, "Other")]);
  // nothing but the app belongs on stdout
  expect([code, out, err]).toEqual([1, "", expect.stringContaining("peered with hub-vnet: nothing to adopt")]);
});

test("--json is one object with the app in it", async () => {
  const byHand = await ByHand.begin();
  const { vpcId, network } = await byHand.peering();
  const { code, out, err } = await typed(byHand, ["--vpc", vpcId, "--json"]);
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({
    command: "adopt",
    status: "ok",
    code: expect.stringContaining("importExisting: true") as unknown,
    sections: expect.arrayContaining([
      expect.objectContaining({ title: `Aiven VPC ${vpcId}` }),
      expect.objectContaining({
        title: network,
        lines: expect.arrayContaining([
          { check: "Azure's peering", status: "ok", message: "Aiven.by-hand, Connected" },
        ]) as unknown,
      }),
    ]) as unknown,
  });
});

test.each([
  [[], "no peering is given: use --stack cdktf.out/stacks/<name>, or --vpc <project>/<uuid>"],
  [["--vpc", "my-project"], '--vpc: "my-project" is not allowed, use <project>/<uuid>, as Terraform has it'],
  [
    [
      "--project",
      "my-project",
      "--network",
      `/subscriptions/${"0".repeat(8)}-0000-0000-0000-${"0".repeat(12)}/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v`,
    ],
    "no VPC is given: use --vpc <project>/<uuid>; avn vpc list --project <project> shows the UUID",
  ],
  [["--vpc", "p/00000000-0000-4000-8000-000000000000", "--language", "go"], "Allowed choices are typescript, python."],
])("what cannot be used is one line: %j", async (args, message) => {
  const byHand = await ByHand.begin();
  const { code, out, err } = await typed(byHand, args);
  expect([code, out, err.trimEnd().split("\n")]).toEqual([2, "", [expect.stringContaining(message)]]);
});
