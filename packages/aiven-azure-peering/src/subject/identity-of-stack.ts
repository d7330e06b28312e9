import type { Block, Stack } from "./stack";
import type { SubjectIdentity } from "./subject";

/** Who peers, as the stack describes it. */
export function identityOf(stack: Stack): SubjectIdentity {
  const [connection = {}] = stack.resources("aiven_azure_vpc_peering_connection").values();
  const application = applicationOf(stack);
  const clientId = stack.text(connection.peer_azure_app_id);
  const written = writtenClientId(stack, connection);
  const kind = application
    ? "created"
    : /\bdata\.terraform_remote_state\./.test(written)
      ? "earlier-stack"
      : "existing";
  return {
    kind,
    clientId,
    displayName: application && stack.text(application.display_name),
    credential: credentialOf(stack, kind),
    activeSecret: activeSecretOf(stack),
    owners: application && stack.texts(application.owners),
    secretEnds: [...stack.resources("azuread_application_password").values()].map(({ end_date }) =>
      stack.text(end_date),
    ),
    subjects: [...stack.resources("azuread_application_federated_identity_credential").values()].map((block) => ({
      name: stack.text(block.display_name),
      issuer: stack.text(block.issuer),
      subject: stack.text(block.subject),
    })),
    providerReadIn: providerReadIn(stack),
  };
}

/** What the client id is written as, through the waits that hand it on. */
function writtenClientId(stack: Stack, { peer_azure_app_id: reference }: Block): string {
  let written = String(reference);
  for (let steps = 0; steps < 5; steps++) {
    const name = /time_sleep\.([\w-]+)\.triggers\.client_id/.exec(written)?.[1];
    const triggers = name === undefined ? undefined : stack.resources("time_sleep").get(name)?.triggers;
    if (triggers === undefined) break;
    written = String((triggers as Block).client_id);
  }
  return written;
}

/** The multi-tenant one, should the app create others too. */
const applicationOf = (stack: Stack): Block | undefined =>
  [...stack.resources("azuread_application").values()].find(
    ({ sign_in_audience }) => sign_in_audience === "AzureADMultipleOrgs",
  );

function credentialOf(stack: Stack, kind: SubjectIdentity["kind"]): SubjectIdentity["credential"] {
  if (stack.resources("azuread_application_federated_identity_credential").size > 0) return "federated";
  if (stack.resources("azuread_application_password").size > 0) return "secret";
  const {
    client_secret: secret,
    client_certificate: content,
    client_certificate_path: path,
    use_oidc,
  } = aliasOf(stack);
  // through azapi a certificate that nobody knows stands beside a secret, and the word "none" where there is no secret
  if (isGiven(secret) && secret !== "none") return "secret";
  if (isGiven(content) || isGiven(path)) return "certificate";
  if (use_oidc === true) return "federated";
  return kind === "existing" ? "environment" : undefined;
}

/** The secret with which the provider signs in, by the name that it has in Microsoft Entra. */
function activeSecretOf(stack: Stack): string | undefined {
  const name = /azuread_application_password\.([\w-]+)\.value/.exec(String(aliasOf(stack).client_secret))?.[1];
  const password = name === undefined ? undefined : stack.resources("azuread_application_password").get(name);
  return password && stack.text(password.display_name);
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== "";

/** The provider that acts as the application. */
function aliasOf(stack: Stack): Block {
  const sides = [
    ...stack.resources("azurerm_virtual_network_peering").values(),
    ...stack.resources("azapi_resource").values(),
  ];
  const [half] = sides;
  if (!half) return {};
  return stack.provider(String(half.provider).split(".")[0] ?? "", half.provider);
}

/** The subscriptions in which it may list resource providers, by a role that is defined for that or by one that is given; only a `PeeringApplication` has that. */
function providerReadIn(stack: Stack): string[] {
  const defined = [...stack.resources("azurerm_role_definition").values()].filter((block) =>
    JSON.stringify(block.permissions ?? "").includes("Microsoft.Resources/subscriptions/providers/read"),
  );
  const assigned = [...stack.resources("azurerm_role_assignment").values()].filter((block) =>
    /\/resource-providers[^/]*\/assignment$/.test(metadataPath(block)),
  );
  return [...new Set([...defined, ...assigned].map((block) => stack.text(block.scope)?.split("/")[2] ?? ""))];
}

const metadataPath = (block: Block): string =>
  (block["//"] as { readonly metadata?: { readonly path?: string } } | undefined)?.metadata?.path ?? "";
