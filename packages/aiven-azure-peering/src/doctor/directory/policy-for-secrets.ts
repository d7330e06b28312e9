import type { AppManagementPolicy, PasswordRestriction } from "../../clouds/graph";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { RIGHTS } from "../../troubleshooting/rights";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";

const LOOKED = "policy for secrets";
const DAY = 24 * 60 * 60 * 1000;

/** Whether the tenant lets a new application have a client secret, and for as long as the stack wants it. */
export async function secretsLine(examination: Examination): Promise<Line | readonly Line[]> {
  const { plan, clouds } = examination;
  if (plan.identity.kind !== "created" || plan.identity.credential !== "secret") return [];
  if (liveConnection(examination)) return ok(LOOKED, "not looked at: the secret is there");
  const restrictions = inForce(await clouds.graph.appManagementPolicy());
  if (restrictions.some(({ restrictionType }) => restrictionType === "passwordAddition")) {
    return failed(
      LOOKED,
      "the tenant lets applications have no client secrets",
      "`credential: PeeringCredential.federated({ issuer, subject })`, or an existing application with a certificate",
    );
  }
  const cap = Math.min(...restrictions.map(capOf));
  if (cap === Infinity) return ok(LOOKED, "caps no lifetime");
  const found = `the tenant caps client secrets at ${cap} days, until ${dateOf(cap)}`;
  const beyond = (plan.identity.secretEnds ?? [undefined])
    .map((end) => end ?? dateOf(DEFAULT))
    .find((end) => Date.parse(end) > Date.now() + cap * DAY);
  if (beyond === undefined) return ok(LOOKED, found);
  return stopped(LOOKED, RIGHTS["secrets are capped"], {
    found: `${found}, and the stack's is to end on ${beyond.slice(0, 10)}`,
  });
}

const dateOf = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** In days: how long Microsoft Entra lets a secret live to which nobody gave an end. https://learn.microsoft.com/graph/api/application-addpassword */
const DEFAULT = 2 * 365;

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
