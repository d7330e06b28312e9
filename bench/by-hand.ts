import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Fn, TerraformResource, type TerraformStack, Token } from "cdktf";
import { ProjectVpc, type ProjectVpcConfig } from "cdktf-provider-aiven/lib/project-vpc";
import { networkByHand, type Peering } from "./by-hand-network";
import { networkCidr, networks, SUBSCRIPTION_ID, TENANT_ID } from "./networks";

const SCOPE = `/subscriptions/${SUBSCRIPTION_ID}`;

function role(stack: TerraformStack, id: string, name: string, description: string, actions: string[]): string {
  return new RoleDefinition(stack, id, {
    name: `aiven-azure-peering: ${name} (${id} ${SUBSCRIPTION_ID})`,
    description,
    scope: SCOPE,
    assignableScopes: [SCOPE],
    permissions: [{ actions }],
  }).roleDefinitionResourceId;
}

/** Cdktf's own class asks for the Terraform binary at synth. */
class TerraformData extends TerraformResource {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly input: Readonly<Record<string, string>>,
  ) {
    super(stack, id, { terraformResourceType: "terraform_data", lifecycle: { ignoreChanges: ["input"] } });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}

/** A VPC that no plan replaces while a network is connected. */
function vpcInUse(
  stack: TerraformStack,
  id: string,
  config: Pick<ProjectVpcConfig, "project" | "networkCidr" | "cloudName">,
) {
  const { project, networkCidr: network_cidr = "", cloudName: cloud_name = "" } = config;
  const kept = new TerraformData(stack, `${id}_connected-vpc`, { cloud_name, network_cidr, project });
  const vpc = new ProjectVpc(stack, `${id}_vpc`, config);
  vpc.lifecycle = {
    precondition: Object.entries({ network_cidr, cloud_name, project }).map(([name, value]) => ({
      condition: `\${${kept.fqn}.input.${name} == "${value}"}`,
      errorMessage: `${name} cannot change from \${${kept.fqn}.input.${name}} while a virtual network is connected`,
    })),
  };
  return vpc;
}

/** The same as `byConstruct`, written with the providers' own constructs alone, under names that differ by a suffix. */
export function byHand(stack: TerraformStack, count: number): void {
  const application = new Application(stack, "identity_application", {
    displayName: "aiven-azure-peering",
    signInAudience: "AzureADMultipleOrgs",
  });
  const principal = new ServicePrincipal(stack, "identity_service-principal", { clientId: application.clientId });
  const aiven = new ServicePrincipal(stack, "aiven-azure-peering-aiven-service-principal", {
    clientId: "55f300d4-fc50-4c5e-9222-e90a6e2187fb",
  });
  const password = new ApplicationPasswordA(stack, "identity_client-secret_primary", {
    applicationId: application.id,
    displayName: "primary",
  });
  stack.addOverride("check.identity_client-secret_primary_ends", {
    assert: {
      condition: `\${timecmp(plantimestamp(), timeadd(${password.endDate}, "-720h")) < 0}`,
      error_message: `the client secret of the peering application ends on ${password.endDate}; give the idle slot a new end date and apply, then make it the active one and apply again`,
    },
  });
  const providers = `identity_resource-providers-${SUBSCRIPTION_ID}`;
  const reader = new RoleAssignment(stack, `${providers}_assignment`, {
    scope: SCOPE,
    principalId: principal.objectId,
    principalType: "ServicePrincipal",
    roleDefinitionId: role(
      stack,
      `${providers}_role`,
      "list resource providers",
      "Lets the application that peers with Aiven list resource providers, as azurerm 4.x does at every start.",
      ["Microsoft.Resources/subscriptions/providers/read"],
    ),
  });

  networks(count).forEach((ids, index) => {
    const id = `peering-${index}`;
    const range = networkCidr(index);
    const vpc = vpcInUse(stack, id, { project: "my-project", networkCidr: range, cloudName: "azure-japaneast" });
    const peering: Peering = {
      vpcId: vpc.id,
      clientId: application.clientId,
      aivenTenantId: aiven.applicationTenantId,
      prerequisites: [password, reader],
      application: {
        principalId: principal.objectId,
        roleDefinitionId: role(
          stack,
          `${id}_subscription_roles_application`,
          "peer with Aiven",
          "Lets an application create, read and delete the peerings of a virtual network.",
          [
            "Microsoft.Network/virtualNetworks/read",
            "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
            "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
            "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
          ],
        ),
      },
      aiven: {
        principalId: aiven.objectId,
        roleDefinitionId: role(
          stack,
          `${id}_subscription_roles_aiven`,
          "be peered by Aiven",
          "Lets Aiven peer its networks to a virtual network, but not from it.",
          ["Microsoft.Network/virtualNetworks/peer/action"],
        ),
      },
    };
    const alias = `${id}_subscription_peering-provider`;
    const provider = new AzurermProvider(stack, alias, {
      alias,
      features: [{}],
      clientIdFilePath: "",
      clientSecretFilePath: "",
      clientCertificate: "",
      clientCertificatePath: "",
      clientSecret: password.value,
      useOidc: false,
      useAksWorkloadIdentity: false,
      tenantId: TENANT_ID,
      subscriptionId: SUBSCRIPTION_ID,
      resourceProviderRegistrations: "none",
    });
    ids.forEach((network, position) => {
      const name = position === 0 ? `${id}_virtual-network` : `${id}_network-${position - 1}`;
      const wait = networkByHand(stack, name, peering, network, provider);
      if (position > 0) return;
      const kept = (key: string) =>
        Token.asString(
          Fn.element(Fn.split("|", Fn.join("|", [wait.id, wait.getStringAttribute(`triggers.${key}`)])), 1),
        );
      provider.clientId = kept("client_id");
      provider.auxiliaryTenantIds = [kept("to_tenant_id")];
    });
  });
}
