/**
 * Serves providers to Terraform from this process, offline.
 *
 * To check configurations against the real schemas, with no cloud behind them:
 *
 *     const served = await serveSchemas();
 *     try {
 *       const { code, text } = await runTerraform(["validate"], { cwd: folder, env: served.env });
 *     } finally {
 *       await served.stop();
 *     }
 *
 * (`runTerraform` is in ../terraform.ts; `init` works too and downloads nothing, `validate` does not need it.) Serve once per
 * test file, in beforeAll. Run Terraform asynchronously: spawnSync blocks the very thread that serves it.
 */
import { PrivateFolder } from "../private-folder";
import { Guard } from "./guard";
import type { Address } from "./listener";
import type { ProviderDefinition } from "./provider-definition";
import { ProviderServer } from "./provider-server";
import { PROVIDER_ADDRESSES, schemaOf } from "./schema-files";

export interface Served {
  /** Says where the providers are to terraform, tofu and cdktf; merge it into their environment. */
  readonly env: { readonly TF_REATTACH_PROVIDERS: string };
  /** The sockets are in it; what else belongs to the run may be put there. */
  readonly folder: PrivateFolder;
  /** Exchanges the providers' behaviour between two runs; an address that is not named keeps its own. */
  bind(definitions: readonly ProviderDefinition[]): void;
  /** Closes every socket, ends the guard process and removes the folder. */
  stop(): Promise<void>;
}

/** All providers with their real schemas and no behaviour: enough for init and validate. */
export const serveSchemas = (): Promise<Served> =>
  serve(PROVIDER_ADDRESSES.map((address) => ({ address, schema: schemaOf(address) })));

export async function serve(definitions: readonly ProviderDefinition[]): Promise<Served> {
  const folder = new PrivateFolder();
  const guard = new Guard(folder.path);
  const servers = definitions.map((definition) => new ProviderServer(definition));
  const stop = async () => {
    for (const server of servers) server.close();
    await guard.stop();
    folder.remove();
  };
  try {
    const attached = await Promise.all(
      servers.map(async (server) => {
        const socket = folder.at(server.address.replace("/", "-"));
        return [server.address, reattachment(guard.pid, await server.listen(socket))] as const;
      }),
    );
    return {
      folder,
      env: { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(attached)) },
      bind: (replaced) => {
        for (const definition of replaced) serverOf(servers, definition.address).bind(definition);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverOf(servers: ProviderServer[], address: string): ProviderServer {
  const server = servers.find((candidate) => candidate.address === address);
  if (!server) throw new Error(`${address} is not served`);
  return server;
}

/**
 * How Terraform reaches a provider it did not start. The addresses carry no registry: Terraform and OpenTofu each add
 * their own. Without Test, Terraform would kill the process and ignore the protocol's version.
 */
const reattachment = (pid: number, Addr: Address) => ({
  Protocol: "grpc",
  ProtocolVersion: 6,
  Pid: pid,
  Test: true,
  Addr,
});
