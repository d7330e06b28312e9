import { sameGuid } from "./directory";
import type { Graph } from "./graph";
import type { Token } from "./tokens";

/** What has owners: an application, a service principal. */
export interface Ownable {
  readonly objectId: string;
  owners: string[];
}

/** The owners of applications, or of service principals. */
export class Owners {
  constructor(
    private readonly graph: Graph,
    private readonly collection: "applications" | "servicePrincipals",
    private readonly find: (token: Token, objectId: string) => Ownable,
  ) {}

  list(token: Token, objectId: string): readonly string[] {
    return this.graph.read(token, this.path(objectId), () => this.find(token, objectId).owners);
  }

  add(token: Token, objectId: string, owner: string): void {
    const ownable = this.find(token, objectId);
    this.graph.write(
      token,
      "POST",
      `${this.path(objectId)}/$ref`,
      (may) => may.mayManage(token, ownable),
      () => {
        ownable.owners = [...without(ownable.owners, owner), owner];
      },
    );
  }

  remove(token: Token, objectId: string, owner: string): void {
    const ownable = this.find(token, objectId);
    this.graph.write(
      token,
      "DELETE",
      `${this.path(objectId)}/${owner}/$ref`,
      (may) => may.mayManage(token, ownable),
      () => {
        ownable.owners = without(ownable.owners, owner);
      },
    );
  }

  private path(objectId: string): string {
    return `/${this.collection}/${objectId}/owners`;
  }
}

const without = (owners: readonly string[], owner: string): string[] => owners.filter((one) => !sameGuid(one, owner));
