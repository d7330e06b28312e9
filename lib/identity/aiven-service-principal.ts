import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type TerraformProvider, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { AivenServicePrincipalFacts } from "../terraform/manifest";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { fullAddressOf, keepTags, protect } from "../terraform/resources";
import { requireChoice } from "../validation/options";

/**
 * Where Aiven's service principal comes from. A tenant has exactly one, shared by all its Aiven peerings; so do the constructs of a stack.
 */
export enum AivenServicePrincipalSource {
  /** This stack creates it, and removes it on destroy. Needs Application Administrator or Application.ReadWrite.All. */
  CREATE = "create",
  /** The tenant has it already, for another peering: it is looked up and never changed or removed. */
  EXISTING = "existing",
}

/**
 * Aiven's own application, which asks Azure for Aiven's connection of every peering; it shows up as `aiven-prod-executor`.
 * Source: https://aiven.io/docs/platform/howto/vnet-peering-azure
 */
const AIVEN_CLIENT_ID = "55f300d4-fc50-4c5e-9222-e90a6e2187fb";

/** The service principal of Aiven's application in the virtual network's tenant. */
export interface AivenServicePrincipal {
  readonly objectId: string;
  /** Aiven's own tenant, in which its application is registered and its networks are. */
  readonly applicationTenantId: string;
  /** Whether it is looked up, for the construct that asks for it. */
  readonly isLookedUp: boolean;
  readonly facts: AivenServicePrincipalFacts;
}

interface Known {
  readonly principal: Omit<AivenServicePrincipal, "isLookedUp">;
  readonly source: AivenServicePrincipalSource;
  readonly user: Construct;
}

const { CREATE, EXISTING } = AivenServicePrincipalSource;

const inStack = Registry.perStack<Known>();
const creator = Registry.perApp<Construct>();

/**
 * Aiven's service principal for a construct: one in a stack for each azuread provider, however many ask for it. It belongs to the stack,
 * so that it stays when the construct goes that was the first to ask.
 *
 * It is never adopted: an adopted one would be deleted on destroy, and every other Aiven peering of the tenant would lose its right.
 */
export function aivenServicePrincipal(
  user: Construct,
  source: AivenServicePrincipalSource | undefined,
  provider: TerraformProvider | undefined,
): AivenServicePrincipal {
  requireChoice(user, "aivenServicePrincipal", source, "AivenServicePrincipalSource", AivenServicePrincipalSource);
  const alias = provider?.alias ?? "";
  const known = inStack.find(user, alias);
  if (known === undefined) return withSource(create(user, source, alias, provider), source);
  if (known.source === EXISTING && source === CREATE) {
    refuse(
      user,
      `aivenServicePrincipal: "create" is not allowed, ${known.user.node.path} looks up the same one, which exists already; give EXISTING, or none`,
    );
  }
  return withSource(known, source);
}

const withSource = (known: Known, source: AivenServicePrincipalSource | undefined): AivenServicePrincipal => ({
  ...known.principal,
  isLookedUp: source === EXISTING || known.source === EXISTING,
});

function create(
  user: Construct,
  source: AivenServicePrincipalSource | undefined,
  alias: string,
  provider: TerraformProvider | undefined,
): Known {
  const stack = TerraformStack.of(user);
  const elsewhere = otherStackOf(user);
  if (elsewhere !== undefined && source === undefined) refuseSecond(user, elsewhere);
  // It has to be there when this stack is planned.
  if (elsewhere !== undefined && source === EXISTING && !elsewhere.dependsOn(stack)) stack.addDependency(elsewhere);
  if (source !== EXISTING) creator.add(user, "", user);

  const id = `aiven-azure-peering-aiven-service-principal${alias && `-${alias}`}`;
  const config = { clientId: AIVEN_CLIENT_ID, provider };
  const principal = protect(
    source === EXISTING ? new DataAzureadServicePrincipal(stack, id, config) : new ServicePrincipal(stack, id, config),
  );
  if (principal instanceof ServicePrincipal) keepTags(principal);
  const { objectId, applicationTenantId } = principal;
  const facts = { source: source ?? CREATE, address: fullAddressOf(principal), stack: stack.node.id };
  return inStack.add(user, alias, {
    principal: { objectId, applicationTenantId, facts },
    source: source ?? CREATE,
    user,
  });
}

/**
 * Refuses an identity of another stack that looks up what this stack creates: each of the two would have to be applied before the other.
 *
 * @param consumer the construct that peers by the identity
 */
export function refuseLookUpBeforeCreation(
  consumer: Construct,
  identity: IConstruct,
  principal: AivenServicePrincipal,
): void {
  const stack = TerraformStack.of(consumer);
  const [earlier, creating] = [TerraformStack.of(identity), creator.find(consumer, "")];
  if (earlier === stack || !principal.isLookedUp || creating === undefined) return;
  if (TerraformStack.of(creating) !== stack) return;
  refuse(
    consumer,
    `identity: ${identity.node.path} of the stack "${earlier.node.id}" looks up Aiven's service principal, which ${creating.node.path} of this stack ` +
      `creates only after that stack was applied; give aivenServicePrincipal: AivenServicePrincipalSource.CREATE ("create") to ` +
      `${identity.node.path} and EXISTING ("existing") to ${creating.node.path}`,
  );
}

/** The other stack of the app that creates it, if one does. */
function otherStackOf(user: Construct): TerraformStack | undefined {
  const other = creator.find(user, "");
  const stack = other && TerraformStack.of(other);
  return stack === TerraformStack.of(user) ? undefined : stack;
}

function refuseSecond(user: Construct, elsewhere: TerraformStack): never {
  const stack = TerraformStack.of(user);
  return refuse(
    user,
    `aivenServicePrincipal: missing, and the stack "${elsewhere.node.id}" creates Aiven's service principal already, of which a tenant has ` +
      `one; give AivenServicePrincipalSource.EXISTING ("existing") if both stacks are of one tenant, or CREATE ("create") if ` +
      `"${stack.node.id}" is of another one`,
  );
}
