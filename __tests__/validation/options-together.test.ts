import { AivenVpc, ClientSecretSlot, ExistingCredential, PeeringCredential } from "cdktf-aiven-azure-peering";
import { expectRefusal } from "../support/refusal";
import { CLIENT, network, synthPeering } from "../support/synth";

describe("what belongs together", () => {
  test.each<[string, () => unknown, string]>([
    [
      "a slot that does not exist cannot be the active one",
      () => PeeringCredential.clientSecret({ active: ClientSecretSlot.SECONDARY }),
      'credential.active: "secondary" is not allowed without secondaryEndDate, give one and apply before you switch to it',
    ],
    [
      "a certificate by content and by path",
      () => ExistingCredential.clientCertificate({ base64: "TUlJ", path: "/run/app.pfx" }),
      "credential.clientCertificate: give exactly one of base64 and path",
    ],
    [
      "no certificate at all",
      () => ExistingCredential.clientCertificate({ password: "p" }),
      "credential.clientCertificate: give exactly one of base64 and path",
    ],
    [
      "an empty secret",
      () => ExistingCredential.clientSecret(""),
      'credential.clientSecret: "" is not allowed, use a sensitive Terraform variable',
    ],
    [
      "no project",
      () => synthPeering({ project: undefined }),
      "stack/peering: project: missing, give it for a new Aiven VPC, or give vpc for one that exists already",
    ],
    [
      "no range",
      () => synthPeering({ networkCidr: undefined }),
      "stack/peering: networkCidr: missing, give it for a new Aiven VPC, or give vpc for one that exists already",
    ],
    [
      "neither cloud nor location",
      () => synthPeering({ virtualNetwork: network({ location: undefined }) }),
      'stack/peering: cloudName: missing, and the virtual network\'s location is unknown; give one of them, such as cloudName "azure-japaneast"',
    ],
    [
      "a location without an Aiven cloud",
      () => synthPeering({ virtualNetwork: network({ location: "West India" }) }),
      'stack/peering: location: "West India" has no Aiven cloud; pass cloudName, for example one of the nearest: azure-india-central, azure-india-south, azure-japanwest',
    ],
    ...(["project", "networkCidr", "cloudName"] as const).map((property): [string, () => unknown, string] => {
      const given = { project: "p", networkCidr: "10.0.0.0/24", cloudName: "azure-eastus" }[property];
      return [
        `an existing VPC and ${property}`,
        () =>
          synthPeering({
            project: undefined,
            networkCidr: undefined,
            vpc: AivenVpc.fromId(`p/${CLIENT}`),
            [property]: given,
          }),
        `stack/peering: ${property}: "${given}" is not allowed beside vpc, which exists already; give one or the other`,
      ];
    }),
  ])("%s is refused", (_, use, message) => {
    expectRefusal(use, message);
  });
});
