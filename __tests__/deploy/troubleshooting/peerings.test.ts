import { AIVEN_SAYS } from "../support/aiven-says";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain, reconnected, recreateAsTheCheckSays, started } from "../support/changes";
import { deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { Deployment } from "../support/deployment";
import { minutesAfterTheWaits } from "../support/time-passed";
import { AZURE_PEERING, CONNECTION, plainConfiguration, set } from "../support/plain-graph";
import { AZAPI, throughBoth, tryRows } from "./rows";
import { removeAzurePeering } from "./situations";

tryRows("The two sides", {
  "not found yet": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await deployPeering(
      { aivenPlugin: "framework", aiven: { poll: 1500 } },
      { azurePeeringProvider },
    );
    expectSuccess(await deployment.apply());
    minutesAfterTheWaits(deployment, 21);
    prints(await deployment.plan());
    const { settings } = deployment.world;

    // Aiven finds it at its next look
    settings.aiven.poll = 60;
    await deployment.wait();
    await deployment.wait();
    expectSuccess(await deployment.apply("-refresh-only"));
    expect((await deployment.plan()).text).not.toContain("Check block assertion failed");

    // Aiven does not look any more
    const [connection] = deployment.world.aiven.peeringConnections.all;
    Object.assign(connection as object, { state: "PENDING_PEER" });
    prints(await deployment.plan());
    await reconnected(deployment, (connected) => plain({ azurePeeringProvider, connected }));
    await expectDestroyed(deployment);
  }),

  "Azure's peering deleted": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    removeAzurePeering(deployment);
    await deployment.wait();
    prints(await deployment.plan());
    await recreateAsTheCheckSays(deployment);
    await expectDestroyed(deployment);
  }),

  "Aiven refused later": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    const [connection] = deployment.world.aiven.peeringConnections.all;
    Object.assign(connection as object, { state: "REJECTED_BY_PEER", stateInfo: null });
    prints(await deployment.plan());
    await reconnected(deployment, (connected) => plain({ azurePeeringProvider, connected }));
    await expectDestroyed(deployment);
  }),

  "one side left": {
    azurerm: async (prints) => {
      const halved = async () => {
        const deployment = await started();
        deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
        prints(await deployment.apply());
        return deployment;
      };
      const one = await halved();
      await reconnected(one, (connected) => plain({ connected }));
      await expectDestroyed(one);

      const other = await halved();
      removeAzurePeering(other);
      await expectActive(other);
      await expectDestroyed(other);
    },
    azapi: async (prints) => {
      const deployment = await started({}, plain({ azurePeeringProvider: AZAPI }));
      const renamed = (connected: boolean) => plain({ azurePeeringProvider: AZAPI, peeringName: "renamed", connected });
      await deployment.change(renamed(true));
      prints(await deployment.apply());
      // Azure's peering is gone by now
      await deployment.change(renamed(false));
      await expectActive(deployment, 0);
      await deployment.change(renamed(true));
      await expectActive(deployment);
      await expectDestroyed(deployment);
    },
  },

  "not in sync": async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider: AZAPI }));
    const { byHand, aiven } = deployment.world;
    byHand.growVirtualNetwork(byHand.azurePeerings()[0]?.networkId, "10.9.0.0/16");
    prints(await deployment.plan());
    byHand.refreshAivenPeering(aiven.peeringConnections.all[0]);
    expectSuccess(await deployment.apply("-refresh-only"));
    expect((await deployment.plan()).text).not.toContain("Check block assertion failed");
  },
});

const stateInfo = (key: string) => `${CONNECTION}.state_info["${key}"]`;

describe("the state info vanishes once the peering is active", () => {
  test("and an id read straight from it fails every later plan; the construct keeps it", async () => {
    const plain = await Deployment.plain(
      {},
      plainConfiguration(set(AZURE_PEERING, { remote_virtual_network_id: `\${${stateInfo("to-network-id")}}` })),
    );
    expectSuccess(await plain.apply());
    await plain.wait();
    expectFailure(await plain.plan(), ...AIVEN_SAYS.noStateInfo);
    expectFailure(await plain.destroy(), AIVEN_SAYS.noStateInfo[0]);

    const deployment = await deployPeering({});
    await expectActive(deployment);
    expect(deployment.world.aiven.peeringConnections.all[0]?.stateInfo).toBeNull();
    await expectDestroyed(deployment);
  });

  test("and try() around it makes the plan want another network; the construct's next plan is empty", async () => {
    const plain = await Deployment.plain(
      {},
      plainConfiguration(
        set(AZURE_PEERING, {
          remote_virtual_network_id: `\${try(${stateInfo("to-network-id")}, null)}`,
          lifecycle: undefined,
        }),
      ),
    );
    expectSuccess(await plain.apply());
    await plain.wait();
    expect((await plain.plan()).code).not.toBe(0);

    await expectActive(await deployPeering({ stateInfoSurvivesActive: true }));
  });
});

describe("Aiven accepts without a state info", () => {
  const SILENT = { aiven: { approvalOutcome: { state: "PENDING_PEER", stateInfo: null } } };

  test("without the construct, Azure is asked for a peering with nothing", async () => {
    const plain = await Deployment.plain(SILENT, plainConfiguration());
    expectFailure(await plain.apply(), /remote_virtual_network_id/);
  });
});

describe("a health check", () => {
  test("that reads Aiven again leaves no plan empty; the construct's does", async () => {
    const plain = await Deployment.plain(
      {},
      {
        ...plainConfiguration(),
        check: {
          health: {
            data: {
              aiven_azure_vpc_peering_connection: {
                now: {
                  vpc_id: `\${${CONNECTION}.vpc_id}`,
                  azure_subscription_id: `\${${CONNECTION}.azure_subscription_id}`,
                  vnet_name: `\${${CONNECTION}.vnet_name}`,
                  peer_resource_group: `\${${CONNECTION}.peer_resource_group}`,
                  peer_azure_app_id: `\${${CONNECTION}.peer_azure_app_id}`,
                  peer_azure_tenant_id: `\${${CONNECTION}.peer_azure_tenant_id}`,
                  depends_on: [CONNECTION],
                },
              },
            },
            assert: {
              condition: '${data.aiven_azure_vpc_peering_connection.now.state == "ACTIVE"}',
              error_message: "not active",
            },
          },
        },
      },
    );
    expectSuccess(await plain.apply());
    await plain.wait();
    expectSuccess(await plain.apply());
    const { code, text } = await plain.plan();
    expect(text).toContain("(config will be reloaded to verify a check block)");
    expect(code).toBe(2);

    const deployment = await deployPeering({ aiven: { poll: 600 } });
    expectSuccess(await deployment.apply());
    minutesAfterTheWaits(deployment, 21);
    expect((await deployment.plan()).text).toContain("Hub-VNet is PENDING_PEER, not ACTIVE");
    await expectActive(deployment);
  });
});
