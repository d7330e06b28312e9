import { Fn, Lazy, TerraformStack, TerraformVariable } from "cdktf";
import {
  AzurePeeringProvider,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import { addPeering, addProviders, CLIENT, synthApp, synthStack } from "../support/synth";

interface Stacks {
  readonly identity: TerraformStack;
  readonly peering: TerraformStack;
}

/** The peering in a stack of its own, whatever the identity is made of. */
const twoStacks = (identityOf: (stacks: Stacks) => PeeringIdentity, azurePeeringProvider?: AzurePeeringProvider) =>
  synthApp((app) => {
    const [identity, peering] = ["identity", "peering"].map((name) => {
      const stack = new TerraformStack(app, name);
      addProviders(stack);
      return stack;
    }) as [TerraformStack, TerraformStack];
    addPeering(peering, { identity: identityOf({ identity, peering }), azurePeeringProvider });
  });

const secretOf = (stack: TerraformStack) =>
  new TerraformVariable(stack, "secret", { type: "string", sensitive: true }).stringValue;

const existing = (stack: TerraformStack, credential: ExistingCredential) =>
  new ExistingPeeringApplication(stack, "application", { clientId: CLIENT, credential });

const refusal = (property: string, at: string) =>
  new Error(
    `${at}/application: credential.${property}: a secret of the stack "identity" is not allowed for a peering of the stack "peering" ` +
      "(peering/peering/subscription), as CDKTF would carry it over by an output and so keep it in the states of both; give it as a sensitive " +
      'Terraform variable of "peering", in an ExistingPeeringApplication of that stack',
  );

describe("a secret of another stack than the peering's is refused, as it would be in the states of both", () => {
  test.each([AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI])("through %s", (provider) => {
    const build = ({ identity }: Stacks) => existing(identity, ExistingCredential.clientSecret(secretOf(identity)));
    expect(() => twoStacks(build, provider)).toThrow(refusal("clientSecret", "identity"));
  });

  test("with the identity in either", () => {
    const build = ({ identity, peering }: Stacks) =>
      existing(peering, ExistingCredential.clientSecret(secretOf(identity)));
    expect(() => twoStacks(build)).toThrow(refusal("clientSecret", "peering"));
  });

  test("as a certificate, a password, and deep in a function", () => {
    const certificate = (options: (secret: string) => object) => (stacks: Stacks) =>
      existing(stacks.identity, ExistingCredential.clientCertificate(options(secretOf(stacks.identity))));
    expect(() => twoStacks(certificate((base64) => ({ base64 })))).toThrow(refusal("base64", "identity"));
    expect(() => twoStacks(certificate((password) => ({ path: "app.pfx", password })))).toThrow(
      refusal("password", "identity"),
    );
    expect(() => twoStacks(certificate((secret) => ({ base64: Fn.base64encode(`a-${secret}`) })))).toThrow(
      refusal("base64", "identity"),
    );
  });
});

describe("an existing application of another stack is taken", () => {
  test("with a secret of the peering's stack, which no output carries", () => {
    const stacks = twoStacks(({ identity, peering }) =>
      existing(identity, ExistingCredential.clientSecret(secretOf(peering))),
    );
    expect(stacks.peering?.peeringProviders).toMatchObject([{ client_secret: "${var.secret}" }]);
    expect(JSON.stringify(stacks.identity?.json)).not.toContain("secret}");
  });

  test("with the remedy, and without a secret", () => {
    const remedy = ({ peering }: Stacks) => existing(peering, ExistingCredential.clientSecret(secretOf(peering)));
    expect(() => twoStacks(remedy)).not.toThrow();
    expect(() => twoStacks(({ identity }) => existing(identity, ExistingCredential.federated()))).not.toThrow();
    const path = ExistingCredential.clientCertificate({ path: "/run/app.pfx" });
    expect(() => twoStacks(({ identity }) => existing(identity, path))).not.toThrow();
  });

  test("where this app creates it, whose secret is in both states by intent", () => {
    const stacks = twoStacks(({ identity }) => new PeeringApplication(identity, "application"));
    expect(JSON.stringify(stacks.identity?.json.output)).toContain('"sensitive":true');
  });
});

describe("a secret that anybody can read in the JSON draws a warning", () => {
  const warnings = (credential: (stack: TerraformStack) => ExistingCredential) => {
    let said: unknown[] = [];
    synthStack((stack) => {
      said = existing(stack, credential(stack)).node.metadata.map(({ data }) => data as string);
    });
    return said;
  };
  const warning = (property: string) =>
    `credential.${property}: a literal is readable in the code and in the synthesised JSON; use a sensitive Terraform variable`;
  const late = Lazy.stringValue({ produce: () => "s3cr3t" });

  test.each([
    ["a secret", () => ExistingCredential.clientSecret("s3cr3t"), ["clientSecret"]],
    ["a secret that is produced late", () => ExistingCredential.clientSecret(late), ["clientSecret"]],
    ["a certificate", () => ExistingCredential.clientCertificate({ base64: "MIIK" }), ["base64"]],
    [
      "a certificate and its password",
      () => ExistingCredential.clientCertificate({ base64: "MIIK", password: "p" }),
      ["base64", "password"],
    ],
    ["a password", () => ExistingCredential.clientCertificate({ path: "app.pfx", password: "p" }), ["password"]],
  ])("as %s", (_, credential, properties) => expect(warnings(credential)).toEqual(properties.map(warning)));

  test("but a path, a variable and a file that Terraform reads do not", () => {
    expect(warnings(() => ExistingCredential.clientCertificate({ path: "app.pfx" }))).toEqual([]);
    expect(warnings(() => ExistingCredential.clientCertificate({ base64: Fn.filebase64("app.pfx") }))).toEqual([]);
    expect(warnings(() => ExistingCredential.clientCertificate({ base64: '${filebase64("app.pfx")}' }))).toEqual([]);
    expect(warnings((stack) => ExistingCredential.clientSecret(secretOf(stack)))).toEqual([]);
  });
});
