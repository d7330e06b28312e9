import type { SignInMode } from "../../clouds/sign-in-plan";
import type { Claims } from "../../clouds/tokens";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { SIGNING_IN } from "../../troubleshooting/signing-in";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";

const LOOKED = "sign-in";

/** The table of the README: how Terraform is signed in, who peers, and which provider makes Azure's peering. */
export function modeLine(who: Claims, examination: Examination): Line {
  const { plan, clouds } = examination;
  const { mode } = clouds.signIn;
  const how = `${HOW[mode]}${named(who)}`;
  if (plan.identity.credential === "environment") {
    if (isApplication(mode)) return ok(LOOKED, `${how}, which is the application that peers`);
    return failed(
      LOOKED,
      `${how}; the stack lets the application peer that Terraform is signed in as, and this is none`,
      "set ARM_CLIENT_ID and ARM_TENANT_ID of a multi-tenant application, with ARM_CLIENT_SECRET, ARM_CLIENT_CERTIFICATE_PATH or ARM_USE_OIDC=true; or leave `identity: new DeployerApplication(…)` out, and an application is made",
    );
  }
  if (plan.identity.kind !== "created") return ok(LOOKED, `${how}; the application has credentials of its own`);
  const halves = plan.networks.map(({ azurePeeringProvider }) => azurePeeringProvider);
  if (!halves.includes("azurerm")) return ok(LOOKED, `${how}; azapi signs in once the application is made`);
  if (!isApplication(mode)) return ok(LOOKED, `${how}, which stands in for the application until it is made`);
  if (liveConnection(examination)) return ok(LOOKED, `${how}; the application is made, as Aiven peers with it`);
  return stopped(LOOKED, SIGNING_IN["no authorizer"], {
    found: `${how}; the application is made in the same stack, and azurerm signs in as it before that: only az login or a managed identity can stand in`,
  });
}

const isApplication = (mode: SignInMode): boolean => mode !== "azure-cli" && mode !== "managed-identity";

const named = ({ upn, unique_name, appid, idtyp }: Claims): string => {
  const name = idtyp === "app" ? appid : (upn ?? unique_name);
  return name === undefined ? "" : ` as ${name}`;
};

const HOW: Readonly<Record<SignInMode, string>> = {
  "client-certificate": "with a certificate",
  "client-secret": "with a client secret",
  oidc: "with a token of the pipeline",
  "managed-identity": "with a managed identity",
  "azure-cli": "with the Azure CLI",
};
