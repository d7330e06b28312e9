import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type Pipeline,
} from "@azure/core-rest-pipeline";
import { clientOptions } from "./client";
import { CloudError, refusal, unreachable, type CloudName } from "./errors";
import type { Environment } from "./environment";
import { list, NotOfShape, object, optional, text, type Reader } from "./shape";
import { parseVisible } from "./text";

export interface Question {
  readonly cloud: CloudName;
  /** Where the cloud is. Nobody else is given the headers. */
  readonly endpoint: string;
  /** What is asked for below it, which may come from an answer. It begins with a slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it is put to the machine itself, which has no TLS. @default false */
  readonly isOfMachine?: boolean;
}

/** No answer is nearly as long; in bytes. */
const LONGEST_ANSWER = 16 * 1024 * 1024;
/** No list has nearly as many. */
const MOST_PAGES = 50;
/** So many questions are under way at a time. */
const AT_A_TIME = 12;

/** Puts questions to the clouds, each once; it only ever reads. */
export class Http {
  private readonly pipeline: Pipeline;
  private readonly client: HttpClient = createDefaultHttpClient();
  /** What was asked, by its address: nothing changes within the seconds of a run. */
  private readonly asked = new Map<string, Promise<unknown>>();
  /** Why a cloud cannot be reached at all, by its origin: it is not tried again. */
  private readonly lost = new Map<string, CloudError>();
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;
  /** How many requests were sent, those that were sent again not counted. */
  public requests = 0;

  constructor(env: Environment) {
    const { additionalPolicies, ...options } = clientOptions(env);
    this.pipeline = createPipelineFromOptions(options);
    for (const { policy } of additionalPolicies) this.pipeline.addPolicy(policy, { afterPhase: "Retry" });
  }

  /** @throws CloudError for whatever is no answer, or one of another form */
  async get<T>(question: Question, read: Reader<T>): Promise<T> {
    return this.read(question, await this.answer(question, urlOf(question)), read);
  }

  /** As `get`; undefined where there is no such thing. */
  async find<T>(question: Question, read: Reader<T>): Promise<T | undefined> {
    try {
      return await this.get(question, read);
    } catch (error) {
      if (error instanceof CloudError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All pages of a list, in Azure's form (`nextLink`) or in that of Microsoft Graph. */
  async list<T>(question: Question, read: Reader<T>): Promise<readonly T[]> {
    const { cloud } = question;
    const found: T[] = [];
    const seen = new Set<string>();
    for (let url: URL | undefined = urlOf(question); url !== undefined;) {
      if (seen.has(url.href)) throw endless(cloud, "names a page again that it has sent already");
      if (seen.size === MOST_PAGES) throw endless(cloud, `has more than ${MOST_PAGES} pages`);
      seen.add(url.href);
      const page: Page<T> = this.read(question, await this.answer(question, url), pageOf(read));
      found.push(...page.value);
      url = nextPage(question, url, page.nextLink ?? page["@odata.nextLink"]);
    }
    return found;
  }

  private read<T>({ cloud }: Question, body: unknown, read: Reader<T>): T {
    try {
      return read(body, "");
    } catch (error) {
      if (!(error instanceof NotOfShape)) throw error;
      throw new CloudError(`${cloud} sent a response of another form: ${error.message}`, {
        cloud,
        status: 200,
        remedy: "check whether a proxy responds instead",
      });
    }
  }

  private answer(question: Question, url: URL): Promise<unknown> {
    const known = this.asked.get(url.href) ?? this.inTurn(() => this.ask(question, url));
    this.asked.set(url.href, known);
    return known;
  }

  private async inTurn<T>(ask: () => Promise<T>): Promise<T> {
    if (this.underWay >= AT_A_TIME) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.underWay++;
    try {
      return await ask();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay--;
    }
  }

  private async ask({ cloud, headers = {}, isOfMachine = false }: Question, url: URL): Promise<unknown> {
    const lost = this.lost.get(url.origin);
    if (lost) throw lost;
    this.requests++;
    const tooLong = new AbortController();
    const request = createPipelineRequest({
      url: url.href,
      headers: createHttpHeaders({ accept: "application/json", ...headers }),
      abortSignal: tooLong.signal,
      allowInsecureConnection: isOfMachine,
      onDownloadProgress: ({ loadedBytes }) => {
        if (loadedBytes > LONGEST_ANSWER) tooLong.abort();
      },
    });
    const { status, bodyAsText } = await this.pipeline.sendRequest(this.client, request).catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      if (tooLong.signal.aborted) throw endless(cloud, `is longer than ${LONGEST_ANSWER / 1024 / 1024} MB`);
      const failed = unreachable(cloud, url, error);
      if (failed.isLost) this.lost.set(url.origin, failed);
      throw failed;
    });
    const body = parseVisible(bodyAsText ?? "");
    if (status < 200 || status > 299) throw refusal(cloud, status, body);
    if (body === undefined) {
      throw new CloudError(`${cloud} sent a response that is not JSON from ${url.origin}`, {
        cloud,
        status,
        remedy: "check whether a proxy responds instead",
      });
    }
    return body;
  }
}

/** Where a question goes. A path from an answer must not lead to another host, which would be given the token. */
function urlOf({ cloud, endpoint, path, query = {} }: Question): URL {
  const base = new URL(endpoint);
  const refused = () =>
    new CloudError(`${cloud} names "${path.slice(0, 200)}", which is no path of its own`, {
      cloud,
      remedy: "check whether a proxy responds instead",
    });
  if (!path.startsWith("/") || path.startsWith("//") || /[\\?#]|\/(\.|%2e){1,2}(\/|$)/i.test(path)) throw refused();
  let url: URL;
  try {
    url = new URL(`${endpoint.replace(/\/+$/, "")}${encodedOnce(path)}`);
  } catch {
    throw refused();
  }
  if (url.origin !== base.origin || url.username !== "" || url.password !== "") throw refused();
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** What is encoded already stays so. */
const encodedOnce = (path: string): string => encodeURI(path).replace(/%25([0-9A-F]{2})/gi, "%$1");

interface Page<T> {
  readonly value: readonly T[];
  readonly nextLink?: string;
  readonly "@odata.nextLink"?: string;
}

const pageOf = <T>(read: Reader<T>): Reader<Page<T>> =>
  object<Page<T>>({ value: list(read), nextLink: optional(text), "@odata.nextLink": optional(text) });

function nextPage({ cloud, endpoint }: Question, url: URL, named: string | undefined): URL | undefined {
  if (named === undefined || named === "") return undefined;
  let next: URL | undefined;
  try {
    next = new URL(named, url);
  } catch {
    // what is no address is at no host of the cloud
  }
  if (next?.origin === new URL(endpoint).origin && next.username === "" && next.password === "") return next;
  throw new CloudError(
    `${cloud} goes on with a list at another host, ${next?.origin ?? named.slice(0, 100)}, which is not asked`,
    {
      cloud,
      remedy: "check whether a proxy responds instead",
    },
  );
}

const endless = (cloud: CloudName, what: string): CloudError =>
  new CloudError(`${cloud} sent an answer that ${what}, and it is not read to its end`, {
    cloud,
    remedy: "check whether a proxy responds instead",
  });
