import { UsageError } from "./errors";
import { given, type Environment } from "./environment";
import type { Http } from "./http";
import { list, object, optional, text } from "./shape";

/** Where the clouds are, without a slash at the end, and what tokens for them are asked for. */
export interface Endpoints {
  /** Microsoft Entra. */
  readonly login: string;
  /** Azure Resource Manager. */
  readonly arm: string;
  readonly armScope: string;
  /** Microsoft Graph, without the version. */
  readonly graph: string;
  readonly graphScope: string;
  readonly aiven: string;
}

const AIVEN = "https://api.aiven.io";

type Azure = Pick<Endpoints, "login" | "arm" | "graph">;

/** Microsoft's clouds by the names that azurerm gives them. https://learn.microsoft.com/graph/deployments */
const CLOUDS: Readonly<Record<string, Azure>> = {
  public: {
    login: "https://login.microsoftonline.com",
    arm: "https://management.azure.com",
    graph: "https://graph.microsoft.com",
  },
  usgovernment: {
    login: "https://login.microsoftonline.us",
    arm: "https://management.usgovcloudapi.net",
    graph: "https://graph.microsoft.us",
  },
  china: {
    login: "https://login.chinacloudapi.cn",
    arm: "https://management.chinacloudapi.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
  },
};

/** The part of Azure's metadata that is read here. */
interface Metadata {
  readonly authentication?: { readonly loginEndpoint?: string; readonly audiences?: readonly string[] };
  readonly resourceManager?: string;
  readonly microsoftGraphResourceId?: string;
}

const METADATA = object<Metadata>({
  authentication: optional(
    object<NonNullable<Metadata["authentication"]>>({
      loginEndpoint: optional(text),
      audiences: optional(list(text)),
    }),
  ),
  resourceManager: optional(text),
  microsoftGraphResourceId: optional(text),
});

/**
 * As azurerm finds them: what `ARM_METADATA_HOSTNAME` says of itself, or the cloud that `ARM_ENVIRONMENT` names; and
 * Aiven at `AIVEN_WEB_URL`, or where the provider finds it by itself.
 */
export async function endpointsOf(env: Environment, http: Http): Promise<Endpoints> {
  const aiven = address(given(env, "AIVEN_WEB_URL") ?? AIVEN, "AIVEN_WEB_URL").replace(/\/v1$/, "");
  const host = given(env, "ARM_METADATA_HOSTNAME", "ARM_METADATA_HOST");
  if (host !== undefined) return { ...(await described(host, http)), aiven };
  const name = given(env, "ARM_ENVIRONMENT") ?? "public";
  const cloud = CLOUDS[name.toLowerCase()];
  if (!cloud) {
    const allowed = Object.keys(CLOUDS).join(", ");
    throw new UsageError(
      `ARM_ENVIRONMENT: "${name}" is not allowed, use one of ${allowed}, or set ARM_METADATA_HOSTNAME`,
    );
  }
  return { ...cloud, armScope: `${cloud.arm}/.default`, graphScope: `${cloud.graph}/.default`, aiven };
}

async function described(host: string, http: Http): Promise<Omit<Endpoints, "aiven">> {
  const { authentication, resourceManager, microsoftGraphResourceId } = await http.get(
    {
      cloud: "Azure",
      endpoint: address(`https://${host}`, "ARM_METADATA_HOSTNAME"),
      path: "/metadata/endpoints",
      query: { "api-version": "2022-09-01" },
    },
    METADATA,
  );
  const { loginEndpoint, audiences = [] } = authentication ?? {};
  if (loginEndpoint === undefined || resourceManager === undefined || microsoftGraphResourceId === undefined) {
    throw new UsageError(`ARM_METADATA_HOSTNAME: "${host}" has no endpoints in its metadata`);
  }
  const named = (url: string) => address(url, `ARM_METADATA_HOSTNAME: the metadata of "${host}"`);
  const [arm, graph] = [named(resourceManager), named(microsoftGraphResourceId)];
  return {
    login: named(loginEndpoint),
    arm,
    armScope: `${audiences[0] ?? arm}/.default`,
    graph,
    graphScope: `${graph}/.default`,
  };
}

/** Without a slash at its end. @throws UsageError for what is no address */
export function address(url: string, name: string): string {
  try {
    const { protocol, username, password } = new URL(url);
    if (protocol === "https:" && username === "" && password === "") return trimmed(url);
  } catch {
    // as for an address of another kind
  }
  throw new UsageError(`${name}: "${url}" is not allowed, use an https address`);
}

const trimmed = (url: string): string => url.replace(/\/+$/, "");
