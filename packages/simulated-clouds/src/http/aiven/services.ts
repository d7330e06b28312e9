import type { ServiceInput } from "../../clouds/aiven/services";
import { maybeText, object, text, textRecord, type JsonObject } from "../../clouds/json";
import { ok, route, type Request, type Route } from "../router";
import type { AivenRouteContext } from "../context";
import { serviceJson } from "./service-json";

const SERVICES = "/v1/project/:project/service";

export function serviceRoutes({ world, time, caller }: AivenRouteContext): Route[] {
  const { aiven, clock } = world;
  const { services } = aiven;
  const tags = new Map<string, Record<string, string>>();
  const key = ({ at }: Request): string => `${at.project}/${at.service}`;
  const shown = (service: ReturnType<typeof services.get>) => ok({ service: serviceJson(service, clock.timestamp()) });
  const get = (request: Request) => services.get(caller(request), request.at.project, request.at.service);
  return [
    route("POST", SERVICES, (request) => {
      const { body, at } = request;
      const input = { name: text(body.service_name), type: text(body.service_type), plan: text(body.plan) };
      const service = services.create(caller(request), at.project, {
        ...input,
        ...place(body),
        cloudName: text(body.cloud),
      });
      return shown(service);
    }),
    route("GET", SERVICES, (request) => {
      aiven.project(caller(request), request.at.project);
      const own = services.all.filter(({ project }) => project === request.at.project);
      return ok({ services: own.map((service) => serviceJson(service, clock.timestamp())) });
    }),
    route("GET", `${SERVICES}/:service`, (request) => {
      const service = get(request);
      if (service.state === "REBUILDING") time.notYet();
      return shown(service);
    }),
    route("PUT", `${SERVICES}/:service`, (request) => {
      const { body, at } = request;
      const changed: Partial<ServiceInput> = {
        ...(body.plan === undefined ? {} : { plan: text(body.plan) }),
        ...(body.cloud === undefined ? {} : { cloudName: text(body.cloud) }),
        ...place(body),
      };
      return shown(services.update(caller(request), at.project, at.service, changed));
    }),
    route("DELETE", `${SERVICES}/:service`, (request) => {
      services.delete(caller(request), request.at.project, request.at.service);
      tags.delete(key(request));
      return ok({});
    }),
    route("GET", `${SERVICES}/:service/tags`, (request) => {
      get(request);
      return ok({ tags: tags.get(key(request)) ?? {} });
    }),
    route("PUT", `${SERVICES}/:service/tags`, (request) => {
      get(request);
      tags.set(key(request), textRecord(request.body.tags));
      return ok({});
    }),
    // assumed: sizes of a small plan; no rule of the clouds looks at them
    route("GET", "/v1/project/:project/service-types/:type/plans/:plan", (request) => {
      aiven.project(caller(request), request.at.project);
      const { type, plan } = request.at;
      const disk = { disk_space_mb: 81920, disk_space_cap_mb: 81920, disk_space_step_mb: 0 };
      return ok({
        service_type: type,
        service_plan: plan,
        node_count: 1,
        ...disk,
        backup_config: { interval: 24, max_count: 2 },
      });
    }),
    route("GET", "/v1/project/:project/static-ips", (request) => {
      aiven.project(caller(request), request.at.project);
      return ok({ static_ips: [] });
    }),
  ];
}

/** Only what the body speaks of, so that an update leaves the rest. */
const place = (body: JsonObject): Partial<ServiceInput> => ({
  ...(body.project_vpc_id === undefined ? {} : { projectVpcId: maybeText(body.project_vpc_id) }),
  ...(body.termination_protection === undefined ? {} : { terminationProtection: body.termination_protection === true }),
  ...(body.user_config === undefined ? {} : { userConfig: object(body.user_config) }),
});
