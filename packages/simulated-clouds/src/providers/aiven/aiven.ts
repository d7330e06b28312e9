import type { Settings } from "../../clouds/settings";
import type { World } from "../../clouds/world";
import { isUnknown, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { frameworkPeeringConnection, frameworkPeeringConnectionData } from "./framework-peering-connection";
import { kafka } from "./kafka";
import { kafkaAcl } from "./kafka-acl";
import { kafkaTopic } from "./kafka-topic";
import { kafkaUser } from "./kafka-user";
import { pg } from "./pg";
import { projectData } from "./project";
import { projectVpc, projectVpcData } from "./project-vpc";
import { servedSchema } from "./schema";
import { sdkPeeringConnection, sdkPeeringConnectionData } from "./sdk-peering-connection";
import { serviceData, serviceResource } from "./service";

type Surroundings = Pick<World, "aiven" | "clock" | "deployer" | "settings">;

/** The peering connection by the release; which one is at work is looked up whenever Terraform asks. */
const PEERING_CONNECTION = {
  sdk: { resource: sdkPeeringConnection, data: sdkPeeringConnectionData },
  framework: { resource: frameworkPeeringConnection, data: frameworkPeeringConnectionData },
};

const resources = {
  aiven_kafka: serviceResource(kafka),
  aiven_kafka_acl: kafkaAcl,
  aiven_kafka_topic: kafkaTopic,
  aiven_kafka_user: kafkaUser,
  aiven_pg: serviceResource(pg),
  aiven_project_vpc: projectVpc,
};

const dataSources = {
  aiven_kafka: serviceData(kafka),
  aiven_pg: serviceData(pg),
  aiven_project: projectData,
  aiven_project_vpc: projectVpcData,
};

const behavioursOf = (settings: Settings) => ({
  resources: {
    ...resources,
    get aiven_azure_vpc_peering_connection() {
      return PEERING_CONNECTION[settings.aivenPlugin].resource;
    },
  },
  dataSources: {
    ...dataSources,
    get aiven_azure_vpc_peering_connection() {
      return PEERING_CONNECTION[settings.aivenPlugin].data;
    },
  },
});

/** aiven/aiven. It calls nothing when it is configured, so a bad token shows at the first resource. */
export function aivenProvider({ aiven, clock, deployer, settings }: Surroundings): ProviderDefinition<AivenClient> {
  const { environment } = deployer;
  const behaviours = behavioursOf(settings);
  return {
    address: "aiven/aiven",
    schema: servedSchema(behaviours),
    configure: (config) => ({ api: aiven, clock, caller: { apiToken: tokenOf(config, environment.AIVEN_TOKEN) } }),
    ...behaviours,
  };
}

/** A token that is absent, or unknown at plan, falls to AIVEN_TOKEN. */
function tokenOf(config: Values, fromEnvironment = ""): string {
  const unset = config.api_token === null || isUnknown(config.api_token);
  const token = unset ? fromEnvironment : text(config.api_token);
  if (token !== "") return token;
  if (!unset)
    throw new Failure({ summary: "Constructing Client Failed", detail: "token is required for Aiven client" });
  throw new Failure({
    summary: "Token Missing",
    detail: "Aiven API token was not set in the provider configuration or in the AIVEN_TOKEN environment variable.",
  });
}
