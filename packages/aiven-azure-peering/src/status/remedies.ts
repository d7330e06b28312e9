import { removeAzurePeering, removeConnection, TUTORIAL } from "../report/commands";
import { plain, remedyOf, type AzurePeeringProviderName } from "../troubleshooting/row";
import { ROWS, type RowName } from "../troubleshooting/rows";
import type { NetworkScope } from "./scopes";

const APPLY = "`terraform apply`";

/** An apply where there is a stack; without one what a person does instead. */
export const applyOr = ({ hasStack }: { readonly hasStack: boolean }, byHand: string): string =>
  hasStack ? APPLY : byHand;

/** The remedy of a row, which speaks of Terraform; without a stack another one. */
export const rowsRemedyOr = (
  { hasStack }: { readonly hasStack: boolean },
  row: RowName,
  byHand: string,
  provider?: AzurePeeringProviderName,
): string => (hasStack ? remedyOf(ROWS[row], provider) : byHand);

/** Removes what is there of a peering, so that it can be made again as the tutorial has it. */
export function againByHand({ sides: { aiven, azure }, project = "", vpc }: NetworkScope): string {
  return [
    ...(azure ? [removeAzurePeering(azure.id)] : []),
    ...(aiven ? [removeConnection(project, vpc?.project_vpc_id ?? "", aiven)] : []),
    `then create the peering again: ${TUTORIAL}`,
  ].join("\n");
}

export const CREATE_BY_HAND = `create it: ${TUTORIAL}`;

export const ROTATE = plain("rotate it before: [rotate the client secret](signing-in.md#rotating-the-client-secret)");
