import { allows, LIST_PROVIDERS } from "../../clouds/permissions";
import { permissionsOf } from "../../principals/rights";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { SIGNING_IN } from "../../troubleshooting/signing-in";
import { stopped } from "../stopped";
import { subscriptionScope, type Site } from "./site";

const LOOKED = "list resource providers";

/** azurerm 4.x lists them as the application, wherever it is configured as it; azapi does not. */
export async function listProvidersLine(site: Site): Promise<Line | readonly Line[]> {
  const { network, plan } = site;
  if (network.azurePeeringProvider === "azapi") return ok(LOOKED, "not needed: azapi makes Azure's peering");
  return plan.identity.kind === "created" ? ofCreated(site) : ofExisting(site);
}

function ofCreated({ network, plan }: Site): Line {
  const { providerReadIn } = plan.identity;
  const { subscriptionId } = network;
  if (plan.source === "options") return ok(LOOKED, "the construct grants it, in the subscriptions that it is given");
  // the construct for azurerm 5.x
  if (providerReadIn.length === 0) return ok(LOOKED, "not needed: the stack grants it nowhere, as for azurerm 5.x");
  if (providerReadIn.some((id) => id.toLowerCase() === subscriptionId?.toLowerCase())) {
    return ok(LOOKED, `the stack grants it in ${subscriptionId}`);
  }
  if (subscriptionId === undefined || providerReadIn.includes("")) {
    return { looked: LOOKED, verdict: "unknown", found: "where the stack grants it is known only after an apply" };
  }
  return stopped(LOOKED, SIGNING_IN["granted in another subscription"], {
    found: `the stack grants it in ${providerReadIn.join(", ")}, and the network is in ${subscriptionId}`,
    remedy: `name ${subscriptionId} in \`subscriptionIds\` of the PeeringApplication too; or give \`azurePeeringProvider: AzurePeeringProvider.AZAPI\``,
  });
}

async function ofExisting(site: Site): Promise<Line> {
  const { plan, clouds, connection } = site;
  const clientId = plan.identity.clientId ?? connection?.peer_azure_app_id;
  const scope = subscriptionScope(site);
  if (clientId === undefined || scope === undefined) {
    const what = clientId === undefined ? "the application" : "the subscription";
    return { looked: LOOKED, verdict: "unknown", found: `${what} is known only after an apply` };
  }
  const principal = await clouds.graph.servicePrincipal(clientId);
  if (!principal) return { looked: LOOKED, verdict: "unknown", found: `the tenant has no principal of ${clientId}` };
  if (allows(await permissionsOf(scope, principal.id, clouds), LIST_PROVIDERS)) {
    return ok(LOOKED, `${principal.displayName} may, at ${scope}`);
  }
  return stopped(LOOKED, SIGNING_IN["may not list resource providers"], {
    found: `${principal.displayName} lacks ${LIST_PROVIDERS} at ${scope}`,
  });
}
