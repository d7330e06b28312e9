import type { World } from "../../clouds/world";
import { isUnknown, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import { azureVpcPeeringConnection, azureVpcPeeringConnectionData } from "./azure-vpc-peering-connection";
import type { AivenClient } from "./client";
import { kafka } from "./kafka";
import { kafkaAcl } from "./kafka-acl";
import { kafkaTopic } from "./kafka-topic";
import { kafkaUser } from "./kafka-user";
import { pg } from "./pg";
import { projectData } from "./project";
import { projectVpc, projectVpcData } from "./project-vpc";
import { servedSchema } from "./schema";
import { serviceData, serviceResource } from "./service";

type Surroundings = Pick<World, "aiven" | "clock" | "deployer">;

const resources = {
  aiven_azure_vpc_peering_connection: azureVpcPeeringConnection,
  aiven_kafka: serviceResource(kafka),
  aiven_kafka_acl: kafkaAcl,
  aiven_kafka_topic: kafkaTopic,
  aiven_kafka_user: kafkaUser,
  aiven_pg: serviceResource(pg),
  aiven_project_vpc: projectVpc,
};

const dataSources = {
  aiven_azure_vpc_peering_connection: azureVpcPeeringConnectionData,
  aiven_kafka: serviceData(kafka),
  aiven_pg: serviceData(pg),
  aiven_project: projectData,
  aiven_project_vpc: projectVpcData,
};

/** aiven/aiven. It calls nothing when it is configured, so a bad token shows at the first resource. */
export function aivenProvider({ aiven, clock, deployer }: Surroundings): ProviderDefinition<AivenClient> {
  const { environment } = deployer;
  return {
    address: "aiven/aiven",
    schema: servedSchema({ resources, dataSources }),
    configure: (config) => ({ api: aiven, clock, caller: { apiToken: tokenOf(config, environment.AIVEN_TOKEN) } }),
    resources,
    dataSources,
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
