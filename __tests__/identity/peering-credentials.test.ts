import { TerraformStack } from "cdktf";
import {
  ClientSecretSlot,
  type FederatedCredentialOptions,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { synthApplication } from "../support/identity";
import { addPeering, addProviders, synthApp } from "../support/synth";

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
    expect(() =>
      PeeringCredential.clientSecret({
        primaryEndDate: "2020-01-01T00:00:00Z",
        secondaryEndDate: "2031-01-01T00:00:00Z",
        active: ClientSecretSlot.SECONDARY,
      }),
    ).not.toThrow();
  });
});

describe("workload identity federation", () => {
  /** With azurerm the application has to exist before the peering is planned, so it is of a stack of its own. */
  const federate = (...credentials: FederatedCredentialOptions[]) =>
    synthApp((app) => {
      const [first, second] = ["identity", "peering"].map((name) => {
        const stack = new TerraformStack(app, name);
        addProviders(stack);
        return stack;
      }) as [TerraformStack, TerraformStack];
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
