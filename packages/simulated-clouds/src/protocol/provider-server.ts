import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { fromDynamic, toDynamic, type Values } from "./cty";
import { diagnosticMessage, Failure, type Diagnostic } from "./diagnostics";
import { Instance, type Call } from "./instance";
import { Listener, type Address } from "./listener";
import type {
  ConfigRequest,
  DataSourceResponse,
  DiagnosticMessage,
  TypedConfigRequest,
  UpgradeRequest,
  UpgradeResponse,
} from "./messages";
import type { ProviderDefinition } from "./provider-definition";
import { applyResource, importResource, moveResource, planResource, readResource } from "./resource-calls";
import { emptyOf, membersOf, type ProviderSchema, type Schema } from "./schema";
import { schemaMessage } from "./schema-message";
import { settle } from "./settling";

const protocol = grpc.loadPackageDefinition(
  loadSync(path.join(__dirname, "tfplugin6.proto"), { keepCase: true, longs: Number, enums: String, oneofs: true }),
).tfplugin6 as grpc.GrpcObject;
const { service } = protocol.Provider as grpc.ServiceClientConstructor;

const encodedSchemas = new WeakMap<object, Buffer>();

/** Every terraform process asks for all schemas, and they never change: each is encoded once. */
const withEncodedSchemas = ({ GetProviderSchema: method }: typeof service) => ({
  ...service,
  GetProviderSchema: {
    ...method,
    responseSerialize: ({ schema }: { schema: ProviderSchema }) => {
      const encoded =
        encodedSchemas.get(schema) ?? method.responseSerialize({ ...schemaMessage(schema), diagnostics: [] });
      encodedSchemas.set(schema, encoded);
      return encoded;
    },
  },
});

type Response = { diagnostics?: DiagnosticMessage[]; schema?: ProviderSchema };
type Handler<Request> = (request: Request, call: Call, peer: string) => Response | Promise<Response>;

/** One provider on a socket. What it behaves like can be exchanged while it listens. */
export class ProviderServer {
  private readonly server = new grpc.Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.enable_channelz": 0,
  });
  private readonly listener = new Listener(this.server);
  private readonly instances = new Map<string, Instance>();

  constructor(private definition: ProviderDefinition) {
    this.server.addService(withEncodedSchemas(service), this.handlers());
  }

  get address(): string {
    return this.definition.address;
  }

  /** From now on, behave like `definition`: another world's provider with the same schema. */
  bind(definition: ProviderDefinition): void {
    this.definition = definition;
    this.instances.clear();
  }

  /** @param path - of the socket */
  listen(path: string): Promise<Address> {
    return this.listener.listen(path);
  }

  close(): void {
    this.listener.close();
    this.server.forceShutdown();
  }

  /** Terraform opens one connection per provider instance, so the connection says which alias it is. */
  private instanceAt(peer: string): Instance {
    let instance = this.instances.get(peer);
    if (!instance) this.instances.set(peer, (instance = new Instance(this.definition)));
    return instance;
  }

  private handlers(): grpc.UntypedServiceImplementation {
    return {
      GetProviderSchema: this.rpc(() => ({ schema: this.definition.schema })),
      ValidateProviderConfig: this.rpc<ConfigRequest>(({ config }, { instance }) =>
        checked(instance.definition.validateConfig?.(objectFrom(config))),
      ),
      ConfigureProvider: this.rpc<ConfigRequest>((request, call, peer) => this.configure(request, call, peer)),
      ValidateResourceConfig: this.rpc<TypedConfigRequest>(({ type_name, config }, { instance }) =>
        checked(
          instance.definition.resources?.[type_name]?.validate?.(
            objectFrom(config, instance.definition.schema.resource_schemas?.[type_name]),
          ),
        ),
      ),
      ValidateDataResourceConfig: this.rpc<TypedConfigRequest>(({ type_name, config }, { instance }) =>
        checked(
          instance.definition.dataSources?.[type_name]?.validate?.(
            objectFrom(config, instance.definition.schema.data_source_schemas?.[type_name]),
          ),
        ),
      ),
      UpgradeResourceState: this.rpc(upgradeState),
      ReadResource: this.rpc(readResource),
      PlanResourceChange: this.rpc(planResource),
      ApplyResourceChange: this.rpc(applyResource),
      ImportResourceState: this.rpc(importResource),
      MoveResourceState: this.rpc(moveResource),
      ReadDataSource: this.rpc(readDataSource),
      StopProvider: this.rpc((_request, { instance }) => {
        instance.stop();
        return {};
      }),
    };
  }

  private async configure({ config }: ConfigRequest, call: Call, peer: string): Promise<Response> {
    const instance = new Instance(this.definition);
    this.instances.set(peer, instance);
    instance.client = await this.definition.configure?.(objectFrom(config), call.context(this.address));
    return {};
  }

  /** Runs a handler: what it reports and an expected error become diagnostics, anything else a plugin error. */
  private rpc<Request>(handler: Handler<Request>): grpc.handleUnaryCall<Request, Response> {
    return (unary, respond) => {
      const { definition } = this;
      definition.onActivity?.();
      const cancelled = new AbortController();
      // with a reason, or each call would build an exception and its stack trace at its end
      unary.on("cancelled", () => cancelled.abort("cancelled"));
      const call = this.instanceAt(unary.getPeer()).call(cancelled.signal);
      const handled = async () => handler(unary.request, call, unary.getPeer());
      handled()
        .catch((error: unknown): Response => {
          if (!(error instanceof Failure)) throw error;
          call.report(error.diagnostics);
          return {};
        })
        .finally(() => definition.onActivity?.())
        .then(
          (response) =>
            respond(null, { ...response, diagnostics: [...(response.diagnostics ?? []), ...call.diagnostics] }),
          (error: Error) => respond({ code: grpc.status.INTERNAL, message: error.stack }),
        );
    };
  }
}

const checked = (found: Diagnostic[] = []): Response => ({ diagnostics: found.map(diagnosticMessage) });

const objectFrom = (dynamic: ConfigRequest["config"], schema?: Schema) =>
  fromDynamic(dynamic, schema && ["object", membersOf(schema.block)]) as Values;

// the state file's own JSON: exact numbers, no conversion; the simulator knows one version of each schema
const upgradeState = ({ raw_state }: UpgradeRequest): UpgradeResponse => ({ upgraded_state: { json: raw_state.json } });

async function readDataSource({ type_name, config }: TypedConfigRequest, call: Call): Promise<DataSourceResponse> {
  const { definition } = call.instance;
  const behaviour = definition.dataSources?.[type_name];
  const schema = definition.schema.data_source_schemas?.[type_name];
  if (!behaviour || !schema) throw new Failure({ summary: `the simulator has no behaviour for data.${type_name}` });
  const asked = { ...emptyOf(schema.block), ...objectFrom(config, schema) };
  const found = settle(asked, await behaviour.read(asked, call.context(type_name)));
  return { state: toDynamic(found, ["object", membersOf(schema.block)]) };
}
