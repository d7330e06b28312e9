import type { Application, Credential } from "../../clouds/graph";
import { failed, ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import { SIGNING_IN } from "../../troubleshooting/signing-in";
import type { Plan } from "../intent";
import { stopped } from "../stopped";

const LOOKED = "credential";
const DAY = 24 * 60 * 60 * 1000;
/** In days; from then on the construct's own check warns too. */
const SOON = 30;

/** The secret or certificate of an application that is there. Which of several is in use nobody can see: the one that lasts longest counts. */
export function credentialLines(application: Application, plan: Plan): Line[] {
  const { identity, networks } = plan;
  if (identity.credential !== "secret" && identity.credential !== "certificate") return [];
  const what = identity.credential === "secret" ? "client secret" : "certificate";
  const last = lastOf(application, plan);
  if (!last) return [failed(LOOKED, `${application.displayName} has no ${what}`, renew(application, plan))];
  const days = daysOf(last);
  if (days === Infinity) return [ok(LOOKED, `a ${what} that never ends`)];
  const date = (last.endDateTime ?? "").slice(0, 10);
  if (days < 0) {
    return [
      stopped(LOOKED, SIGNING_IN["secret ended"], {
        found: `the ${what} of ${application.displayName} ended on ${date}`,
        ...(identity.kind === "created"
          ? { maker: networks[0]?.azurePeeringProvider }
          : { remedy: renew(application, plan) }),
      }),
    ];
  }
  if (days >= SOON) return [ok(LOOKED, `a ${what} until ${date}`)];
  const found = `the ${what} of ${application.displayName} ends on ${date}, in ${days} days`;
  return [warning(LOOKED, found, "renew it before: docs/signing-in.md, rotating the client secret")];
}

function lastOf(
  { passwordCredentials = [], keyCredentials = [] }: Application,
  { identity }: Plan,
): Credential | undefined {
  const all = identity.credential === "secret" ? passwordCredentials : keyCredentials;
  const own = all.filter(
    ({ displayName }) => identity.activeSecret === undefined || displayName === identity.activeSecret,
  );
  return [...own].sort((one, other) => daysOf(other) - daysOf(one))[0];
}

const daysOf = ({ endDateTime }: Credential): number =>
  endDateTime ? Math.floor((Date.parse(endDateTime) - Date.now()) / DAY) : Infinity;

const renew = ({ appId }: Application, { identity }: Plan): string =>
  identity.credential === "secret"
    ? `az ad app credential reset --id ${appId} --append, and give the stack the new secret`
    : `az ad app credential reset --id ${appId} --append --cert @certificate.pem, and give the stack the new certificate`;
