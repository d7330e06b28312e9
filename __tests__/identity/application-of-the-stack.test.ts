import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Rotating } from "@cdktf/provider-time/lib/rotating";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AzurePeeringProvider,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { addPeering, addProviders, CLIENT, synthApp, synthStack } from "../support/synth";

/** An application of the stack itself, given as one that exists already. */
function ownApplication(stack: TerraformStack, kind: "secret" | "federated"): ExistingPeeringApplication {
  const application = new Application(stack, "app", { displayName: "ours", signInAudience: "AzureADMultipleOrgs" });
  const principal = new ServicePrincipal(stack, "sp", { clientId: application.clientId });
  const identity = (credential: ExistingCredential) =>
    new ExistingPeeringApplication(stack, "identity", {
      clientId: application.clientId,
      servicePrincipalObjectId: principal.objectId,
      credential,
    });
  if (kind === "secret") {
    const password = new ApplicationPasswordA(stack, "password", { applicationId: application.id });
    return identity(ExistingCredential.clientSecret(password.value));
  }
  const created = identity(ExistingCredential.federated());
  new ApplicationFederatedIdentityCredential(stack, "trust", {
    applicationId: application.id,
    displayName: "pipeline",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:my-org/my-repo:ref:refs/heads/main",
    audiences: ["api://AzureADTokenExchange"],
  });
  return created;
}

const azapi = { azurePeeringProvider: AzurePeeringProvider.AZAPI };

describe("an application of the same stack that is given as an existing one", () => {
  test("is refused through azurerm, which would sign in as it before it exists", () => {
    expect(() => synthStack((stack) => void addPeering(stack, { identity: ownApplication(stack, "secret") }))).toThrow(
      "stack/identity: identity: stack/app of the same stack is not allowed for azurerm, which signs in as the application before it exists; " +
        "create a PeeringApplication in its place, give the peering azurePeeringProvider: AzurePeeringProvider.AZAPI, or create the application in " +
        "a stack of its own",
    );
  });

  test.each([
    ["secret", ["azuread_application.app", "azuread_application_password.password", "azuread_service_principal.sp"]],
    [
      "federated",
      [
        "azuread_application.app",
        "azuread_application_federated_identity_credential.trust",
        "azuread_service_principal.sp",
      ],
    ],
  ] as const)("is waited for through azapi, with what it signs in with: %s", (kind, awaited) => {
    const stack = synthStack((scope) => void addPeering(scope, { identity: ownApplication(scope, kind), ...azapi }));
    const wait = stack.resource("time_sleep", "access_propagation");
    expect([...(wait.depends_on as string[])].sort()).toEqual(awaited);
  });

  test("is known where the application is of an earlier stack", () => {
    const stacks = synthApp((app) => {
      const [first, second] = ["first", "second"].map((id) => new TerraformStack(app, id));
      for (const stack of [first, second]) addProviders(stack);
      const application = new Application(first, "app", { displayName: "ours", signInAudience: "AzureADMultipleOrgs" });
      const principal = new ServicePrincipal(first, "sp", { clientId: application.clientId });
      addPeering(second, {
        identity: new ExistingPeeringApplication(second, "identity", {
          clientId: application.clientId,
          servicePrincipalObjectId: principal.objectId,
          credential: ExistingCredential.federated(),
        }),
      });
    });
    expect(stacks.second.peeringProviders).toMatchObject([{ use_cli: false, use_oidc: true }]);
  });

  test("is not suspected where only a variable is given", () => {
    const stack = synthStack((scope) => {
      const secret = new TerraformVariable(scope, "secret", { type: "string", sensitive: true }).stringValue;
      const credential = ExistingCredential.clientSecret(secret);
      const identity = new ExistingPeeringApplication(scope, "identity", { clientId: CLIENT, credential });
      addPeering(scope, { identity });
    });
    expect(stack.peeringProviders).toMatchObject([{ use_cli: false }]);
  });
});

describe("an end date that moves", () => {
  const rotating = (
    stack: TerraformStack,
    options: (end: string) => Parameters<typeof PeeringCredential.clientSecret>[0],
  ) => {
    const { rotationRfc3339 } = new Rotating(stack, "rotating", { rotationDays: 90 });
    return new PeeringApplication(stack, "rotated", {
      credential: PeeringCredential.clientSecret(options(rotationRfc3339)),
    });
  };

  test.each([undefined, AzurePeeringProvider.AZAPI])(
    "is refused for the secret in use in the stack of the peering (%s)",
    (azurePeeringProvider) => {
      const build = () =>
        synthStack((stack) => {
          const identity = rotating(stack, (primaryEndDate) => ({ primaryEndDate }));
          addPeering(stack, { identity, azurePeeringProvider });
        });
      expect(build).toThrow(
        "stack/rotated: identity.credential: an end date of stack/rotating is not allowed for the secret in use in the stack of the peering: when " +
          "it changes, the secret is unknown to every plan, and none can sign in; give literal end dates and rotate by primaryEndDate, " +
          "secondaryEndDate and active, or create the PeeringApplication in a stack of its own",
      );
    },
  );

  test("is allowed for the idle secret, and in a stack of its own", () => {
    const idle = () =>
      synthStack((stack) => {
        addPeering(stack, { identity: rotating(stack, (secondaryEndDate) => ({ secondaryEndDate })), ...azapi });
      });
    expect(idle).not.toThrow();
    const earlier = () =>
      synthApp((app) => {
        const [first, second] = ["first", "second"].map((id) => new TerraformStack(app, id));
        for (const stack of [first, second]) addProviders(stack);
        addPeering(second, { identity: rotating(first, (primaryEndDate) => ({ primaryEndDate })) });
      });
    expect(earlier).not.toThrow();
  });
});
