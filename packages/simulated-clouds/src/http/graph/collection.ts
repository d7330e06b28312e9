import { ApiError } from "../../clouds/api-error";
import { text, type JsonObject } from "../../clouds/json";
import { ok, type Response, type Request } from "../router";

/** One object, cut down to what `$select` names. */
export function one(request: Request, entity: JsonObject, respond: (body: object) => Response = ok): Response {
  const selected = request.query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const chosen = Object.entries(entity).filter(([name]) => !selected || name === "id" || selected.includes(name));
  return respond({
    "@odata.context": `${request.origin}/graph/v1.0/$metadata#${context(request)}/$entity`,
    ...Object.fromEntries(chosen),
  });
}

/** Those that `$filter` admits: equality of one property or several, which is all that is asked here. */
export function many(request: Request, entities: readonly JsonObject[]): Response {
  const admitted = entities.filter(filterOf(request.query.get("$filter") ?? ""));
  const top = Number(request.query.get("$top") ?? Infinity);
  return ok({
    "@odata.context": `${request.origin}/graph/v1.0/$metadata#${context(request)}`,
    value: admitted.slice(0, top),
  });
}

const context = ({ path }: Request): string => path.split("/").slice(3).join("/");

function filterOf(filter: string): (entity: JsonObject) => boolean {
  const wanted = filter
    .split(/ and /i)
    .filter((clause) => clause.trim() !== "")
    .map((clause) => {
      const match = /^\(?\s*(\w+) eq '((?:[^']|'')*)'\s*\)?$/i.exec(clause.trim());
      if (!match)
        throw new ApiError(400, "Request_UnsupportedQuery", `Unsupported or invalid query filter clause: ${clause}`);
      return [match[1], match[2].replaceAll("''", "'")] as const;
    });
  return (entity) => wanted.every(([name, value]) => text(entity[name]).toLowerCase() === value.toLowerCase());
}
