import type { Owner } from "./gateway";

export type VpcState = "APPROVED" | "ACTIVE" | "DELETING" | "DELETED";

export interface Vpc {
  readonly id: string;
  readonly owner: Owner;
  readonly cloudName: string;
  readonly networkCidr: string;
  readonly displayName: string;
  readonly createTime: number;
  state: VpcState;
}
