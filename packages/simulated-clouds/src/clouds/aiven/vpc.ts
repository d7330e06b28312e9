export type VpcState = "APPROVED" | "ACTIVE" | "DELETING" | "DELETED";

export interface Vpc {
  readonly id: string;
  readonly project: string;
  readonly cloudName: string;
  readonly networkCidr: string;
  readonly createTime: number;
  state: VpcState;
}
