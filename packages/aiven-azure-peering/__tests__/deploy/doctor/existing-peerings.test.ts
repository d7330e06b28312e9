import { AivenServicePrincipalSource, AivenVpc, AzurePeeringProvider, PeeringAccess } from "cdktf-aiven-azure-peering";
import { accounts, type SettingsInput } from "simulated-clouds";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { assign, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { Before, readDoctor, type Build } from "../support/doctor";
import { createHub, GIVEN_ROLES, HUB } from "./azure-rows";

const { EXISTING } = AivenServicePrincipalSource;
const { AZAPI } = AzurePeeringProvider;

const settings: SettingsInput = {
  existingApplication: existingApplication(),
  aivenPrincipalExists: true,
  customer: { roles: GIVEN_ROLES },
};
const shape = {
  azurePeeringProvider: AZAPI,
  virtualNetwork,
  peeringName: "to-aiven",
  access: PeeringAccess.existing(),
};

/** A peering that another stack, or somebody, has made with the existing application, and of which this stack knows nothing. */
async function made() {
  const before = await Before.apply(settings, withExisting(shape, { aivenServicePrincipal: EXISTING }));
  const { deployment } = before;
  createHub(before);
  await assign(deployment, GIVEN_ROLES[0], existingApplication().clientId);
  await assign(deployment, GIVEN_ROLES[1], accounts.aivenApplicationId);
  await expectActive(deployment);
  const [vpc] = deployment.world.aiven.vpcs.all;
  deployment.remove();
  const adopt = `aiven-azure-peering adopt --vpc my-project/${vpc.id} --network ${HUB}`;
  const ofVpc = { project: undefined, networkCidr: undefined, vpc: AivenVpc.fromId(`my-project/${vpc.id}`) };
  return { before, vpc, adopt, ofVpc };
}

test("one by another application is not the stack's own, and an apply fails", async () => {
  const { before, ofVpc, adopt } = await made();
  const own: Build = (stack) => void peerNetwork(stack(), { ...shape, ...ofVpc, access: undefined });
  await before.deployment.change(own);
  expect((await before.doctor()).of("peering")).toEqual({
    check: "peering",
    status: "failed",
    message: `exists already, and is ACTIVE at Aiven, with the application ${existingApplication().clientId}, which is not the stack's; Aiven refuses a second one`,
    remedy: adopt,
  });
  expect(await before.deployment.apply()).toMatchObject({ code: 1 });
});

test("nor is one by another existing application than the one that the stack is given", async () => {
  const { before, ofVpc } = await made();
  const clientId = "66666666-6666-4666-8666-666666666666";
  await before.deployment.change(withExisting({ ...shape, ...ofVpc }, { clientId, aivenServicePrincipal: EXISTING }));
  expect((await before.doctor()).of("peering")).toMatchObject({
    status: "failed",
    message: expect.stringContaining(
      `the application ${existingApplication().clientId}, which is not the stack's`,
    ) as string,
  });
});

test("one by the stack's application, whose Azure side has another name than the stack's", async () => {
  const { before, ofVpc, adopt } = await made();
  await before.deployment.change(
    withExisting({ ...shape, ...ofVpc, peeringName: "ours" }, { aivenServicePrincipal: EXISTING }),
  );
  expect((await before.doctor()).of("peering")).toMatchObject({
    status: "failed",
    message:
      "exists already, and is ACTIVE at Aiven, but Azure's side is called to-aiven, and the stack's is ours: it is not the stack's",
    remedy: adopt,
  });
});

test("of ids nobody can say whether a stack has it", async () => {
  const { before, vpc } = await made();
  const doctor = await readDoctor(before.clouds, ["--vpc", `my-project/${vpc.id}`, "--network", HUB]);
  expect(doctor.of("peering")).toMatchObject({
    status: "unknown",
    remedy: expect.stringMatching(/^--stack cdktf\.out.* adopt --vpc /) as string,
  });
});

test("what is left Disconnected when Aiven's side went is to be removed, and is no reason for another range", async () => {
  const { before, ofVpc } = await made();
  const { world } = before.deployment;
  world.byHand.removeAivenPeering(world.aiven.peeringConnections.all[0]);
  await before.deployment.change(
    withExisting({ ...shape, ...ofVpc, peeringName: "ours" }, { aivenServicePrincipal: EXISTING }),
  );
  const doctor = await before.doctor();
  expect(doctor.complaints).toEqual([
    expect.stringMatching(/^failed earlier peering: Azure's peering to-aiven with .* exists and is Disconnected/),
  ]);
  expect(doctor.of("earlier peering")?.remedy).toBe(
    `az network vnet peering delete --ids ${HUB}/virtualNetworkPeerings/to-aiven`,
  );
});
