import { TerraformStack, TerraformVariable } from "cdktf";
import {
  ClientSecretSlot,
  ExistingCredential,
  ExistingPeeringApplication,
  type FederatedCredentialOptions,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { synthApplication } from "../support/identity";
import { expectAccepted, expectRefusal, notAllowed, USE } from "../support/refusal";
import { addPeering, CLIENT, synthStack, synthStacks } from "../support/synth";

describe("a client secret", () => {
  test("ends when Microsoft Graph says by default, and there is one", () => {
    const passwords = synthApplication({}).resources("azuread_application_password");
    expect(Object.values(passwords)).toEqual([expect.not.objectContaining({ end_date: expect.anything() as unknown })]);
  });

  const secret = (active?: ClientSecretSlot) =>
    synthApplication({
      credential: PeeringCredential.clientSecret({
        primaryEndDate: "2031-01-31T00:00:00Z",
        secondaryEndDate: "2031-07-31T00:00:00Z",
        active,
      }),
    });

  test.each([
    [undefined, "primary", "secondary"],
    [ClientSecretSlot.PRIMARY, "primary", "secondary"],
    [ClientSecretSlot.SECONDARY, "secondary", "primary"],
  ])("with active %s the provider signs in with the %s one", (active, used, idle) => {
    const stack = secret(active);
    const address = stack.address("azuread_application_password", used);
    expect(stack.peeringProviders[0]?.client_secret).toBe(`\${${address}.value}`);
    expect(stack.resource("azuread_application_password", idle)).toHaveProperty("end_date");
    expect(JSON.stringify(stack.checks)).toContain(`timeadd(${address}.end_date, \\"-720h\\")`);
  });

  test("a check warns 30 days before the one in use ends", () => {
    const stack = secret();
    const [check] = Object.entries(stack.checks).filter(([name]) => name.endsWith("_ends"));
    const address = stack.address("azuread_application_password", "primary");
    expect(check?.[1].assert).toEqual({
      condition: `\${timecmp(plantimestamp(), timeadd(${address}.end_date, "-720h")) < 0}`,
      error_message: `stack/identity/client-secret: the client secret of the peering application ends on \${${address}.end_date}; give the idle slot a new end date and apply, then make it the active one and apply again`,
    });
  });

  test("switching the slot changes nothing but the provider, the check and what is waited for", () => {
    const [primary, secondary] = [secret(ClientSecretSlot.PRIMARY), secret(ClientSecretSlot.SECONDARY)];
    expect(primary.json.resource?.azuread_application_password).toEqual(
      secondary.json.resource?.azuread_application_password,
    );
    expect(primary.json.resource?.aiven_azure_vpc_peering_connection).toEqual(
      secondary.json.resource?.aiven_azure_vpc_peering_connection,
    );
  });

  test("the end date of an idle secret may be past", () => {
    expectAccepted(() =>
      PeeringCredential.clientSecret({
        primaryEndDate: "2020-01-01T00:00:00Z",
        secondaryEndDate: "2031-01-01T00:00:00Z",
        active: ClientSecretSlot.SECONDARY,
      }),
    );
  });
});
describe("workload identity federation", () => {
  /** With azurerm the application has to exist before the peering is planned, so it is of a stack of its own. */
  const federate = (...credentials: FederatedCredentialOptions[]) =>
    synthStacks(["identity", "peering"], ({ identity: first, peering: second }) => {
      const credential = PeeringCredential.federated(...credentials);
      addPeering(second, { identity: new PeeringApplication(first, "identity", { credential }) });
    });
  const trusted = { issuer: "https://issuer.example", subject: "repo:me/it:ref:main" };
  const { identity, peering } = federate(trusted);

  test("trusts the issuer and makes no secret", () => {
    expect(identity.resource("azuread_application_federated_identity_credential")).toMatchObject({
      application_id: `\${${identity.address("azuread_application")}.id}`,
      issuer: "https://issuer.example",
      subject: "repo:me/it:ref:main",
      audiences: ["api://AzureADTokenExchange"],
      display_name: "terraform",
    });
    expect(identity.resources("azuread_application_password")).toEqual({});
  });

  test("audience and name can be set", () => {
    const stack = federate({ ...trusted, audience: "api://other", displayName: "pipeline" }).identity;
    expect(stack.resource("azuread_application_federated_identity_credential")).toMatchObject({
      audiences: ["api://other"],
      display_name: "pipeline",
    });
  });

  test("the operator's own secret, which azurerm would prefer, is shut out", () => {
    expect(peering.peeringProviders[0]).toMatchObject({ use_oidc: true, client_secret: "", client_certificate: "" });
    expect(peering.peeringProviders[0]).not.toHaveProperty("oidc_token");
  });

  test("the wait begins after the credential", () => {
    expect(identity.resource("time_sleep", "identity_propagation").depends_on).toContain(
      identity.address("azuread_application_federated_identity_credential"),
    );
  });
});

describe("an end date", () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-06-01T12:00:00Z") }));
  afterEach(() => jest.useRealTimers());

  test("is in the future from the next second on", () => {
    expectAccepted(() => PeeringCredential.clientSecret({ primaryEndDate: "2026-06-01T12:00:01Z" }));
    const primaryEndDate = "2026-06-01T12:00:00Z";
    expectRefusal(
      () => PeeringCredential.clientSecret({ primaryEndDate }),
      notAllowed("credential.primaryEndDate", primaryEndDate, USE.futureDate),
    );
  });

  test("of the secondary secret must be in the future once that is in use", () => {
    const secondaryEndDate = "2026-06-01T12:00:00Z";
    expectRefusal(
      () => PeeringCredential.clientSecret({ secondaryEndDate, active: ClientSecretSlot.SECONDARY }),
      `credential.secondaryEndDate: "${secondaryEndDate}" is not allowed, use ${USE.futureDate}`,
    );
  });
});

describe("a date that does not exist", () => {
  test.each([
    ["2099-02-29T00:00:00Z", "2096-02-29T00:00:00Z"],
    ["2099-02-30T00:00:00Z", "2099-02-28T00:00:00Z"],
    ["2099-04-31T00:00:00Z", "2099-04-30T00:00:00Z"],
    ["2099-06-31T12:00:00+02:00", "2099-06-30T12:00:00+02:00"],
    ["2099-01-01T25:00:00Z", "2099-01-01T23:59:59Z"],
    ["2099-01-00T00:00:00Z", "2099-01-01T00:00:00Z"],
  ])("%s is refused, %s is not", (bad, good) => {
    expectRefusal(
      () => PeeringCredential.clientSecret({ primaryEndDate: bad }),
      `credential.primaryEndDate: "${bad}" is not allowed, use ${USE.futureDate}`,
    );
    expectAccepted(() => PeeringCredential.clientSecret({ primaryEndDate: good }));
    const active = ClientSecretSlot.SECONDARY;
    expectRefusal(
      () => PeeringCredential.clientSecret({ secondaryEndDate: bad, active }),
      `credential.secondaryEndDate: "${bad}" is not allowed, use ${USE.futureDate}`,
    );
  });
});

describe("a secret", () => {
  test.each([
    [undefined, "missing, give"],
    [null, "missing, give"],
    ["", '"" is not allowed, use'],
  ])("that is %j is refused: a provider would take the operator's own in its place", (value, wrong) => {
    expectRefusal(
      () => ExistingCredential.clientSecret(value as never),
      `credential.clientSecret: ${wrong} a sensitive Terraform variable`,
    );
  });

  test.each([
    ["base64", "the certificate from a sensitive Terraform variable"],
    ["path", "the path of the certificate"],
  ])("in a certificate whose %s is empty is refused", (property, use) => {
    expectRefusal(
      () => ExistingCredential.clientCertificate({ [property]: "" }),
      `credential.${property}: "" is not allowed, use ${use}, or leave it out`,
    );
  });

  test("that is written in the code draws a warning, and a variable draws none", () => {
    const warnings = (credential: (stack: TerraformStack) => ExistingCredential) => {
      let said: unknown[] = [];
      synthStack((stack) => {
        const identity = new ExistingPeeringApplication(stack, "identity", {
          clientId: CLIENT,
          credential: credential(stack),
        });
        said = identity.node.metadata.map(({ type, data }) => [type, data as string]);
      });
      return said;
    };
    expect(warnings(() => ExistingCredential.clientSecret("hunter2"))).toEqual([
      [
        "@cdktf/warn",
        "credential.clientSecret: a literal is readable in the code and in the synthesised JSON; use a sensitive Terraform variable",
      ],
    ]);
    const secret = (stack: TerraformStack) => new TerraformVariable(stack, "secret", { sensitive: true }).stringValue;
    expect(warnings((stack) => ExistingCredential.clientSecret(secret(stack)))).toEqual([]);
    expect(warnings(() => ExistingCredential.federated())).toEqual([]);
  });
});

describe("federated credentials of one application", () => {
  const trust = (index: number) => ({
    issuer: "https://issuer.example",
    subject: `s${index}`,
    displayName: `n${index}`,
  });
  const many = (count: number) => Array.from({ length: count }, (_, index) => trust(index));
  const count = (credentials: number) =>
    `credential: ${credentials} federated credentials are not allowed, give 1 to 20`;

  test("are 1 to 20, each a resource by its name, so that they may come and go in any order", () => {
    expectRefusal(() => PeeringCredential.federated(), count(0));
    expectRefusal(() => PeeringCredential.federated(...many(21)), count(21));
    const synth = (credentials: ReturnType<typeof many>) =>
      synthStack((stack) => {
        new PeeringApplication(stack, "identity", { credential: PeeringCredential.federated(...credentials) });
      }).resources("azuread_application_federated_identity_credential");
    const all = synth(many(20));
    expect(Object.values(all).map(({ subject, display_name }) => [subject, display_name])).toEqual(
      expect.arrayContaining(many(20).map(({ subject, displayName }) => [subject, displayName])),
    );
    expect(Object.keys(all)).toHaveLength(20);
    expect(all).toMatchObject(synth(many(20).reverse().slice(0, 3)));
  });

  test("need a name each, and a subject each", () => {
    const [a, b] = [trust(1), trust(2)];
    const twice = (property: string, value: string) =>
      `credential.${property}: "${value}" is not allowed twice, give each federated credential its own`;
    expectRefusal(() => PeeringCredential.federated(a, { ...b, displayName: "n1" }), twice("displayName", "n1"));
    expectRefusal(() => PeeringCredential.federated(a, { ...b, subject: "s1" }), twice("subject", "s1"));
    const nameless = (subject: string) => ({ issuer: "https://issuer.example", subject });
    expectRefusal(() => PeeringCredential.federated(nameless("a"), nameless("b")), twice("displayName", "terraform"));
    expectAccepted(() => PeeringCredential.federated(a, { ...b, subject: "s1", issuer: "https://other.example" }));
    expectAccepted(() => PeeringCredential.federated(nameless("a"), b));
  });
});
