import { accounts } from "simulated-clouds";
import { TENANT_ID } from "../support/deployment";
import { expectActive } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { deployPeering, expectFailure } from "../support/failure";
import { plainGraph, signIn, without } from "../support/plain-graph";

const LISTING = "populating Resource Provider cache: listing Resource Providers: loading results: ";
const EAGER = signIn({
  client_id: "${azuread_application.app.client_id}",
  auxiliary_tenant_ids: ["${azuread_service_principal.aiven.application_tenant_id}"],
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
    expect(calls.map(({ tenants }) => tenants)).toEqual([[TENANT_ID, accounts.aivenTenantId]]);
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

  test("is asked for in the operator's name, when it is known too early: the first plan fails", async () => {
    const plain = await Deployment.plain({}, plainGraph(signIn({ auxiliary_tenant_ids: [accounts.aivenTenantId] })));
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
  test("that Entra has not heard of is refused; the construct waits for it", async () => {
    const lag = { secret: 60 };
    expectFailure(await (await Deployment.plain({ lag }, plainGraph(EAGER))).apply(), "AADSTS7000215");
    await expectActive(await deployPeering({ lag }));
  });
});
