import type { JsonObject } from "../clouds/json";

/** What clients sent and the clouds have no rule for: it is shown again as it was sent. */
export class SentBodies {
  private readonly byId = new Map<string, JsonObject>();

  get(id: string): JsonObject {
    return this.byId.get(id.toLowerCase()) ?? {};
  }

  put(id: string, sent: JsonObject): void {
    this.byId.set(id.toLowerCase(), sent);
  }

  /** With everything below it. */
  drop(id: string): void {
    const gone = id.toLowerCase();
    for (const key of this.byId.keys()) if (key === gone || key.startsWith(`${gone}/`)) this.byId.delete(key);
  }
}
