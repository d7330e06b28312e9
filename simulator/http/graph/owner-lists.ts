import type { Token } from "../../clouds/entra/tokens";
import { texts, type JsonObject } from "../json";

/** Who owns applications and principals: it changes nothing of what the simulated Entra allows, so only the front knows it. */
export class Owners {
  private readonly byId = new Map<string, Set<string>>();

  of(id: string): Set<string> {
    const owners = this.byId.get(id) ?? new Set();
    this.byId.set(id, owners);
    return owners;
  }

  /** Whoever is named at the creation; else who creates. */
  begin(id: string, body: JsonObject, { principalObjectId }: Token): void {
    const named = texts(body["owners@odata.bind"]).map(lastSegment);
    (named.length > 0 ? named : [principalObjectId]).forEach((owner) => this.of(id).add(owner));
  }
}

export const lastSegment = (reference: string): string => reference.split("/").at(-1) ?? "";
