import { UsageError } from "../clouds/errors";
import type { Environment } from "../clouds/environment";
import { given } from "../clouds/environment";
import { isUuid, parseNetworkId, type Subject, type SubjectNetwork, type SubjectVpc } from "./subject";
import { fromStack } from "./from-stack";

/** The options with which every command is given its subject. */
export interface SubjectOptions {
  readonly stack?: string;
  readonly project?: string;
  readonly vpc?: string;
  readonly cloud?: string;
  readonly range?: string;
  readonly network?: readonly string[];
  readonly clientId?: string;
}

/** @throws UsageError for what is missing, malformed or contradictory */
export function subjectOf(options: SubjectOptions, env: Environment, { takesVpcAlone = false } = {}): Subject {
  if (options.stack === undefined) return fromOptions(options, env, takesVpcAlone);
  const [other] = Object.entries(options).filter(
    ([name, value]) => NAMES.includes(name) && name !== "stack" && value !== undefined,
  );
  if (other)
    throw new UsageError(`--${dashed(other[0])} is not allowed beside --stack, which says it already; leave it out`);
  return fromStack(options.stack, env);
}

const NAMES = ["stack", "project", "vpc", "cloud", "range", "network", "clientId"];
const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function fromOptions(options: SubjectOptions, env: Environment, takesVpcAlone: boolean): Subject {
  const { network: networks = [], clientId } = options;
  if (networks.length === 0 && !(takesVpcAlone && options.vpc !== undefined)) {
    const networksToo = takesVpcAlone ? "" : " and --network <id of the virtual network>";
    throw new UsageError(
      `no peering is given: use --stack cdktf.out/stacks/<name>, or --vpc <project>/<uuid>${networksToo}`,
    );
  }
  if (clientId !== undefined && !isUuid(clientId)) {
    throw new UsageError(`--client-id: "${clientId}" is not allowed, use the UUID of the application that peers`);
  }
  const kind = clientId === undefined ? undefined : "existing";
  return {
    source: "options",
    peerings: [
      {
        vpc: vpcOf(options),
        identity: { kind, clientId, subjects: [], listsProvidersIn: [] },
        networks: networks.map(networkOf),
      },
    ],
    tenantId: given(env, "ARM_TENANT_ID"),
  };
}

function vpcOf({ vpc, project, cloud, range }: SubjectOptions): SubjectVpc {
  if (vpc === undefined) {
    if (project === undefined)
      throw new UsageError("no Aiven project is given: use --vpc <project>/<uuid>, or --project");
    return { project, created: true, cloudName: cloud, networkCidr: range };
  }
  const [first, second] = vpc.split("/");
  const [name, id] = second === undefined ? [project, first] : [first, second];
  if (name === undefined || name === "" || !isUuid(id) || vpc.split("/").length > 2) {
    throw new UsageError(`--vpc: "${vpc}" is not allowed, use <project>/<uuid>, as Terraform has it`);
  }
  if (project !== undefined && project !== name) {
    throw new UsageError(`--vpc: "${vpc}" is not in --project ${project}`);
  }
  return { project: name, vpcId: id, created: false, cloudName: cloud, networkCidr: range };
}

function networkOf(id: string): SubjectNetwork {
  const parsed = parseNetworkId(id);
  if (!parsed) {
    throw new UsageError(
      `--network: "${id}" is not allowed, use /subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>`,
    );
  }
  return { ...parsed, id: id.replace(/\/$/, ""), created: false, roleIds: {} };
}
