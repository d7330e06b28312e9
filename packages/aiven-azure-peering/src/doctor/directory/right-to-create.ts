import { claimsOf, type Claims } from "../../clouds/tokens";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { AIVEN_APPLICATION_ID } from "../../subject/subject";
import { RIGHTS } from "../../troubleshooting/rights";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";

const LOOKED = "right to create applications";

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

/** Whether whoever is signed in may make the application and its principal, and Aiven's, as far as the stack does. */
export async function createLine(examination: Examination): Promise<Line> {
  const { plan, clouds } = examination;
  const application = plan.identity.kind === "created";
  const aiven = plan.aivenPrincipal === "CREATE" && !(await clouds.graph.servicePrincipal(AIVEN_APPLICATION_ID));
  if (!application && !aiven) return ok(LOOKED, "not needed: the stack creates none");
  if (liveConnection(examination)) return ok(LOOKED, "not needed: they are there, as the peering is");
  const who = claimsOf(await clouds.graph.token());
  const all = managesAll(who);
  if (all !== undefined) return ok(LOOKED, all);
  const own = await createsOwn(who, examination);
  const what = [...(application ? ["an application"] : []), ...(aiven ? ["Aiven's service principal"] : [])].join(
    " and ",
  );
  if (own === undefined) {
    return stopped(LOOKED, RIGHTS["may not create principals"], {
      found: `the stack creates ${what}, and ${nothing(who)}`,
    });
  }
  if (!aiven) {
    if (plan.identity.owners?.some((id) => id.toLowerCase() === who.oid?.toLowerCase())) return ok(LOOKED, own);
    // azuread takes whoever creates the application off its owners again
    return stopped(LOOKED, RIGHTS["may not create principals"], {
      found: `${own}, but may give it no credential afterwards, unless the stack keeps ${who.oid} as its owner`,
      remedy: `\`owners: ["${who.oid}"]\` on the PeeringApplication; or get Application Administrator`,
    });
  }
  // who creates only as an owner owns no application of Aiven's
  return stopped(LOOKED, RIGHTS["may not create principals"], {
    found: `${own}, which is enough for an application, and not for Aiven's service principal`,
    remedy: `have somebody who may run az ad sp create --id ${AIVEN_APPLICATION_ID}, and give \`aivenServicePrincipal: AivenServicePrincipalSource.EXISTING\`; or get Application Administrator`,
  });
}

function managesAll({ wids = [], roles = [] }: Claims): string | undefined {
  return (
    wids.map((id) => MANAGES_ALL[id.toLowerCase()]).find(Boolean) ?? roles.find((role) => WRITES_ALL.includes(role))
  );
}

/** As the owner of what it creates. */
async function createsOwn(
  { wids = [], roles = [], idtyp }: Claims,
  { clouds }: Examination,
): Promise<string | undefined> {
  if (wids.some((id) => id.toLowerCase() === APPLICATION_DEVELOPER)) return "Application Developer";
  if (roles.includes(WRITES_OWN)) return WRITES_OWN;
  if (idtyp === "app") return undefined;
  return (await clouds.graph.usersMayCreateApplications())
    ? "users may register applications in this tenant"
    : undefined;
}

const nothing = ({ idtyp }: Claims): string =>
  idtyp === "app"
    ? `the token has none of ${[...WRITES_ALL, WRITES_OWN].join(", ")}, and no role of Microsoft Entra that stands in for them`
    : "the token has no role of Microsoft Entra for that (one that is only eligible must be activated first), and users may register no applications in this tenant";
