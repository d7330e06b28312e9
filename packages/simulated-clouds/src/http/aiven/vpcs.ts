import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import type { Vpc } from "../../clouds/aiven/vpc";
import { ApiError } from "../../clouds/api-error";
import { object, text, type JsonObject } from "../../clouds/json";
import { ok, route, type Route } from "../router";
import type { AivenRouteContext } from "../context";

const VPCS = "/v1/project/:project/vpcs";
const PEER = "peer-accounts/:account/peer-resource-groups/:group/peer-vpcs/:peer";

export function vpcRoutes({ world, time, caller }: AivenRouteContext): Route[] {
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
  return [
    route("GET", VPCS, (request) =>
      ok({ vpcs: vpcs.list(caller(request), request.at.project).map((vpc) => json(vpc)) }),
    ),
    route("POST", VPCS, (request) => {
      const { body } = request;
      const input = { cloudName: text(body.cloud_name), networkCidr: text(body.network_cidr) };
      return ok(json(vpcs.create(caller(request), request.at.project, input), []));
    }),
    route("GET", `${VPCS}/:vpc`, (request) => {
      const connections = peeringConnections.list(caller(request), request.at.project, request.at.vpc);
      const vpc = vpcs.find(request.at.project, request.at.vpc);
      const settled = vpc.state === "ACTIVE" && connections.every(({ state }) => !WAITED_FOR.includes(state));
      looking(settled);
      return ok(json(vpc, connections));
    }),
    route("DELETE", `${VPCS}/:vpc`, (request) => {
      const vpc = vpcs.find(request.at.project, request.at.vpc);
      vpcs.delete(caller(request), request.at.project, request.at.vpc);
      return ok(json(vpc, []));
    }),
    route("GET", `${VPCS}/:vpc/peering-connections`, (request) => {
      const connections = peeringConnections.list(caller(request), request.at.project, request.at.vpc);
      looking(connections.every(({ state }) => !WAITED_FOR.includes(state)));
      return ok({
        peering_connections: connections.map((one) => connectionJson(one, clock.timestamp(one.createTime))),
      });
    }),
    route("POST", `${VPCS}/:vpc/peering-connections`, (request) => {
      const peer = peerOf(request.body);
      const connection = peeringConnections.create(caller(request), request.at.project, request.at.vpc, peer);
      return ok(connectionJson(connection, clock.timestamp(connection.createTime)));
    }),
    route("DELETE", `${VPCS}/:vpc/peering-connections/${PEER}`, (request) => {
      const { vpc, account, group, peer } = request.at;
      const key = { peerCloudAccount: account, peerResourceGroup: group, peerVpc: peer };
      const listed = peeringConnections.all.find(
        (one) => one.vpc.id === vpc && one.peerVpc === peer && one.peerCloudAccount === account,
      );
      peeringConnections.delete(caller(request), request.at.project, vpc, key);
      return ok(listed ? connectionJson(listed, clock.timestamp(listed.createTime)) : {});
    }),
  ];
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
  const { id, cloudName, networkCidr, state } = vpc;
  return {
    state,
    create_time: time,
    update_time: time,
    pending_build_only_peering_connections: null,
    project_vpc_id: id,
    cloud_name: cloudName,
    network_cidr: networkCidr,
  };
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
