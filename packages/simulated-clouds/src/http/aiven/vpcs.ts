import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import type { Vpc } from "../../clouds/aiven/vpc";
import { ApiError } from "../../clouds/api-error";
import { maybeText, object, objects, text, type JsonObject } from "../json";
import { ok, route, type Route } from "../router";
import { ownerOf, type AivenFront } from "./front";

const OWNERS = ["/v1/project/:project", "/v1/organization/:organization"];
const PEER = "peer-accounts/:account/peer-resource-groups/:group/peer-vpcs/:peer";

/** A project's VPCs and, in their own form, an organization's. */
export function vpcRoutes({ world, time, caller }: AivenFront): Route[] {
  const { vpcs, peeringConnections } = world.aiven;
  const { clock } = world;
  const json = (vpc: Vpc, connections?: readonly PeeringConnection[]): JsonObject => ({
    ...vpcJson(vpc, clock.timestamp(vpc.createTime)),
    ...(connections
      ? { peering_connections: connections.map((one) => connectionJson(one, clock.timestamp(one.createTime))) }
      : {}),
  });
  /** Who looks at what is not ready yet will look again. */
  const looking = (settled: boolean): void => {
    if (!settled) time.notYet();
  };
  return OWNERS.flatMap((owner) => [
    route("GET", `${owner}/vpcs`, (request) =>
      ok({ vpcs: vpcs.list(caller(request), ownerOf(request)).map((vpc) => json(vpc)) }),
    ),
    route("POST", `${owner}/vpcs`, (request) => {
      const { body } = request;
      // an organization's VPC lies in a list of clouds, which holds one
      const place = objects(body.clouds)[0] ?? body;
      const input = { cloudName: text(place.cloud_name), networkCidr: text(place.network_cidr) };
      const displayName = maybeText(body.display_name) ?? "";
      return ok(json(vpcs.create(caller(request), ownerOf(request), { ...input, displayName }), []));
    }),
    route("GET", `${owner}/vpcs/:vpc`, (request) => {
      const connections = peeringConnections.list(caller(request), ownerOf(request), request.at.vpc);
      const vpc = vpcs.find(ownerOf(request), request.at.vpc);
      const settled = vpc.state === "ACTIVE" && connections.every(({ state }) => !WAITED_FOR.includes(state));
      looking(settled);
      return ok(json(vpc, connections));
    }),
    route("DELETE", `${owner}/vpcs/:vpc`, (request) => {
      const vpc = vpcs.find(ownerOf(request), request.at.vpc);
      vpcs.delete(caller(request), ownerOf(request), request.at.vpc);
      return ok(json(vpc, []));
    }),
    route("GET", `${owner}/vpcs/:vpc/peering-connections`, (request) => {
      const connections = peeringConnections.list(caller(request), ownerOf(request), request.at.vpc);
      looking(connections.every(({ state }) => !WAITED_FOR.includes(state)));
      return ok({
        peering_connections: connections.map((one) => connectionJson(one, clock.timestamp(one.createTime))),
      });
    }),
    route("POST", `${owner}/vpcs/:vpc/peering-connections`, (request) => {
      const peer = peerOf(request.body);
      const connection = peeringConnections.create(caller(request), ownerOf(request), request.at.vpc, peer);
      return ok(connectionJson(connection, clock.timestamp(connection.createTime)));
    }),
    route("DELETE", `${owner}/vpcs/:vpc/peering-connections/${PEER}`, (request) => {
      const { vpc, account, group, peer } = request.at;
      const key = { peerCloudAccount: account, peerResourceGroup: group, peerVpc: peer };
      const listed = peeringConnections.all.find(
        (one) => one.vpc.id === vpc && one.peerVpc === peer && one.peerCloudAccount === account,
      );
      peeringConnections.delete(caller(request), ownerOf(request), vpc, key);
      return ok(listed ? connectionJson(listed, clock.timestamp(listed.createTime)) : {});
    }),
  ]);
}

const WAITED_FOR = ["APPROVED", "DELETING"];

function peerOf(body: JsonObject) {
  const required = (name: string): string => {
    const value = text(body[name]);
    // assumed: the text
    if (value === "") throw new ApiError(400, "VpcPeeringConnectionCreate", `Missing required parameter: ${name}`);
    return value;
  };
  return {
    peerCloudAccount: required("peer_cloud_account"),
    peerVpc: required("peer_vpc"),
    peerResourceGroup: required("peer_resource_group"),
    peerAzureAppId: required("peer_azure_app_id"),
    peerAzureTenantId: required("peer_azure_tenant_id"),
  };
}

function vpcJson(vpc: Vpc, time: string): JsonObject {
  const { id, owner, cloudName, networkCidr, displayName, state } = vpc;
  const common = { state, create_time: time, update_time: time, pending_build_only_peering_connections: null };
  if ("project" in owner) return { ...common, project_vpc_id: id, cloud_name: cloudName, network_cidr: networkCidr };
  const own = { organization_id: owner.organization, organization_vpc_id: id, display_name: displayName };
  return { ...common, ...own, projects: [], clouds: [{ cloud_name: cloudName, network_cidr: networkCidr }] };
}

function connectionJson(connection: PeeringConnection, time: string): JsonObject {
  const { peerCloudAccount, peerVpc, peerResourceGroup, peerAzureAppId, peerAzureTenantId, state, stateInfo } =
    connection;
  return {
    create_time: time,
    update_time: time,
    peer_azure_app_id: peerAzureAppId,
    peer_azure_tenant_id: peerAzureTenantId,
    peer_cloud_account: peerCloudAccount,
    peer_region: null,
    peer_resource_group: peerResourceGroup,
    peer_vpc: peerVpc,
    state,
    state_info: stateInfo === null ? null : object(stateInfo),
    user_peer_network_cidrs: [],
    vpc_peering_connection_type: "azure-vnet-peering",
  };
}
