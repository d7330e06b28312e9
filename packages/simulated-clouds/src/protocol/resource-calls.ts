import { fromDynamic, toDynamic, UNKNOWN, type DynamicValue, type Values } from "./cty";
import { Failure, pathMessage, type Path } from "./diagnostics";
import { equal } from "./equality";
import { privateFromBytes, privateToBytes, type Call } from "./instance";
import type {
  ApplyRequest,
  ApplyResponse,
  ImportRequest,
  ImportResponse,
  MoveRequest,
  MoveResponse,
  PlanRequest,
  PlanResponse,
  ReadRequest,
  ReadResponse,
} from "./messages";
import { complete, replacements } from "./planning";
import type { ProviderDefinition, ResourceBehaviour } from "./provider-definition";
import { emptyOf, membersOf, nestedBlockOf, type Attribute, type Block } from "./schema";
import type { CtyType } from "./cty-type";
import { brokenPromise, settle } from "./settling";
import { timeoutOf } from "./duration";

interface Resource {
  behaviour: ResourceBehaviour;
  block: Block;
  type: CtyType;
}

function resourceOf(definition: ProviderDefinition, typeName: string): Resource {
  const behaviour = definition.resources?.[typeName];
  const block = definition.schema.resource_schemas?.[typeName]?.block;
  if (!behaviour || !block) throw new Failure({ summary: `the simulator has no behaviour for ${typeName}` });
  return { behaviour, block, type: ["object", membersOf(block)] };
}

const objectFrom = (dynamic: DynamicValue | undefined, type: CtyType) => fromDynamic(dynamic, type) as Values | null;

export async function readResource(request: ReadRequest, call: Call): Promise<ReadResponse> {
  const { behaviour, type } = resourceOf(call.instance.definition, request.type_name);
  const current = objectFrom(request.current_state, type) as Values;
  const kept = privateFromBytes(request.private);
  const context = call.context(request.type_name, timeoutOf("read", current, behaviour.timeouts), kept);
  const found = await behaviour.read(current, context);
  return { new_state: toDynamic(found && settle(current, found), type), private: privateToBytes(kept) };
}

export async function planResource(request: PlanRequest, call: Call): Promise<PlanResponse> {
  const { behaviour, block, type } = resourceOf(call.instance.definition, request.type_name);
  const [prior, proposed] = [objectFrom(request.prior_state, type), objectFrom(request.proposed_new_state, type)];
  if (!proposed) return { planned_state: toDynamic(null), planned_private: request.prior_private };

  const config = objectFrom(request.config, type) as Values;
  const planned = complete(block, proposed, config, prior ?? undefined, behaviour.defaults);
  const replace: Path[] = [];
  const kept = privateFromBytes(request.prior_private);
  const timeout = timeoutOf(prior ? "update" : "create", planned, behaviour.timeouts);
  await behaviour.plan?.(
    { prior, config, planned, replace: (path) => replace.push(path) },
    call.context(request.type_name, timeout, kept),
  );
  if (prior) {
    replace.push(...replacements(block, behaviour.forceNew ?? [], prior, planned));
    const changed = !equal(type, prior, planned);
    for (const name of changed ? (behaviour.recomputed ?? []) : []) {
      if ((config[name] ?? null) === null) planned[name] = UNKNOWN;
    }
  }
  return {
    planned_state: toDynamic(planned, type),
    planned_private: privateToBytes(kept),
    requires_replace: replace.map(pathMessage),
    legacy_type_system: isLegacy(behaviour, block),
  };
}

/** Only a default for an attribute that is not computed needs Terraform to look away. */
function isLegacy(behaviour: ResourceBehaviour, block: Block): boolean {
  const needed = Object.keys(behaviour.defaults ?? {}).some((path) => !attributeAt(block, path.split(".")).computed);
  return behaviour.legacyTypeSystem ?? needed;
}

function attributeAt(block: Block, [name, ...rest]: string[]): Attribute {
  const attribute = block.attributes?.[name];
  const nested = (attribute ? nestedBlockOf(attribute) : block.block_types?.[name])?.block;
  if (attribute && rest.length === 0) return attribute;
  if (!nested) throw new Error(`defaults name ${name}, which the schema does not have`);
  return attributeAt(nested, rest);
}

/** What an SDK provider's result must keep to: what it computes may turn out otherwise even where it seemed known. */
function argumentsOf(block: Block, unplanned: readonly string[] = []): CtyType {
  const computed = (name: string) => unplanned.includes(name) || (block.attributes?.[name]?.computed ?? false);
  return ["object", Object.fromEntries(Object.entries(membersOf(block)).filter(([name]) => !computed(name)))];
}

export async function applyResource(request: ApplyRequest, call: Call): Promise<ApplyResponse> {
  const { behaviour, block, type } = resourceOf(call.instance.definition, request.type_name);
  const [prior, planned] = [objectFrom(request.prior_state, type), objectFrom(request.planned_state, type)];
  const kept = privateFromBytes(request.planned_private);
  const operation = planned === null ? "delete" : prior === null ? "create" : "update";
  const timeout = timeoutOf(operation, planned ?? prior ?? {}, behaviour.timeouts);
  const applied = (state: Values | null): ApplyResponse => ({
    new_state: toDynamic(state, type),
    private: privateToBytes(kept),
    legacy_type_system: isLegacy(behaviour, block),
  });
  try {
    const results = await perform(behaviour, prior, planned, call.context(request.type_name, timeout, kept));
    if (!planned || !results) return applied(null);
    const state = settle(planned, results);
    const broken = isLegacy(behaviour, block)
      ? brokenPromise(argumentsOf(block, behaviour.unplanned), planned, state)
      : undefined;
    if (broken !== undefined) throw new Error(`${request.type_name} broke its plan at ${broken}`);
    return applied(state);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    call.report(error.diagnostics);
    return applied(error.state ? settle(planned ?? prior ?? {}, error.state) : prior);
  }
}

async function perform(
  behaviour: ResourceBehaviour,
  prior: Values | null,
  planned: Values | null,
  context: ReturnType<Call["context"]>,
): Promise<Values | undefined> {
  if (planned && prior) {
    if (!behaviour.update) throw new Error(`${context.typeName} has no update, yet one was planned`);
    return behaviour.update(prior, planned, context);
  }
  if (planned) return behaviour.create(planned, context);
  await behaviour.delete(prior as Values, context);
  return undefined;
}

export async function importResource(request: ImportRequest, call: Call): Promise<ImportResponse> {
  const { behaviour, block, type } = resourceOf(call.instance.definition, request.type_name);
  const kept = {};
  const context = call.context(request.type_name, timeoutOf("read", {}, behaviour.timeouts), kept);
  const known = behaviour.importState ? await behaviour.importState(request.id, context) : { id: request.id };
  const state = toDynamic(settle(emptyOf(block), known), type);
  return { imported_resources: [{ type_name: request.type_name, state, private: privateToBytes(kept) }] };
}

/** The state of another type's resource, taken over under this type. */
export async function moveResource(request: MoveRequest, call: Call): Promise<MoveResponse> {
  const { behaviour, block, type } = resourceOf(call.instance.definition, request.target_type_name);
  // the words of the SDK that azurerm, azuread and aiven are written with
  if (!behaviour.moveState) {
    throw new Failure({
      summary: "Move Resource State Not Supported",
      detail: `The "${request.target_type_name}" resource type does not support moving resource state across resource types.`,
    });
  }
  const kept = {};
  const source = { typeName: request.source_type_name, state: fromDynamic(request.source_state) as Values };
  const known = await behaviour.moveState(source, call.context(request.target_type_name, 0, kept));
  const state = settle(emptyOf(block), known);
  return { target_state: toDynamic(state, type), target_private: privateToBytes(kept) };
}
