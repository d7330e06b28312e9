import type { World } from "../clouds/world";
import type { PrivateFolder } from "../private-folder";
import { ok, route, type Route } from "./router";

const PATH = "/pipeline/token";

/** Where a job of a pipeline asks for a fresh token of its own, in the form that GitHub gives it. */
export const pipelineRoutes = (world: World): Route[] => {
  const { pipeline } = world.deployer;
  if (!pipeline) return [];
  return [
    route("GET", PATH, ({ headers }) => {
      const shown = /^bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
      return ok({ count: 1, value: pipeline.request(shown) });
    }),
  ];
};

/** What the job's environment says of it, where its address and its file are real ones. */
export function pipelineEnvironment(
  { deployer }: World,
  origin: string,
  folder: PrivateFolder,
): Record<string, string> {
  const { pipeline } = deployer;
  if (pipeline?.environment.ARM_OIDC_REQUEST_URL !== undefined)
    return { ARM_OIDC_REQUEST_URL: `${origin}${PATH}?job=1` };
  if (pipeline?.environment.ARM_OIDC_TOKEN_FILE_PATH === undefined) return {};
  return { ARM_OIDC_TOKEN_FILE_PATH: folder.write("oidc-token", pipeline.issue()) };
}
