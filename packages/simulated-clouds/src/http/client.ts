import { request } from "node:https";
import type { World } from "../clouds/world";
import type { HttpClouds } from "./server";

/** What an API returns: any depth of names, and a word at the end. */
export type Body = string & { readonly [name: string]: Body };

export const first = (list: Body): Body => (list as unknown as Body[])[0];

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed from JSON; undefined where there is no body. */
  readonly body: Body;
}

export interface Sent {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

/** A plain REST client: it has a URL, and trust in the certificate of the server. */
export class RestClient {
  constructor(
    readonly world: World,
    readonly clouds: HttpClouds,
  ) {}

  send(method: string, path: string, { token, headers = {}, json, form }: Sent = {}): Promise<Response> {
    const content = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json);
    const type = form ? "application/x-www-form-urlencoded" : "application/json";
    const sent = { ...(content === undefined ? {} : { "content-type": type }), ...headers };
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const url = path.startsWith("/") ? this.clouds.origin + path : path;
    const options = { method, ca: this.clouds.certificate, headers: { ...sent, ...authorization } };
    return new Promise((resolve, reject) => {
      request(url, options, (incoming) => {
        let text = "";
        incoming.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        incoming.on("end", () => {
          const body: unknown = text === "" ? undefined : JSON.parse(text);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: body as Body });
        });
      })
        .on("error", reject)
        .end(content);
    });
  }

  readonly get = (path: string, sent?: Sent) => this.send("GET", path, sent);
  readonly put = (path: string, json: unknown, sent?: Sent) => this.send("PUT", path, { ...sent, json });
  readonly post = (path: string, json: unknown, sent?: Sent) => this.send("POST", path, { ...sent, json });
  readonly patch = (path: string, json: unknown, sent?: Sent) => this.send("PATCH", path, { ...sent, json });
  readonly delete = (path: string, sent?: Sent) => this.send("DELETE", path, sent);

  /** A token by client credentials. */
  askToken(tenantId: string, form: Readonly<Record<string, string>>, audience = `${this.clouds.origin}/`) {
    const grant = { grant_type: "client_credentials", scope: `${audience}/.default` };
    return this.send("POST", `/${tenantId}/oauth2/v2.0/token`, { form: { ...grant, ...form } });
  }

  /** A token of whoever runs Terraform, who signs in with a client secret. */
  async deployerToken(api: "arm" | "graph" = "arm"): Promise<string> {
    const { ARM_CLIENT_ID: client_id, ARM_CLIENT_SECRET: client_secret } = this.world.deployer.environment;
    const audience = `${this.clouds.origin}${api === "graph" ? "/graph" : ""}`;
    const { body } = await this.askToken(this.world.settings.customer.tenantId, { client_id, client_secret }, audience);
    return body.access_token;
  }

  /** Looks again until it holds, as a provider would. */
  async until(path: string, holds: (response: Response) => boolean, sent?: Sent): Promise<Response> {
    for (let looks = 0; looks < 200; looks++) {
      const response = await this.get(path, sent);
      if (holds(response)) return response;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`GET ${path} never returns what is waited for`);
  }

  /** Follows a long-running operation to its end. */
  async settled({ headers }: Response, sent?: Sent): Promise<Response> {
    const operation = headers["azure-asyncoperation"];
    if (typeof operation !== "string") throw new Error("there is no operation to follow");
    const ended = await this.until(operation, ({ body }) => body.status !== "InProgress", sent);
    if (ended.body.status !== "Succeeded") throw new Error(JSON.stringify(ended.body));
    return ended;
  }

  async close(): Promise<void> {
    this.world.clock.stop();
    await this.clouds.close();
  }
}
