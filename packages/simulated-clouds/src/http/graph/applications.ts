import type { Application, SignInAudience } from "../../clouds/entra/directory";
import { notFound } from "../../clouds/entra/graph";
import { maybeText, object, objects, text, without, type JsonObject } from "../../clouds/json";
import { created, noContent, route, type Request, type Route } from "../router";
import { applicationJson } from "./application-json";
import { many, one } from "./collection";
import type { GraphRouteContext } from "../context";
import { namedOwners } from "./owners";

/** What the clouds keep by themselves, so that nothing else needs to. */
const KNOWN = ["displayName", "signInAudience", "keyCredentials", "passwordCredentials", "owners@odata.bind"];
export function applicationRoutes({ world, bodies, caller }: GraphRouteContext): Route[] {
  const { applications } = world.entra;
  const json = (application: Application): JsonObject => applicationJson(application, bodies.get(application.objectId));
  /** By object id, or by client id in the form of an alternate key. */
  const idOf = (request: Request): string => {
    const { id, clientId } = request.at;
    if (clientId === undefined) return id;
    const [found] = applications.list(caller(request), (candidate) => candidate.clientId === clientId);
    if (!found) throw notFound(clientId);
    return found.objectId;
  };
  const each = (method: string, path: string, handle: Route["handle"]): Route[] => [
    route(method, `/graph/:version/applications/:id${path}`, handle),
    route(method, `/graph/:version/applications(appId=':clientId')${path}`, handle),
  ];
  return [
    route("POST", "/graph/:version/applications", (request) => {
      const token = caller(request);
      const { displayName, signInAudience } = request.body;
      const audience = maybeText(signInAudience) as SignInAudience | undefined;
      const application = applications.create(token, {
        displayName: text(displayName),
        signInAudience: audience,
        owners: namedOwners(request.body),
      });
      bodies.put(application.objectId, { createdDateTime: world.clock.timestamp(), ...without(request.body, KNOWN) });
      return one(request, json(application), created);
    }),
    route("GET", "/graph/:version/applications", (request) =>
      many(request, applications.list(caller(request), () => true).map(json)),
    ),
    ...each("GET", "", (request) => one(request, json(applications.get(caller(request), idOf(request))))),
    ...each("PATCH", "", (request) => {
      const [token, id] = [caller(request), idOf(request)];
      const before = applications.get(token, id);
      const { displayName, signInAudience, keyCredentials } = request.body;
      const audience = maybeText(signInAudience) as SignInAudience | undefined;
      applications.update(token, id, {
        displayName: text(displayName) || before.displayName,
        signInAudience: audience,
      });
      bodies.put(id, { ...bodies.get(id), ...without(request.body, KNOWN) });
      if (keyCredentials !== undefined) replaceCertificates(request, before, objects(keyCredentials));
      return noContent;
    }),
    ...each("DELETE", "", (request) => {
      const id = idOf(request);
      applications.delete(caller(request), id);
      bodies.drop(id);
      return noContent;
    }),
  ];

  /** The list is set as a whole: an entry with a value is new, one without a value stays, and the others go. */
  function replaceCertificates(request: Request, before: Application, wanted: readonly JsonObject[]): void {
    const [token, { credentials }] = [caller(request), world.entra];
    const staying = wanted.map(({ keyId }) => text(keyId));
    for (const { keyId } of before.certificates.filter((one) => !staying.includes(one.keyId))) {
      credentials.removeCertificate(token, before.objectId, keyId);
    }
    for (const { key, keyId, ...rest } of wanted.filter((one) => text(one.key) !== "")) {
      if (before.certificates.some((one) => one.keyId === keyId)) continue;
      const given = { keyId: maybeText(keyId), value: text(key), ...lifetime(rest) };
      credentials.addCertificate(token, before.objectId, given);
    }
  }
}

export function lifetime(sent: JsonObject): { start?: number; end?: number } {
  const [start, end] = [sent.startDateTime, sent.endDateTime].map((at) => Date.parse(text(at)));
  return { start: Number.isNaN(start) ? undefined : start, end: Number.isNaN(end) ? undefined : end };
}

export const passwordCredential = (request: Request): JsonObject => object(request.body.passwordCredential);
