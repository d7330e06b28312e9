import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  RestError,
  type HttpClient,
  type Pipeline,
} from "@azure/core-rest-pipeline";
import { clientOptions } from "./client";
import { CloudError, type CloudName } from "./errors";
import type { Environment } from "./environment";
import { refusal, unreachable } from "./errors";

export interface Question {
  readonly cloud: CloudName;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Puts questions to the clouds; it only ever reads. */
export class Http {
  private readonly pipeline: Pipeline;
  private readonly client: HttpClient = createDefaultHttpClient();

  constructor(env: Environment) {
    const { additionalPolicies, ...options } = clientOptions(env);
    this.pipeline = createPipelineFromOptions(options);
    for (const { policy } of additionalPolicies) this.pipeline.addPolicy(policy, { afterPhase: "Retry" });
  }

  /** @throws CloudError for whatever is no answer in JSON */
  async get<T>(question: Question): Promise<T> {
    const { cloud, url, headers = {} } = question;
    const request = createPipelineRequest({
      url,
      headers: createHttpHeaders({ accept: "application/json", ...headers }),
    });
    const { status, bodyAsText } = await this.pipeline.sendRequest(this.client, request).catch((error: unknown) => {
      throw error instanceof RestError || error instanceof Error ? unreachable(cloud, url, error) : error;
    });
    const body = parsed(bodyAsText ?? "");
    if (status < 200 || status > 299) throw refusal(cloud, status, body);
    if (body === undefined) {
      throw new CloudError(`${cloud} sent a response that is not JSON from ${new URL(url).origin}`, {
        cloud,
        status,
        remedy: "check whether a proxy responds instead",
      });
    }
    return body as T;
  }

  /** As `get`; undefined where there is no such thing. */
  async find<T>(question: Question): Promise<T | undefined> {
    try {
      return await this.get<T>(question);
    } catch (error) {
      if (error instanceof CloudError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All pages of a list, in Azure's form (`nextLink`) or in that of Microsoft Graph. */
  async list<T>(question: Question): Promise<T[]> {
    const found: T[] = [];
    let url: string | undefined = question.url;
    while (url !== undefined) {
      const page: Page<T> = await this.get<Page<T>>({ ...question, url });
      found.push(...(page.value ?? []));
      const next: string | undefined = page.nextLink ?? page["@odata.nextLink"];
      // a token must not follow a link to somewhere else
      url = next !== undefined && new URL(next).origin === new URL(question.url).origin ? next : undefined;
    }
    return found;
  }
}

interface Page<T> {
  readonly value?: readonly T[];
  readonly nextLink?: string;
  readonly "@odata.nextLink"?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
