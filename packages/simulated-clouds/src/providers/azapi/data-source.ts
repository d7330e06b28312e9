import { text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour } from "../../protocol/provider-definition";
import { timeoutOf } from "../../protocol/duration";
import type { AzapiClient } from "./client";
import { isExpected, ResponseError } from "./errors";
import { outputOf } from "./output";
import { describe, queryOf, resourceIdIn, resourceIdOf, type ResourceId } from "./resource-id";
import { retryingFrom } from "./retrying";
import { validateDataSource } from "./validation";

export const azapiResourceData: DataSourceBehaviour<AzapiClient> = {
  validate: validateDataSource,

  async read(config, { client, signal }) {
    const name = text(config.name);
    const at =
      name === ""
        ? resourceIdOf(text(config.resource_id), text(config.type))
        : resourceIdIn(text(config.parent_id), name, text(config.type));
    const limit = client.limit(signal, timeoutOf("read", config, { read: "5m" }));
    try {
      const response = await client.get(at.id, limit, queryOf(at, config.query_parameters), retryingFrom(config.retry));
      const { location, tags } = response;
      return {
        ...idsOf(at),
        location: typeof location === "string" ? location.replaceAll(" ", "").toLowerCase() : null,
        tags: tags ?? null,
        output: outputOf(at, response, config.response_export_values, client.settings.disableDefaultOutput),
        exists: true,
      };
    } catch (error) {
      if (!isExpected(error)) throw error;
      if (!(error instanceof ResponseError) || error.status !== 404) {
        const detail = `retrieving resource ${JSON.stringify(describe(at))}: ${error.message}`;
        throw new Failure({ summary: "Failed to retrieve resource", detail });
      }
      if (config.ignore_not_found === true) return { ...idsOf(at), exists: false };
      throw new Failure({
        summary: "Resource not found",
        detail: `resource ${JSON.stringify(describe(at))} not found`,
      });
    }
  },
};

const idsOf = (at: ResourceId): Values => ({ id: at.id, name: at.name, parent_id: at.parentId, resource_id: at.id });
