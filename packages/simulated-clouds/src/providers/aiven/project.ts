import { ApiError } from "../../clouds/api-error";
import { text } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { handwritten, isNotFound } from "./errors";

/** `data.aiven_project`: whether a project is there, and the certificate authority of its services. */
export const projectData: DataSourceBehaviour<AivenClient> = {
  async read(config, { client }) {
    const name = text(config.project);
    try {
      client.api.project(client.caller, name);
    } catch (error) {
      throw new Failure({ summary: isNotFound(error) ? `project ${name} not found` : handwritten(error) });
    }
    return { id: name, ca_cert: await certificateAuthority(client, name) };
  },
};

/** The provider reads on without one where the API refuses it. */
async function certificateAuthority({ api, caller }: AivenClient, project: string): Promise<string> {
  try {
    return await api.authorities.get(caller, project);
  } catch (error) {
    if (error instanceof ApiError) return "";
    throw error;
  }
}
