import type { FederatedCredential } from "../../clouds/entra/directory";
import { notFound } from "../../clouds/entra/graph";
import { maybeText, text, texts, type JsonObject } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { lifetime, passwordCredential } from "./applications";
import { passwordJson } from "./application-json";
import { many, one } from "./collection";
import type { GraphRouteContext } from "../context";

const APPLICATION = "/graph/:version/applications/:id";
const FEDERATED = `${APPLICATION}/federatedIdentityCredentials`;

/** Secrets and federated credentials; certificates are a property of their application. */
export function credentialRoutes({ world, caller }: GraphRouteContext): Route[] {
  const { applications, credentials } = world.entra;
  const list = (request: Request): FederatedCredential[] =>
    applications.get(caller(request), request.at.id).federatedCredentials;
  const find = (request: Request): FederatedCredential => {
    const { credential } = request.at;
    const found = list(request).find(({ id, name }) => id === credential || name === credential);
    if (!found) throw notFound(credential);
    return found;
  };
  return [
    route("POST", `${APPLICATION}/addPassword`, (request) => {
      const sent = passwordCredential(request);
      const input = { displayName: text(sent.displayName), ...lifetime(sent) };
      return ok(passwordJson(credentials.addPassword(caller(request), request.at.id, input), true));
    }),
    route("POST", `${APPLICATION}/removePassword`, (request) => {
      credentials.removePassword(caller(request), request.at.id, text(request.body.keyId));
      return noContent;
    }),
    route("GET", FEDERATED, (request) => many(request, list(request).map(federatedJson))),
    route("POST", FEDERATED, (request) => {
      const { name, issuer, subject, audiences, description } = request.body;
      const credential = credentials.addFederated(caller(request), request.at.id, {
        name: text(name),
        issuer: text(issuer),
        subject: text(subject),
        audiences: texts(audiences),
        description: maybeText(description),
      });
      return one(request, federatedJson(credential), created);
    }),
    route("GET", `${FEDERATED}/:credential`, (request) => one(request, federatedJson(find(request)))),
    route("PATCH", `${FEDERATED}/:credential`, (request) => {
      const { issuer, subject, audiences, description } = { ...federatedJson(find(request)), ...request.body };
      const changed = { issuer: text(issuer), subject: text(subject), audiences: texts(audiences) };
      const input = { ...changed, description: maybeText(description) };
      credentials.updateFederated(caller(request), request.at.id, find(request).id, input);
      return noContent;
    }),
    route("DELETE", `${FEDERATED}/:credential`, (request) => {
      credentials.removeFederated(caller(request), request.at.id, find(request).id);
      return noContent;
    }),
  ];
}

const federatedJson = ({ id, name, issuer, subject, audiences, description }: FederatedCredential): JsonObject => ({
  id,
  name,
  issuer,
  subject,
  audiences: [...audiences],
  description: description || null,
});
