import type { PipelineToken } from "../clouds/tokens";
import { SIGN_IN_NAMES, type SignInMode } from "../clouds/sign-in";
import type { Claims } from "../clouds/tokens";
import { check, stopped } from "../report/check";
import { failed, ok, warning } from "../report/report";
import { isSame } from "../subject/subject";
import type { IdentityScope } from "./scopes";

/** How Terraform is signed in, who peers, and which provider creates Azure's peering: the table of docs/signing-in.md. */
export const signIn = check({
  name: "sign-in",
  finds: ["no authorizer"],
  async run({ clouds, identity, networks, connection }: IdentityScope) {
    const { mode } = clouds.signIn;
    const how = `${SIGN_IN_NAMES[mode]}${named(await clouds.whoIsSignedIn())}`;
    if (identity.credential === "environment") {
      if (isApplication(mode)) return ok(`${how}, the application that peers`);
      return failed(
        `${how}; with a DeployerApplication, Terraform must be signed in as an application`,
        "set ARM_CLIENT_ID and ARM_TENANT_ID of a multi-tenant application, with ARM_CLIENT_SECRET, ARM_CLIENT_CERTIFICATE_PATH or ARM_USE_OIDC=true; or leave `identity: new DeployerApplication(…)` out, and an application is created",
      );
    }
    if (identity.kind !== "created") return ok(`${how}; the application has credentials of its own`);
    if (!networks.some(({ azurePeeringProvider }) => azurePeeringProvider === "azurerm")) {
      return ok(`${how}; azapi signs in once the application is created`);
    }
    if (!isApplication(mode)) return ok(`${how}, which stands in for the application until it is created`);
    if (connection) return ok(`${how}; the application exists, as Aiven peers with it`);
    return stopped("no authorizer", {
      message: `${how}; the application is created in the same stack, and azurerm signs in as it before that. Only az login or a managed identity can stand in`,
    });
  },
});

const isApplication = (mode: SignInMode): boolean => mode !== "azure-cli" && mode !== "managed-identity";

const named = ({ upn, unique_name, appid, idtyp }: Claims): string => {
  const name = idtyp === "app" ? appid : (upn ?? unique_name);
  return name === undefined ? "" : ` as ${name}`;
};

/**
 * Whether what is looked at is the tenant that the stack names. No failure: a provider block that names a tenant takes
 * Terraform there, and this command goes by the environment.
 */
export const tenant = check({
  name: "tenant",
  async run({ clouds, intent, networks }: IdentityScope) {
    const { tid } = await clouds.whoIsSignedIn();
    if (tid === undefined) return [];
    const other = [intent.tenantId, ...networks.map(({ tenantId }) => tenantId)].find(
      (id) => id !== undefined && !isSame(id, tid),
    );
    if (other === undefined) return ok(tid);
    return warning(
      `signed in to ${tid}, but the stack specifies ${other}; what follows is about ${tid}`,
      `export ARM_TENANT_ID=${other}`,
    );
  },
});

/** In seconds: what a first apply takes until the application signs in for the last time. */
const FIRST_APPLY = 4 * 60;

/** The token by which Terraform, or the application, signs in from a pipeline: whether there is one, and whether it lasts. */
export const pipelineToken = check({
  name: "pipeline token",
  finds: ["token ended", "no token of the pipeline, azapi", "no token of the pipeline, azurerm"],
  async run({ clouds, identity: { kind, credential }, connection }: IdentityScope) {
    const byTerraform = clouds.signIn.mode === "oidc";
    const byApplication = credential === "federated" || (credential === "environment" && byTerraform);
    if (!byTerraform && !byApplication) return [];
    const token = await clouds.pipelineToken();
    if (token) return lifetimeOf(token, byApplication && !connection ? FIRST_APPLY : 0);
    // an earlier stack has its own credentials
    if (kind === "earlier-stack" && credential !== "federated") return [];
    return failed(
      "none, and the application signs in with one",
      "run this command and Terraform in the pipeline, with ARM_OIDC_REQUEST_URL and ARM_OIDC_REQUEST_TOKEN, ARM_OIDC_TOKEN_FILE_PATH or ARM_OIDC_TOKEN set",
    );
  },
});

function lifetimeOf({ delivery, claims }: PipelineToken, needed: number) {
  if (delivery === "request") return ok("requested for each sign-in, so it does not expire during the job");
  const left = claims?.exp === undefined ? Infinity : Math.floor(claims.exp - Date.now() / 1000);
  if (left === Infinity) return ok("has no expiry time");
  if (left <= 0) return stopped("token ended", { message: `expired at ${timeOf(claims?.exp)}` });
  if (delivery === "file") return ok(`in a file, which the pipeline renews; this one expires in ${durationOf(left)}`);
  if (left >= needed) return ok(`expires in ${durationOf(left)}`);
  return stopped("token ended", {
    message: `expires in ${durationOf(left)}, at ${timeOf(claims?.exp)}; a first apply signs in as the application until some ${durationOf(needed)} after its start`,
    remedy:
      "set ARM_OIDC_REQUEST_URL and ARM_OIDC_REQUEST_TOKEN in the job (GitHub, Azure DevOps); or start another job (GitLab) with a longer `timeout`, and apply at once",
  });
}

const timeOf = (seconds = 0): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

const durationOf = (seconds: number): string =>
  seconds < 120
    ? `${seconds} seconds`
    : seconds < 7200
      ? `${Math.floor(seconds / 60)} minutes`
      : `${Math.floor(seconds / 3600)} hours`;
