import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { AZURE_PEERING, CONNECTION, plainGraph, set } from "../support/plain-graph";

const told = (key: string) => `${CONNECTION}.state_info["${key}"]`;

describe("what Aiven told vanishes once the peering is active", () => {
  test("and an id read straight from it fails every later plan; the construct keeps what it was told", async () => {
    const plain = await Deployment.plain(
      {},
      plainGraph(set(AZURE_PEERING, { remote_virtual_network_id: `\${${told("to-network-id")}}` })),
    );
    expectSuccess(await plain.apply());
    await plain.wait();
    expectFailure(await plain.plan(), "Invalid index", "state_info is empty map of string");
    expectFailure(await plain.destroy(), "Invalid index");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    expect(deployment.world.aiven.peeringConnections.all[0]?.stateInfo).toBeNull();
    await expectDestroyed(deployment);
  });

  test("and try() around it makes the plan want another network; the construct's next plan is empty", async () => {
    const plain = await Deployment.plain(
      {},
      plainGraph(
        set(AZURE_PEERING, {
          remote_virtual_network_id: `\${try(${told("to-network-id")}, null)}`,
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

describe("Aiven accepts and tells nothing", () => {
  const SILENT = { aiven: { approvalOutcome: { state: "PENDING_PEER", stateInfo: null } } };

  test("without the construct, Azure is asked for a peering with nothing", async () => {
    const plain = await Deployment.plain(SILENT, plainGraph());
    expectFailure(await plain.apply(), /remote_virtual_network_id/);
  });
});

describe("a health check", () => {
  test("that reads Aiven anew makes no plan ever empty; the construct's does", async () => {
    const plain = await Deployment.plain(
      {},
      {
        ...plainGraph(),
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

    const deployment = await deployPeering({});
    expect((await deployment.apply()).text).toContain("Hub-VNet is PENDING_PEER, not ACTIVE");
    await expectActive(deployment);
  });
});
