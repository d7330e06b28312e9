import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  type AivenAzurePeeringProps,
  AivenServicePrincipalSource,
  AivenVpc,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
} from "cdktf-aiven-azure-peering";
import type { SettingsInput } from "simulated-clouds";
import { Deployment } from "./deployment";
import { NETWORK_ID, plainConfiguration } from "./plain-graph";

/** What somebody notes down, as the page has it. */
export interface MadeByHand {
  readonly vpcId: string;
  readonly clientId: string;
  readonly virtualNetworkId: string;
  readonly peeringName: string;
  readonly remoteVirtualNetworkId: string;
}

/** A peering by the tutorial's steps, of which no state knows, or only that of the configuration which made it. */
export async function madeByHand({
  keepState = false,
  ...settings
}: SettingsInput & { keepState?: boolean } = {}): Promise<{ deployment: Deployment; made: MadeByHand }> {
  const deployment = await Deployment.plain({ ...settings, aiven: { keepsPrincipals: true } }, plainConfiguration());
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  await deployment.wait();
  expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
  const resources = await deployment.resources();
  const valueOf = (address: string, key: string) => resources[address]?.values[key] as string;
  const { aiven } = deployment.world;
  const made = {
    vpcId: valueOf("aiven_project_vpc.vpc", "id"),
    clientId: valueOf("azuread_application.app", "client_id"),
    virtualNetworkId: NETWORK_ID,
    peeringName: "to-aiven",
    remoteVirtualNetworkId: aiven.executor.networkId(aiven.vpcs.all[0]),
  };
  const secret = valueOf("azuread_application_password.app", "value");
  if (!keepState) deployment.remove();
  deployment.env = { TF_VAR_client_secret: secret };
  return { deployment, made };
}

/** It as the construct has it, to be imported. */
export const described = (stack: TerraformStack, made: MadeByHand, over: Partial<AivenAzurePeeringProps> = {}) =>
  new AivenAzurePeering(stack, "peering", {
    importExisting: true,
    vpc: AivenVpc.fromId(made.vpcId),
    virtualNetwork: AzureVirtualNetwork.fromId(NETWORK_ID),
    identity: over.identity ?? application(stack, made),
    access: PeeringAccess.existing(),
    peeringName: made.peeringName,
    remoteVirtualNetworkId: made.remoteVirtualNetworkId,
    ...over,
  });

/** The application that it was made with. */
export const application = (stack: TerraformStack, { clientId }: MadeByHand) =>
  new ExistingPeeringApplication(stack, "application", {
    clientId,
    credential: ExistingCredential.clientSecret(
      new TerraformVariable(stack, "client_secret", { type: "string", sensitive: true }).stringValue,
    ),
    aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
  });
