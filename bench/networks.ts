/** An Aiven VPC takes 128 connections, so more virtual networks than that need further peerings. */
const PER_VPC = 125;

const uuid = (index: number) => `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`;

export const SUBSCRIPTION_ID = uuid(1);
export const TENANT_ID = uuid(2);

/** The virtual networks of each Aiven VPC, by their ARM ids. */
export function networks(count: number): string[][] {
  const ids = Array.from(
    { length: count },
    (_, index) =>
      `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/vnet-${index}`,
  );
  return Array.from({ length: Math.ceil(count / PER_VPC) }, (_, vpc) => ids.slice(vpc * PER_VPC, (vpc + 1) * PER_VPC));
}

/** Ranges of the VPCs: /24 each, in 10.0.0.0/8. */
export const networkCidr = (vpc: number): string => `10.${Math.floor(vpc / 256)}.${vpc % 256}.0/24`;
