import type { Vpc } from "../../clouds/aiven/vpc";
import { formatRfc3339, momentOf } from "../time/rfc3339";
import { text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour, ResourceBehaviour } from "../../protocol/provider-definition";
import { organization, splitId, type AivenClient } from "./client";
import { attempt, isNotFound } from "./errors";
import { deleteVpc, waitUntilActive } from "./vpc-waits";

/** `aiven_organization_vpc`: a VPC that belongs to no project. */
export const organizationVpc: ResourceBehaviour<AivenClient> = {
  // assumed: display_name; no fact says whether it can be changed
  forceNew: ["organization_id", "cloud_name", "network_cidr", "display_name"],
  timeouts: { create: "20m", read: "20m", delete: "20m" },

  async create(planned, context) {
    const { api, caller } = context.client;
    const owner = organization(text(planned.organization_id));
    const input = {
      cloudName: text(planned.cloud_name),
      networkCidr: text(planned.network_cidr),
      displayName: text(planned.display_name),
    };
    const { id } = attempt("failed to create resource", "OrganizationVpcCreate", () =>
      api.vpcs.create(caller, owner, input),
    );
    return valuesOf(text(planned.organization_id), await waitUntilActive(context, owner, id, "OrganizationVpcGet"));
  },

  read(current, { client }) {
    const [owner, id] = idOf(current);
    try {
      return valuesOf(owner, client.api.vpcs.get(client.caller, organization(owner), id));
    } catch (error) {
      if (isNotFound(error)) return null;
      return attempt("failed to read resource", "OrganizationVpcGet", () => {
        throw error;
      });
    }
  },

  delete(prior, context) {
    const [owner, id] = idOf(prior);
    const names = { get: "OrganizationVpcGet", delete: "OrganizationVpcDelete" };
    return deleteVpc(context, organization(owner), id, names);
  },

  importState(id) {
    const parts = splitId(id, 2);
    if (parts) return { id, organization_id: parts[0], organization_vpc_id: parts[1] };
    const detail = `Expected import identifier with format: "organization_id/organization_vpc_id". Got: "${id}"`;
    throw new Failure({ summary: "Unexpected Read Identifier", detail });
  },
};

export const organizationVpcData: DataSourceBehaviour<AivenClient> = {
  read(config, { client: { api, caller } }) {
    const [owner, id] = idOf(config);
    const vpc = attempt("failed to read datasource", "OrganizationVpcGet", () =>
      api.vpcs.get(caller, organization(owner), id),
    );
    return valuesOf(owner, vpc);
  },
};

const idOf = (values: Values) => [text(values.organization_id), text(values.organization_vpc_id)] as const;

const valuesOf = (owner: string, vpc: Vpc): Values => ({
  id: `${owner}/${vpc.id}`,
  organization_id: owner,
  organization_vpc_id: vpc.id,
  display_name: vpc.displayName,
  cloud_name: vpc.cloudName,
  network_cidr: vpc.networkCidr,
  state: vpc.state,
  create_time: formatRfc3339(momentOf(vpc.createTime)),
  // assumed: nothing about an organization VPC changes after its creation
  update_time: formatRfc3339(momentOf(vpc.createTime)),
});
