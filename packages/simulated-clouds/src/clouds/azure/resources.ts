import { inScope, sameId, typeOf } from "./resource-id";

export type Properties = Readonly<Record<string, unknown>>;

export interface ArmResource<P = Properties> {
  readonly id: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly properties: P;
}

/** Everything that has an ARM id and belongs to a resource group, the groups themselves included. */
export class Resources {
  private readonly byId = new Map<string, ArmResource<unknown>>();

  get<P = Properties>(id: string): ArmResource<P> | undefined {
    return this.byId.get(id.toLowerCase()) as ArmResource<P> | undefined;
  }

  /** A resource keeps the spelling of its id from its creation. */
  put<P>(resource: ArmResource<P>): ArmResource<P> {
    const kept = { ...resource, id: this.get(resource.id)?.id ?? resource.id };
    this.byId.set(resource.id.toLowerCase(), kept);
    return kept;
  }

  delete(id: string): void {
    this.byId.delete(id.toLowerCase());
  }

  all(): ArmResource<unknown>[] {
    return [...this.byId.values()];
  }

  /** All below the id, children of children too. */
  within(id: string): ArmResource<unknown>[] {
    return this.all().filter((resource) => inScope(id, resource.id) && !sameId(id, resource.id));
  }

  ofType<P = Properties>(type: string, within: string): ArmResource<P>[] {
    return this.within(within).filter((resource) => sameId(typeOf(resource.id), type)) as ArmResource<P>[];
  }
}
