import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld } from "../../src/clouds/world";
import { acceptedConnection, CALLER } from "./aiven-side";
import { asDeployer, createApplication, createNetwork, deployer, refusal } from "./people";

describe("the inventory", () => {
  test("says what exists in which tenant, subscription and project", async () => {
    const world = createWorld();
    await acceptedConnection(world);
    await world.clock.advance(minutes(1));
    const rows = world.added().map(({ place, kind, state }) => [place, kind, state].filter(Boolean).join(" | "));
    expect(rows.sort()).toEqual([
      "aiven project/my-project | vpc peering connection | PENDING_PEER",
      "aiven project/my-project | vpc | ACTIVE",
      "subscription Aiven | Microsoft.Network/virtualNetworks",
      "subscription Aiven | Microsoft.Network/virtualNetworks/virtualNetworkPeerings | Initiated",
      "subscription Aiven | role assignment",
      "subscription customer | Microsoft.Network/virtualNetworks",
      "subscription customer | resource group",
      "subscription customer | role assignment",
      "subscription customer | role assignment",
      "tenant Aiven | service principal",
      "tenant customer | application",
      "tenant customer | application password",
      "tenant customer | role definition",
      "tenant customer | role definition",
      "tenant customer | service principal",
      "tenant customer | service principal",
    ]);
  });

  test("has nothing added in a fresh world, and shows what was not ours and is gone", () => {
    const world = createWorld({ aivenPrincipalExists: true });
    expect(world.added()).toEqual([]);
    const [aiven] = world.entra.servicePrincipals.list(deployer(world), ({ displayName }) =>
      displayName.startsWith("aiven"),
    );
    world.byHand.deleteServicePrincipal(aiven.objectId);
    expect(world.removed()).toEqual([
      expect.objectContaining({ kind: "service principal", name: "aiven-prod-executor" }),
    ]);
  });

  test("still shows an application that came and stayed, and not one that went", () => {
    const world = createWorld();
    const { application } = createApplication(world);
    world.entra.applications.delete(deployer(world), application.objectId);
    expect(world.added()).toEqual([]);
  });
});

describe("a fault", () => {
  const fault = {
    match: { cloud: "arm", method: "GET", path: /virtualNetworks\/vnet$/ },
    status: 503,
    code: "ServiceUnavailable",
    message: "try later",
  } as const;

  test("hits the call it is meant for, once, and is journalled", () => {
    const world = createWorld({ faults: [fault] });
    const network = createNetwork(world);
    const read = () => world.azure.virtualNetworks.get(asDeployer(world), network);
    expect(read).toThrow(refusal({ status: 503, code: "ServiceUnavailable", message: "try later" }));
    expect(read().id).toBe(network);
    expect(world.journal.matching(/^GET .*vnet$/).map(({ status, code }) => [status, code])).toEqual([
      [503, "ServiceUnavailable"],
      [200, undefined],
    ]);
  });

  test("may hit for ever, by the action, and ends when cleared", () => {
    const world = createWorld();
    const network = createNetwork(world);
    world.faults.inject({
      ...fault,
      match: { cloud: "arm", path: /^Microsoft.Network\/virtualNetworks\/read$/ },
      times: Infinity,
    });
    const read = () => world.azure.virtualNetworks.get(asDeployer(world), network);
    for (let time = 0; time < 3; time += 1) expect(read).toThrow("try later");
    world.faults.clear();
    expect(read).not.toThrow();
  });

  test("spares what Aiven does by itself, unless it names Aiven", async () => {
    const put = { cloud: "arm", method: "PUT", path: /virtualNetworkPeerings/ } as const;
    const spared = createWorld({ faults: [{ ...fault, match: put }] });
    expect((await acceptedConnection(spared)).connection.state).toBe("PENDING_PEER");
    const hit = createWorld({ faults: [{ ...fault, match: { ...put, identity: "aiven" } }] });
    await expect(acceptedConnection(hit)).rejects.toThrow("ServiceUnavailable");
  });
});

describe("the journal", () => {
  test("shows who called what, with which tenant, in order", () => {
    const world = createWorld();
    const network = createNetwork(world);
    world.azure.virtualNetworks.get(asDeployer(world), network);
    expect(world.journal.entries.map(({ cloud, method, identity }) => [cloud, method, identity])).toEqual([
      ["entra", "POST", "deployer"],
      ["arm", "GET", "deployer"],
    ]);
  });

  test("holds no secret", async () => {
    const world = createWorld({ signIn: "azure-cli" });
    const { password } = await acceptedConnection(world);
    await world.clock.advance(seconds(30));
    const text = JSON.stringify(world.journal.entries) + world.journal.lines().join();
    expect(text).toContain("/addPassword");
    expect(text).not.toContain(password.secretText);
    expect(text).not.toContain(CALLER.apiToken);
  });
});

test("a setting that names no built-in role is refused", () => {
  expect(() => createWorld({ deployer: { azureRoles: ["Ower"] } })).toThrow('no built-in role is named "Ower"');
});
