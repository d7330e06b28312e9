import type { Graph } from "../clouds/graph";
import { claimsOf, type Claims } from "../clouds/tokens";
import { ifAllowed, check, stopped } from "../report/check";
import { failed, note, ok, unknown, type Finding } from "../report/report";
import { AIVEN_APPLICATION_ID, isSame } from "../subject/subject";
import type { IntendedIdentity } from "./intent";
import type { IdentityScope } from "./scopes";
import { quoted } from "../report/shell";

/** By templates of roles: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const MANAGES_ALL: Readonly<Record<string, string>> = {
  "62e90394-69f5-4237-9190-012177145e10": "Global Administrator",
  "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3": "Application Administrator",
  "158c047a-c907-4556-b7ef-446551a6b5f7": "Cloud Application Administrator",
  "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2": "Hybrid Identity Administrator",
};
const APPLICATION_DEVELOPER = "cf1c38e5-3621-4004-a7cb-879624dced7c";

/** https://learn.microsoft.com/graph/api/application-post-applications and serviceprincipal-post-serviceprincipals */
const WRITES_ALL = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];
const WRITES_OWN = "Application.ReadWrite.OwnedBy";

/** Application permissions on Microsoft Graph, with the ids of their roles. https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_ID = "00000003-0000-0000-c000-000000000000";
const GRAPH_ROLES = {
  "Application.Read.All": "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
  "Application.ReadWrite.All": "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
} as const;

/** Terraform looks up and refreshes applications and service principals with the same credential. */
export const rightToRead = check({
  name: "right to read Microsoft Entra",
  stopsAt: ["failed"],
  async run(scope: IdentityScope) {
    await scope.aivens();
    return ok("in effect");
  },
  async whenDenied({ message }, scope) {
    const { identity, clouds } = scope;
    if (!readsDirectory(identity)) {
      return unknown(`${message.replace(/\.$/, "")}; this stack does not read it, the one with the application does`);
    }
    const who = claimsOf(await clouds.graph.token());
    const permission = createsIn(identity) ? "Application.ReadWrite.All" : "Application.Read.All";
    return failed(
      `${message.replace(/\.$/, "")}; Terraform reads applications with this sign-in, and would stop there`,
      grant(permission, who),
    );
  },
});

/** Whether the stack has a resource or data source of azuread. */
const readsDirectory = ({ kind, aivenServicePrincipal }: IntendedIdentity): boolean =>
  kind !== "earlier-stack" || aivenServicePrincipal !== "earlier-stack";

const createsIn = ({ kind, aivenServicePrincipal }: IntendedIdentity): boolean =>
  kind === "created" || aivenServicePrincipal === "create";

function grant(permission: keyof typeof GRAPH_ROLES, { idtyp, appid }: Claims): string {
  if (idtyp !== "app") {
    return permission === "Application.Read.All"
      ? "get the role Directory Readers in Microsoft Entra: the tenant lets this account (a guest, say) read next to nothing"
      : "get the role Application Administrator in Microsoft Entra: the tenant lets this account (a guest, say) read next to nothing";
  }
  return [
    `as an administrator, grant ${permission} of Microsoft Graph (to a managed identity as an app role assignment):`,
    `az ad app permission add --id ${quoted(appid ?? "…")} --api ${GRAPH_ID} --api-permissions ${GRAPH_ROLES[permission]}=Role`,
    `az ad app permission admin-consent --id ${quoted(appid ?? "…")}`,
  ].join("\n");
}

/** Whether the deployer may create the application and its service principal, and Aiven's, as far as the stack does. */
export const rightToCreate = check({
  name: "right to create applications",
  finds: ["may not create principals"],
  async run(scope: IdentityScope) {
    const { identity, clouds, connection } = scope;
    if (!createsIn(identity)) return ok("not needed: the stack creates none");
    if (connection) return ok("not needed: they exist, as the peering does");
    // the token says most of it, without a question
    const who = claimsOf(await clouds.graph.token());
    const all = managesAll(who);
    if (all !== undefined) return ok(all);
    const application = identity.kind === "created";
    const aiven = identity.aivenServicePrincipal === "create" && !(await scope.aivens());
    if (!application && !aiven) return ok("not needed: the stack creates none");
    const beyond = await beyondToken(who, clouds.graph);
    if (beyond) return beyond;
    const own = createsOwn(who);
    // whatever the tenant lets its users register, a principal of another tenant's application takes an administrator
    if (aiven) return withoutAdministrator(who, { application, own });
    if (own === undefined && who.idtyp === "app")
      return stopped("may not create principals", { message: lacks(who, "an application") });
    if (!identity.owners?.some((id) => isSame(id, who.oid))) {
      // azuread removes whoever creates the application from its owners
      return stopped("may not create principals", {
        message: `${own ?? "users may register applications"}, but the application can be given no credential afterwards, unless ${who.oid} stays its owner`,
        remedy: `\`owners: ["${who.oid}"]\` on the PeeringApplication; or get Application Administrator`,
      });
    }
    return own === undefined ? asAnyUser(who, clouds.graph) : ok(own);
  },
});

const managesAll = ({ wids = [], roles = [] }: Claims): string | undefined =>
  nameOf(wids) ?? roles.find((role) => WRITES_ALL.includes(role));

const nameOf = (templates: readonly string[]): string | undefined =>
  templates.map((id) => MANAGES_ALL[id.toLowerCase()]).find(Boolean);

/** As the owner of what it creates. */
function createsOwn({ wids = [], roles = [] }: Claims): string | undefined {
  if (wids.some((id) => id.toLowerCase() === APPLICATION_DEVELOPER)) return "Application Developer";
  return roles.includes(WRITES_OWN) ? WRITES_OWN : undefined;
}

/**
 * Roles that no token names: those of a group, and custom ones. Few may look these up; who may not hears of what the token says.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
async function beyondToken({ oid, idtyp }: Claims, graph: Graph): Promise<Finding | undefined> {
  if (oid === undefined) return undefined;
  const kind = idtyp === "app" ? "servicePrincipals" : "users";
  const byGroup = nameOf((await ifAllowed(() => graph.directoryRoles(oid, kind))) ?? []);
  if (byGroup !== undefined) return ok(`${byGroup}, as the member of a group`);
  const assigned = (await ifAllowed(() => graph.directoryRoleAssignments(oid))) ?? [];
  const custom = assigned.find(({ roleDefinition }) => roleDefinition?.isBuiltIn === false);
  if (!custom) return undefined;
  return unknown(
    `by the custom role "${custom.roleDefinition?.displayName ?? ""}" of Microsoft Entra, which this command does not evaluate`,
    "look whether it allows microsoft.directory/applications/create and microsoft.directory/servicePrincipals/create",
  );
}

function withoutAdministrator(
  who: Claims,
  { application, own }: { readonly application: boolean; readonly own?: string },
) {
  const aivens = "Aiven's service principal";
  const creates = application ? `an application and ${aivens}` : aivens;
  return stopped("may not create principals", {
    message:
      own === undefined ? lacks(who, creates) : `${own}, which is enough for an application, and not for ${aivens}`,
    remedy: `have an Application Administrator run az ad sp create --id ${AIVEN_APPLICATION_ID}, and give \`aivenServicePrincipal: AivenServicePrincipalSource.EXISTING\`; or get Application Administrator`,
  });
}

/** A tenant's policy is read with `Policy.Read.All`, which the Azure CLI never has. https://learn.microsoft.com/graph/api/authorizationpolicy-get */
async function asAnyUser(who: Claims, graph: Graph) {
  const policy = await ifAllowed(async () => ({ allowed: await graph.usersMayCreateApplications() }));
  if (!policy)
    return note("users may register applications, unless the tenant forbids it, which this sign-in cannot read");
  if (policy.allowed) return ok("users may register applications in this tenant");
  return stopped("may not create principals", {
    message: `${lacks(who, "an application")}, and users may not register applications in this tenant`,
  });
}

const lacks = ({ idtyp }: Claims, creates: string): string =>
  `the stack creates ${creates}, but the token has ` +
  (idtyp === "app"
    ? `none of ${[...WRITES_ALL, WRITES_OWN].join(", ")}, and no Microsoft Entra role in their place`
    : "no Microsoft Entra role for that (an eligible one must be activated first)");
