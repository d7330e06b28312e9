import type { AppManagementPolicy, PasswordRestriction } from "../clouds/graph";
import { dateIn, disabled, timeIn } from "../principals/applications";
import { check, stopped } from "../report/check";
import { failed, note, ok, warning } from "../report/report";
import { AIVEN_APPLICATION_ID } from "../subject/subject";
import { remedyOf } from "../troubleshooting/row";
import { ROWS } from "../troubleshooting/rows";
import type { IdentityScope } from "./scopes";

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
  // it takes Policy.Read.All, which the Azure CLI never has and few applications have
  whenDenied: () =>
    note(
      "cannot be read with this sign-in; should the tenant limit client secrets, an apply stops with …AsPerAppPolicy",
    ),
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
