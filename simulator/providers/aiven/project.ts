import { text } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { handwritten, isNotFound } from "./errors";

/** `data.aiven_project`: whether a project is there. */
export const projectData: DataSourceBehaviour<AivenClient> = {
  read(config, { client: { api, caller } }) {
    const name = text(config.project);
    try {
      api.project(caller, name);
    } catch (error) {
      throw new Failure({ summary: isNotFound(error) ? `project ${name} not found` : handwritten(error) });
    }
    return { id: name };
  },
};
