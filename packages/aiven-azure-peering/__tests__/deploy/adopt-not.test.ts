import { ByHand, wrongIn } from "./support/by-hand";

const NETWORK = (name: string, tutorial: ByHand["tutorial"]) =>
  `${tutorial.subscription}/resourceGroups/${name}-RG/providers/Microsoft.Network/virtualNetworks/${name}-VNet`;

describe("nothing is printed for what cannot be taken over, and it says why:", () => {
  test("no such VPC", async () => {
    const byHand = await ByHand.begin();
    const vpcId = "my-project/00000000-0000-4000-8000-000000000000";
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted).toEqual({
      lines: [
        {
          ...{ looked: `Aiven VPC ${vpcId}`, verdict: "failed", found: "not found" },
          remedy: "avn vpc list --project my-project",
        },
      ],
    });
  });

  test("a VPC without peerings, or with others than the one that is asked for", async () => {
    const byHand = await ByHand.begin();
    const alone = await byHand.tutorial.vpc("10.9.0.0/24");
    const place = "ACTIVE, 10.9.0.0/24 in azure-japaneast; peered with";
    expect(wrongIn(await byHand.adopt({ vpcId: alone }))).toEqual([
      `failed: Aiven VPC ${alone}: ${place} no virtual network: nothing to adopt`,
    ]);
    const { vpcId } = await byHand.peering();
    const virtualNetworkIds = [NETWORK("Other", byHand.tutorial)];
    expect(wrongIn(await byHand.adopt({ vpcId, virtualNetworkIds }))).toEqual([
      `failed: Aiven VPC ${vpcId}: ACTIVE, 10.0.0.0/24 in azure-japaneast; peered with hub-vnet: nothing to adopt`,
    ]);
  });

  test("a connection that Aiven has given up", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network } = await byHand.peering();
    const { world } = byHand.deployment;
    world.byHand.removeAzurePeering(`${network}/virtualNetworkPeerings/Aiven.by-hand`);
    await byHand.tutorial.wait();
    const { lines, code } = await byHand.adopt({ vpcId });
    expect(code).toBeUndefined();
    const [project, uuid] = vpcId.split("/");
    expect(lines.filter(({ verdict }) => verdict === "failed")).toEqual([
      {
        ...{ looked: "Aiven's connection with hub-vnet", verdict: "failed" },
        found: "DELETED_BY_PEER, and no import makes it ACTIVE",
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
    const nothing = (there: string) =>
      `failed: Azure's peering at Hub-VNet: no peering of the network leads to 10.0.0.0/24 (there: ${there}), so there is nothing to import`;
    const pending =
      "warning: Aiven's connection with hub-vnet: PENDING_PEER: Aiven has not found Azure's peering yet, which takes it up to 15 minutes";
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
    const { lines, code } = await byHand.adopt({ vpcId });
    expect(code).toBeUndefined();
    const [, , subscription] = network.split("/");
    expect(lines.filter(({ verdict }) => verdict === "failed")).toMatchObject([
      {
        ...{
          looked: "Aiven's connection with hub-vnet",
          found: "INVALID_SPECIFICATION, and no import makes it ACTIVE",
        },
        remedy: expect.stringMatching(/^avn vpc peering-connection delete /) as unknown,
      },
      {
        looked: "Azure's peering at Hub-VNet",
        found:
          "Aiven.by-hand, Disconnected: half a peering cannot be joined again, so both are made again, without importExisting",
        remedy: `az network vnet peering delete --subscription ${subscription} --resource-group Hub-RG --vnet-name Hub-VNet --name Aiven.by-hand`,
      },
    ]);
  });

  test("a peering of some subnets", async () => {
    const byHand = await ByHand.begin();
    const subnets = { peerCompleteVnets: false, localSubnetNames: ["default"], remoteSubnetNames: [] };
    const { vpcId } = await byHand.peering(subnets);
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      "failed: Azure's peering at Hub-VNet: Aiven.by-hand peers some subnets alone, and the construct describes peerings of whole networks",
    ]);
  });

  test("a network that is gone", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network } = await byHand.peering();
    byHand.deployment.world.byHand.deleteResource(network);
    const lower = network
      .toLowerCase()
      .replace("resourcegroups", "resourceGroups")
      .replace("microsoft.network", "Microsoft.Network")
      .replace("virtualnetworks", "virtualNetworks");
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      `failed: virtual network ${lower}: not found; is it gone, or whoever is signed in not a reader of it?`,
    ]);
  });

  test.each<
    [string, (byHand: ByHand, application: { clientId: string; servicePrincipalId: string }) => unknown, string]
  >([
    [
      "an application that is gone",
      ({ deployment }, { clientId }) => deployment.world.byHand.deleteApplication(clientId),
      "failed: application <client id>: not registered in the tenant, and a connection is bound to its application: nothing to adopt",
    ],
    [
      "its service principal gone",
      ({ deployment }, { servicePrincipalId }) => deployment.world.byHand.deleteServicePrincipal(servicePrincipalId),
      "failed: application <client id> (made by hand): has no service principal in the tenant",
    ],
    [
      "an application of a single tenant",
      ({ tutorial }, { clientId }) => tutorial.changeApplication(clientId, { signInAudience: "AzureADMyOrg" }),
      "failed: application <client id> (made by hand): AzureADMyOrg, of a single tenant, and the construct takes none such",
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
      "failed: Aiven's service principal 55f300d4-fc50-4c5e-9222-e90a6e2187fb: not in the tenant, so Aiven may not peer any more",
    ],
  ])("%s", async (_, happens, wrong) => {
    const byHand = await ByHand.begin();
    const { vpcId, application } = await byHand.peering();
    await happens(byHand, application);
    const adopted = await byHand.adopt({ vpcId });
    expect(adopted.code).toBeUndefined();
    expect(wrongIn(adopted)).toEqual([wrong.replace("<client id>", application.clientId)]);
  });

  test("another tenant than the one that is signed in to", async () => {
    const byHand = await ByHand.begin();
    const { vpcId } = await byHand.peering();
    const [connection] = byHand.deployment.world.aiven.peeringConnections.all;
    const elsewhere = "99999999-9999-4999-8999-999999999999";
    Object.assign(connection, { peerAzureTenantId: elsewhere });
    const { tenantId } = byHand.deployment.world.settings.customer;
    const { lines, code } = await byHand.adopt({ vpcId });
    expect([code, lines.at(-1)]).toEqual([
      undefined,
      {
        ...{
          looked: "tenant",
          verdict: "failed",
          found: `signed in to ${tenantId}, and the network is of ${elsewhere}`,
        },
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

    const { lines, code } = await byHand.adopt({ vpcId });
    expect(code).toBeDefined();
    const [rights] = lines.filter(({ verdict }) => verdict === "failed");
    const lacks = ["read", "virtualNetworkPeerings/read", "virtualNetworkPeerings/delete"].map(
      (action) => `Microsoft.Network/virtualNetworks/${action}`,
    );
    expect(rights).toMatchObject({
      looked: "rights of the application at Hub-VNet",
      found: `lacks ${lacks.join(", ")}`,
    });
    expect(rights.remedy?.split("\n")).toEqual([
      `az role definition create --role-definition '${JSON.stringify({ Name: "the application peers Hub-VNet", Actions: lacks, AssignableScopes: [tutorial.subscription] })}'`,
      `az role assignment create --role "the application peers Hub-VNet" --assignee-object-id ${application.servicePrincipalId} ` +
        `--assignee-principal-type ServicePrincipal --scope "${network}"`,
    ]);

    await tutorial.grant(network, application.servicePrincipalId, ...lacks);
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([]);
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
  });

  test("a role that excepts what Terraform needs", async () => {
    const byHand = await ByHand.begin();
    const { tutorial } = byHand;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    const removing = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete";
    await tutorial.grantRole(network, application.servicePrincipalId, {
      ...{ actions: ["Microsoft.Network/*"], notActions: [removing] },
    });
    await tutorial.grant(tutorial.subscription, await tutorial.aivenPrincipal(), "*/peer/action");
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.peer(vpcId, network, application);
    await tutorial.wait();
    expect(wrongIn(await byHand.adopt({ vpcId }))).toEqual([
      `failed: rights of the application at Hub-VNet: lacks ${removing}`,
    ]);
  });

  test("a secret that nobody can read again, and how to add one", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, application } = await byHand.peering();
    const credentials = async () =>
      (await byHand.adopt({ vpcId })).lines.find(({ looked }) => looked === "credentials of made by hand");
    const remedy = `export TF_VAR_client_secret="$(az ad app credential reset --append --id ${application.clientId} --query password --output tsv)"`;
    expect(await credentials()).toMatchObject({
      verdict: "ok",
      remedy,
      found: expect.stringMatching(/^1 client secret, until 20\d\d-/) as unknown,
    });
    await byHand.tutorial.removeSecrets(application);
    expect(await credentials()).toMatchObject({
      verdict: "warning",
      remedy,
      found: "no client secret that is valid; add one",
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
      "failed: provider of Azure's peering: azurerm as asked, but the application may not list the subscription's resource providers, which azurerm 4.x needs",
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
