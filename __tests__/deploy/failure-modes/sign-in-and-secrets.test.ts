import type { TerraformStack } from "cdktf";
import { PeeringApplication, PeeringCredential } from "cdktf-aiven-azure-peering";
import { days } from "../../../simulator/clouds/clock";
import { AIVEN_TENANT_ID } from "../../../simulator/clouds/aiven/well-known";
import { TENANT_ID } from "../support/deployment";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addressOf, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { addPeering } from "../support/peering";
import { plainGraph, set, signIn, without } from "../support/plain-graph";

const LISTING = "populating Resource Provider cache: listing Resource Providers: loading results: ";
const EAGER = signIn({
  client_id: "${azuread_application.app.client_id}",
  auxiliary_tenant_ids: ["${azuread_service_principal.aiven.application_tenant_id}"],
});

describe("a provider configured from unknown values", () => {
  const NO_AUTHORIZER =
    "unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: could not parse Azure CLI version";

  test("fails the first plan of a pipeline; the same identity in an earlier stack does not", async () => {
    const settings = { signIn: "client-secret" } as const;
    expectFailure(await (await Deployment.plain(settings, plainGraph())).plan(), NO_AUTHORIZER);

    const deployment = await Deployment.start(settings, (stack) => {
      const identity = new PeeringApplication(stack("identity"), "application");
      addPeering(stack("peering"), { identity });
    });
    await expectActive(deployment);
  });
});

describe("the token for Aiven's tenant", () => {
  test("is missing: Azure refuses the peering; the construct sends it with every call", async () => {
    const plain = await Deployment.plain({}, plainGraph(signIn({ auxiliary_tenant_ids: undefined })));
    expectFailure(
      await plain.apply(),
      ") to be created: unexpected status 403 (403 Forbidden) with error: LinkedAuthorizationFailed",
    );

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const calls = deployment.world.journal.matching(/^PUT .*Hub-VNet\/virtualNetworkPeerings\//);
    expect(calls.map(({ tenants }) => tenants)).toEqual([[TENANT_ID, AIVEN_TENANT_ID]]);
  });

  test("is asked for before Aiven has accepted: refused; the construct asks afterwards", async () => {
    const plain = await Deployment.plain({ lag: { secret: 0, rbac: 0 } }, plainGraph(EAGER));
    expectFailure(await plain.apply(), `${LISTING}authorizing request: clientCredentialsToken: `, "AADSTS7000229");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const { entries } = deployment.world.journal;
    const refused = entries.filter(({ cloud, status }) => cloud === "entra" && status >= 400);
    expect(refused).toEqual([]);
  });

  test("is refused while Aiven's tenant is slow: the construct stops, and goes on when applied again", async () => {
    const slow = { lag: { tenant: 600 } };
    expectFailure(await (await Deployment.plain(slow, plainGraph())).apply(), LISTING, "AADSTS7000229");

    const deployment = await deployPeering(slow);
    expectFailure(await deployment.apply(), LISTING, "AADSTS7000229");
    await deployment.wait();
    await expectActive(deployment);

    await expectActive(await deployPeering(slow, { propagation: { servicePrincipal: "11m" } }));
  });

  test("is asked for in the operator's name, when it is known too early: the first plan fails", async () => {
    const plain = await Deployment.plain({}, plainGraph(signIn({ auxiliary_tenant_ids: [AIVEN_TENANT_ID] })));
    expectFailure(
      await plain.plan(),
      `${LISTING}authorizing request: running Azure CLI: exit status 1: `,
      "AADSTS50020",
    );
    expect(plain.world.added()).toEqual([]);
  });

  test("comes with azurerm 4's list of resource providers, which the application must be allowed to read", async () => {
    const plain = await Deployment.plain({}, plainGraph(without("azurerm_role_assignment.list")));
    expectFailure(await plain.apply(), LISTING, "AuthorizationFailed");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const grants = deployment.world.added().filter(({ kind }) => kind === "role assignment");
    expect(grants.map(({ name }) => name).join()).toContain("list resource providers");
  });
});

describe("a client secret", () => {
  const future = (count: number) => `${new Date(Date.now() + days(count)).toISOString().slice(0, 19)}Z`;
  const withEndDate = (primaryEndDate: string) => (stack: () => TerraformStack) => {
    const only = stack();
    const credential = PeeringCredential.clientSecret({ primaryEndDate });
    addPeering(only, { identity: new PeeringApplication(only, "application", { credential, propagation: "0s" }) });
  };

  test("that Entra has not heard of is refused; the construct waits for it", async () => {
    const lag = { secret: 60 };
    expectFailure(await (await Deployment.plain({ lag }, plainGraph(EAGER))).apply(), "AADSTS7000215");
    await expectActive(await deployPeering({ lag }));
  });

  test("that Entra does not hear of for an hour stops the construct too; applied again it goes on", async () => {
    const deployment = await deployPeering({ lag: { secret: 3600 } });
    expectFailure(
      await deployment.apply(),
      "building account: could not acquire access token to parse claims",
      "AADSTS7000215",
    );
    await deployment.world.clock.advance(3_600_000);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("that lives longer than the tenant's policy allows is refused; an end date within it is not", async () => {
    const settings = { customer: { passwordLifetimeCapDays: 180 } };
    const policy = "CredentialInvalidLifetimeAsPerAppPolicy";
    expectFailure(await (await Deployment.plain(settings, plainGraph())).apply(), policy);

    const deployment = await deployPeering(settings);
    expectFailure(await deployment.apply(), policy);
    await expectActive(await Deployment.start(settings, withEndDate(future(170))));
  });

  test("that has ended stops every plan; the construct warns before, and a new one is made by -target", async () => {
    const soon = future(20);
    const plain = await Deployment.plain({}, plainGraph(set("azuread_application_password.app", { end_date: soon })));
    expectSuccess(await plain.apply());
    await plain.world.clock.advance(days(21));
    expectFailure(await plain.plan(), "AADSTS7000222");

    const deployment = await Deployment.start({}, withEndDate(soon));
    const { text } = await deployment.apply();
    expect(text).toContain(`the client secret of the peering application ends on ${soon}`);
    await deployment.world.clock.advance(days(21));
    expectFailure(await deployment.plan(), "AADSTS7000222");

    await deployment.change(withEndDate(future(170)));
    // Not without -target: the secret in use would be unknown, and the Azure CLI stand in for it in Aiven's tenant.
    expectFailure(await deployment.plan(), "running Azure CLI: exit status 1: ", "AADSTS50020");
    expectSuccess(await deployment.apply(`-target=${addressOf(deployment, "azuread_application_password")}`));
    await deployment.wait();
    await expectActive(deployment);
  });
});
