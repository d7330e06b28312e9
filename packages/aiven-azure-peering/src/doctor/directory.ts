import type { AppManagementPolicy, PasswordRestriction } from "../clouds/graph";
import { claimsOf, type Claims } from "../clouds/tokens";
import { dateIn, disabled, timeIn } from "../principals/applications";
import { check, stopped } from "../report/check";
import { failed, ok, warning } from "../report/report";
import { AIVEN_APPLICATION_ID, isSame } from "../subject/subject";
import { remedyOf } from "../troubleshooting/row";
import { ROWS } from "../troubleshooting/rows";
import type { IdentityScope } from "./scopes";

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

/** Whether the deployer may create the application and its service principal, and Aiven's, as far as the stack does. */
export const rightToCreate = check({
  name: "right to create applications",
  finds: ["may not create principals"],
  async run(scope: IdentityScope) {
    const { identity, clouds, connection } = scope;
    const application = identity.kind === "created";
    const aiven = identity.aivenServicePrincipal === "create" && !(await scope.aivens());
    if (!application && !aiven) return ok("not needed: the stack creates none");
    if (connection) return ok("not needed: they exist, as the peering does");
    const who = claimsOf(await clouds.graph.token());
    const all = managesAll(who);
    if (all !== undefined) return ok(all);
    const own = await createsOwn(who, scope);
    if (own === undefined) {
      const what = [application && "an application", aiven && "Aiven's service principal"]
        .filter(Boolean)
        .join(" and ");
      return stopped("may not create principals", { message: `the stack creates ${what}, but ${lacks(who)}` });
    }
    if (!aiven) {
      if (identity.owners?.some((id) => isSame(id, who.oid))) return ok(own);
      // azuread removes whoever creates the application from its owners
      return stopped("may not create principals", {
        message: `${own}, but the application can be given no credential afterwards, unless ${who.oid} stays its owner`,
        remedy: `\`owners: ["${who.oid}"]\` on the PeeringApplication; or get Application Administrator`,
      });
    }
    return stopped("may not create principals", {
      message: `${own}, which is enough for an application, and not for Aiven's service principal`,
      remedy: `have an Application Administrator run az ad sp create --id ${AIVEN_APPLICATION_ID}, and give \`aivenServicePrincipal: AivenServicePrincipalSource.EXISTING\`; or get Application Administrator`,
    });
  },
});

const managesAll = ({ wids = [], roles = [] }: Claims): string | undefined =>
  wids.map((id) => MANAGES_ALL[id.toLowerCase()]).find(Boolean) ?? roles.find((role) => WRITES_ALL.includes(role));

/** As the owner of what it creates. */
async function createsOwn({ wids = [], roles = [], idtyp }: Claims, { clouds }: IdentityScope) {
  if (wids.some((id) => id.toLowerCase() === APPLICATION_DEVELOPER)) return "Application Developer";
  if (roles.includes(WRITES_OWN)) return WRITES_OWN;
  if (idtyp === "app") return undefined;
  const message = "users may register applications in this tenant";
  return (await clouds.graph.usersMayCreateApplications()) ? message : undefined;
}

const lacks = ({ idtyp }: Claims): string =>
  idtyp === "app"
    ? `the token has none of ${[...WRITES_ALL, WRITES_OWN].join(", ")}, and no Microsoft Entra role in their place`
    : "the token has no Microsoft Entra role for that (an eligible one must be activated first), and users may not register applications in this tenant";

/** Each tenant has at most one, and the stack must know whether it exists. */
export const aivenServicePrincipal = check({
  name: "Aiven's service principal",
  finds: ["principal there already"],
  async run(scope: IdentityScope) {
    const { identity, connection } = scope;
    const source = identity.aivenServicePrincipal;
    const principal = await scope.aivens();
    if (!principal) {
      if (source === "create") return ok("does not exist yet: the stack creates it");
      if (source === "earlier-stack") return ok("does not exist yet: an earlier stack creates it; apply that first");
      return failed(
        "does not exist, but the stack expects it",
        `az ad sp create --id ${AIVEN_APPLICATION_ID}, or leave \`aivenServicePrincipal\` out, and the stack creates it`,
      );
    }
    const isDisabled = disabled(principal);
    if (isDisabled) return isDisabled;
    if (source !== "create") return ok("exists, as the stack expects");
    if (connection) return ok("exists, and so does the peering");
    const own = await applicationOfStack(scope);
    if (own === undefined) return stopped("principal there already", { message: "exists, but the stack creates it" });
    return warning(
      `exists, and so does an application ${own}; an apply of this stack that did not finish may have created both`,
      `if terraform state list shows no azuread_service_principal: ${remedyOf(ROWS["principal there already"])}`,
    );
  },
});

/** The name of the application that the stack creates, if one of that name exists. */
async function applicationOfStack({ identity: { kind, displayName }, clouds }: IdentityScope) {
  if (kind !== "created" || displayName === undefined) return undefined;
  const [found] = await clouds.graph.applicationsNamed(displayName);
  return found?.displayName;
}

/** In days: how long Microsoft Entra lets a secret live that is given no end. https://learn.microsoft.com/graph/api/application-addpassword */
const DEFAULT_LIFETIME = 2 * 365;

/** Whether the tenant lets a new application have a client secret, and for as long as the stack wants it. */
export const secretPolicy = check({
  name: "app management policy",
  finds: ["secrets are capped", "secrets are forbidden"],
  async run({ identity, clouds, connection }: IdentityScope) {
    if (identity.kind !== "created" || identity.credential !== "secret") return [];
    if (connection) return ok("not looked at: the secret exists");
    const restrictions = inForce(await clouds.graph.appManagementPolicy());
    if (restrictions.some(({ restrictionType }) => restrictionType === "passwordAddition")) {
      return stopped("secrets are forbidden");
    }
    const cap = Math.min(...restrictions.map(capOf));
    if (cap === Infinity) return ok("does not limit the lifetime of client secrets");
    const limit = `the tenant limits client secrets to ${cap} days, until ${dateIn(cap)}`;
    const beyond = (identity.secretEnds ?? [undefined])
      .map((end) => end ?? dateIn(DEFAULT_LIFETIME))
      .find((end) => Date.parse(end) > timeIn(cap));
    if (beyond === undefined) return ok(limit);
    return stopped("secrets are capped", { message: `${limit}, but the stack specifies ${beyond.slice(0, 10)}` });
  },
});

/** Those that an application of today is restricted by. */
const inForce = ({ isEnabled, applicationRestrictions }: AppManagementPolicy): readonly PasswordRestriction[] =>
  isEnabled === false
    ? []
    : (applicationRestrictions?.passwordCredentials ?? []).filter(
        ({ state, restrictForAppsCreatedAfterDateTime: since }) =>
          state !== "disabled" && (!since || Date.parse(since) <= Date.now()),
      );

/** In days. */
function capOf({ restrictionType, maxLifetime }: PasswordRestriction): number {
  if (restrictionType !== "passwordLifetime") return Infinity;
  const [, years = 0, months = 0, weeks = 0, days = 0, hours = 0] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$/.exec(maxLifetime ?? "")?.map(Number) ?? [];
  const cap = [years * 365, months * 30, weeks * 7, days, hours / 24].reduce((sum, part) => sum + (part || 0), 0);
  return cap > 0 ? cap : Infinity;
}
