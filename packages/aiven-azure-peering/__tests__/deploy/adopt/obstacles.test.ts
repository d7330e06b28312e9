import type { Adopted } from "../../../src/adopt/adopt";
import { ByHand, linesIn, wrongIn } from "../support/by-hand";

const failedIn = (adopted: Adopted) => linesIn(adopted).filter(({ status }) => status === "failed");

const NETWORK = (name: string, tutorial: ByHand["tutorial"]) =>
  `${tutorial.subscription}/resourceGroups/${name}-RG/providers/Microsoft.Network/virtualNetworks/${name}-VNet`;

describe("nothing is printed for what cannot be taken over, and it says why:", () => {
  test("no such VPC", async () => {
    const byHand = await ByHand.begin();
    const vpcId = "my-project/00000000-0000-4000-8000-000000000000";
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted).toEqual({
      sections: [
        {
          title: `Aiven VPC ${vpcId}`,
          lines: [
            {
              check: "VPC",
              status: "failed",
              message: "my-project has no VPC 00000000-0000-4000-8000-000000000000",
              remedy: "avn vpc list --project my-project",
            },
          ],
        },
      ],
    });
  });

  test("a VPC without peerings, or with others than the one that is asked for", async () => {
    const byHand = await ByHand.begin();
    const alone = await byHand.tutorial.vpc("10.9.0.0/24");
    const place = "ACTIVE, 10.9.0.0/24 in azure-japaneast; peered with";
    expect(wrongIn(await byHand.adopt({ vpcId: alone }))).toEqual([
      `failed VPC: ${place} no virtual network: nothing to adopt`,
    ]);
    const { vpcId } = await byHand.peering();
    const virtualNetworkIds = [NETWORK("Other", byHand.tutorial)];
    expect(wrongIn(await byHand.adopt({ vpcId, virtualNetworkIds }))).toEqual([
      `failed VPC: ACTIVE, 10.0.0.0/24 in azure-japaneast; peered with hub-vnet: nothing to adopt`,
    ]);
  });

  test("a connection that Aiven has given up", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network } = await byHand.peering();
    const { world } = byHand.deployment;
    world.byHand.removeAzurePeering(`${network}/virtualNetworkPeerings/Aiven.by-hand`);
    await byHand.tutorial.wait();
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeUndefined();
    const [project, uuid] = vpcId.split("/");
    expect(failedIn(adopted)).toEqual([
      {
        check: "Aiven's connection",
        status: "failed",
        message: "DELETED_BY_PEER, and an import does not make it ACTIVE",
        remedy:
          `avn vpc peering-connection delete --project ${project} --project-vpc-id ${uuid} ` +
          `--peer-cloud-account ${network.split("/")[2]} --peer-resource-group hub-rg --peer-vpc hub-vnet`,
      },
    ]);
  });

  test("Azure's peering that was never made, or is of another network", async () => {
    const byHand = await ByHand.begin();
    const { tutorial } = byHand;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    await tutorial.grantPeering(network, application, await tutorial.aivenPrincipal());
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.askAiven(vpcId, network, application);
    const nothing = (existing: string) =>
      `failed Azure's peering: does not exist: the network has no peering with 10.0.0.0/24 (existing ones: ${existing})`;
    const pending =
      "warning Aiven's connection: PENDING_PEER: Aiven has not found Azure's peering yet, which takes up to 15 minutes";
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([pending, nothing("none")]);

    const spoke = await tutorial.network("Spoke", "10.2.0.0/16");
    await tutorial.peerNetworks(network, spoke, "to-spoke");
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([pending, nothing("to-spoke")]);
  });

  test("Azure's peering that a second connection finds Disconnected", async () => {
    const byHand = await ByHand.begin();
    const { deployment, tutorial } = byHand;
    const { vpcId, network, application } = await byHand.peering();
    deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
    await tutorial.askAiven(vpcId, network, application);
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeUndefined();
    expect(failedIn(adopted)).toMatchObject([
      {
        check: "Aiven's connection",
        message: "INVALID_SPECIFICATION, and an import does not make it ACTIVE",
        remedy: expect.stringMatching(/^avn vpc peering-connection delete /) as unknown,
      },
      {
        check: "Azure's peering",
        message:
          "Aiven.by-hand, Disconnected: Azure cannot connect it again. Remove both sides, and create the peering without importExisting",
        remedy: `az network vnet peering delete --ids ${network}/virtualNetworkPeerings/Aiven.by-hand`,
      },
    ]);
  });

  test.each(["APPROVED", "APPROVED_PEER_REQUESTED"])("a connection that is under way: %s", async (state) => {
    const byHand = await ByHand.begin();
    const { tutorial, deployment } = byHand;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    await tutorial.grantPeering(network, application, await tutorial.aivenPrincipal());
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.requestConnection(vpcId, network, application);
    Object.assign(deployment.world.aiven.peeringConnections.all[0], { state });
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeUndefined();
    expect(wrongIn(adopted)).toEqual([
      `warning Aiven's connection: ${state}: Aiven is about to create it`,
      "warning Azure's peering: does not exist yet, as it should be: Aiven comes first; it is left out",
    ]);
    expect(JSON.stringify(adopted)).not.toMatch(/ delete /);
  });

  test("a peering that Aiven calls ACTIVE, and that nobody recognises in Azure: nothing is to be removed", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network } = await byHand.peering();
    byHand.deployment.world.byHand.removeAzurePeering(`${network}/virtualNetworkPeerings/Aiven.by-hand`);
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([
      "unknown Azure's peering: Aiven's connection is ACTIVE, but no peering of the network is recognised as Azure's side of it (existing ones: none); it is left out",
    ]);
    expect(JSON.stringify(adopted)).not.toMatch(/ delete /);
  });

  test("a peering of some subnets", async () => {
    const byHand = await ByHand.begin();
    const subnets = { peerCompleteVnets: false, localSubnetNames: ["default"], remoteSubnetNames: [] };
    const { vpcId } = await byHand.peering(subnets);
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      "failed Azure's peering: Aiven.by-hand peers some subnets only, but the construct peers whole networks",
    ]);
  });

  test("a network that is gone", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network } = await byHand.peering();
    byHand.deployment.world.byHand.deleteResource(network);
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      "failed virtual network: does not exist, or the account that is signed in cannot read it",
    ]);
  });

  test.each<
    [string, (byHand: ByHand, application: { clientId: string; servicePrincipalId: string }) => unknown, string]
  >([
    [
      "an application that is gone",
      ({ deployment }, { clientId }) => deployment.world.byHand.deleteApplication(clientId),
      "failed application: does not exist in the tenant; a connection cannot change its application, so there is nothing to adopt",
    ],
    [
      "its service principal gone",
      ({ deployment }, { servicePrincipalId }) => deployment.world.byHand.deleteServicePrincipal(servicePrincipalId),
      "failed application: made by hand has no service principal in the tenant",
    ],
    [
      "an application of a single tenant",
      ({ tutorial }, { clientId }) => tutorial.changeApplication(clientId, { signInAudience: "AzureADMyOrg" }),
      "failed application: made by hand is not multi-tenant (AzureADMyOrg), as the construct needs it",
    ],
    [
      "Aiven's principal gone",
      ({ deployment: { world } }) => {
        const { tenantId } = world.settings.customer;
        const aivens = world.entra.directory.servicePrincipals.find(
          (each) => each.tenantId === tenantId && each.clientId === "55f300d4-fc50-4c5e-9222-e90a6e2187fb",
        );
        world.byHand.deleteServicePrincipal(aivens?.objectId ?? "");
      },
      "failed Aiven's service principal: does not exist in the tenant, so Aiven may not peer any more",
    ],
  ])("%s", async (_, happens, wrong) => {
    const byHand = await ByHand.begin();
    const { vpcId, application } = await byHand.peering();
    await happens(byHand, application);
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeUndefined();
    expect(wrongIn(adopted)).toEqual([wrong]);
  });

  test("another tenant than the one that is signed in to", async () => {
    const byHand = await ByHand.begin();
    const { vpcId } = await byHand.peering();
    const [connection] = byHand.deployment.world.aiven.peeringConnections.all;
    const elsewhere = "99999999-9999-4999-8999-999999999999";
    Object.assign(connection, { peerAzureTenantId: elsewhere });
    const { tenantId } = byHand.deployment.world.settings.customer;
    const adopted = await byHand.adopt({ vpcId });
    expect([adopted.code, linesIn(adopted).at(-1)]).toEqual([
      undefined,
      {
        check: "tenant",
        status: "failed",
        message: `signed in to ${tenantId}, but the network is in ${elsewhere}`,
        remedy: `az login --tenant ${elsewhere}`,
      },
    ]);
  });
});

describe("it is printed, with what is yet to be done:", () => {
  test("the tutorial's rights, with which Terraform cannot read what it is to import", async () => {
    const byHand = await ByHand.begin();
    const { tutorial, deployment } = byHand;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    const write = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write";
    await tutorial.grant(network, application.servicePrincipalId, write);
    await tutorial.grant(network, await tutorial.aivenPrincipal(), "Microsoft.Network/virtualNetworks/peer/action");
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.peer(vpcId, network, application);
    await tutorial.wait();

    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeDefined();
    const [rights] = failedIn(adopted);
    const lacks = ["read", "virtualNetworkPeerings/read", "virtualNetworkPeerings/delete"].map(
      (action) => `Microsoft.Network/virtualNetworks/${action}`,
    );
    expect(rights).toMatchObject({
      check: "right of the application",
      message: `missing at the network: ${lacks.join(", ")}`,
    });
    expect(rights.remedy?.split("\n")).toEqual([
      `az role definition create --role-definition '${JSON.stringify({ Name: "the application peers Hub-VNet", Actions: lacks, AssignableScopes: [tutorial.subscription] })}'`,
      `az role assignment create --role 'the application peers Hub-VNet' --assignee-object-id ${application.servicePrincipalId} ` +
        `--assignee-principal-type ServicePrincipal --scope ${network}`,
    ]);

    await tutorial.grant(network, application.servicePrincipalId, ...lacks);
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([]);
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
  });

  test("a role that excepts what Terraform needs", async () => {
    const byHand = await ByHand.begin();
    const { tutorial } = byHand;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    const removing = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete";
    await tutorial.grantRole(network, application.servicePrincipalId, {
      actions: ["Microsoft.Network/*"],
      notActions: [removing],
    });
    await tutorial.grant(tutorial.subscription, await tutorial.aivenPrincipal(), "*/peer/action");
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.peer(vpcId, network, application);
    await tutorial.wait();
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      `failed right of the application: missing at the network: ${removing}`,
    ]);
  });

  test("a secret that nobody can read again, and how to add one", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, application } = await byHand.peering();
    const credentials = async () => linesIn(await byHand.adopt({ vpcId })).find(({ check }) => check === "credential");
    const remedy = `export TF_VAR_client_secret="$(az ad app credential reset --append --id ${application.clientId} --query password --output tsv)"`;
    expect(await credentials()).toMatchObject({
      status: "ok",
      remedy,
      message: expect.stringMatching(/^1 client secret, until 20\d\d-/) as unknown,
    });
    await byHand.tutorial.removeSecrets(application);
    expect(await credentials()).toMatchObject({
      status: "warning",
      remedy,
      message: "no valid client secret; add one",
    });
  });

  test.each([
    ["a wider range than the VPC's", ["10.0.0.0/23"]],
    ["ranges beside the VPC's", ["10.0.0.0/24", "192.168.7.0/24"]],
  ])("a network of Aiven's with %s", async (_name, networkAddressSpace) => {
    const byHand = await ByHand.begin({ aiven: { networkAddressSpace, keepsPrincipals: true } });
    const { vpcId } = await byHand.peering();
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([]);
    expect(adopted.code).toContain('peeringName: "Aiven.by-hand"');
  });

  test("which of the VPC's networks it leaves out", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network, application } = await byHand.peering();
    const { tutorial } = byHand;
    const spoke = await tutorial.network("Spoke", "10.2.0.0/16");
    await tutorial.requestConnection(vpcId, spoke, application);
    const adopted = await byHand.adopt({ vpcId, virtualNetworkIds: [network] });
    expect(linesIn(adopted)).toContainEqual({
      check: "other peerings",
      status: "note",
      message: "left out of the app: spoke-vnet",
    });
  });

  test("a federated credential, where there is no secret", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, application } = await byHand.peering();
    await byHand.tutorial.removeSecrets(application);
    await byHand.tutorial.trust(application, "repo:me/it:ref:refs/heads/main");
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([]);
    expect(adopted.code).toContain("credential: ExistingCredential.federated(),");
    expect(adopted.code).not.toContain("TerraformVariable");
  });

  test("azurerm, where it is asked for and would be refused", async () => {
    const byHand = await ByHand.begin();
    const { vpcId } = await byHand.peering();
    const adopted = await byHand.adopt({ vpcId, azurePeeringProvider: "azurerm" });
    expect(wrongIn(adopted)).toEqual([
      "failed provider of Azure's peering: azurerm, but the application may not list the subscription's resource providers, which azurerm 4.x does",
    ]);
    expect(adopted.code).not.toContain("azurePeeringProvider");
  });
});

test("no secret is in what is printed", async () => {
  const byHand = await ByHand.begin();
  const { vpcId, application } = await byHand.peering();
  const printed = JSON.stringify(await byHand.adopt({ vpcId }));
  expect(printed).not.toContain(application.secret);
  expect(printed).not.toContain(byHand.env.ARM_CLIENT_SECRET);
});
