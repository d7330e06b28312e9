import { sameGuid } from "../../clouds/entra/directory";
import type { Owners } from "../../clouds/entra/owners";
import { texts, type Value, type Values } from "../../protocol/cty";
import { attempting } from "../azure-sdk/errors";
import type { AzureadClient } from "./client";

/** Whoever Terraform acts as is among the owners until all is made. */
export const ownersAtFirst = ({ account }: AzureadClient, planned: Values): string[] => [
  account.objectId,
  ...texts(planned.owners).filter((owner) => !sameGuid(owner, account.objectId)),
];

/** azuread takes whoever Terraform acts as away again, unless the configuration names it. */
export async function leaveToOwners(
  client: AzureadClient,
  owners: Owners,
  objectId: string,
  planned: Values,
  signal: AbortSignal,
): Promise<void> {
  const caller = client.account.objectId;
  if (texts(planned.owners).some((owner) => sameGuid(owner, caller))) return;
  await attempting(`Could not remove initial owner from object with ID: "${objectId}"`, () =>
    client.write(signal, (token) => owners.remove(token, objectId, caller)),
  );
}

/** Where the configuration names none, azuread leaves them as they are. */
export async function changeOwners(
  client: AzureadClient,
  owners: Owners,
  objectId: string,
  planned: Values,
  signal: AbortSignal,
): Promise<void> {
  const wanted = texts(planned.owners);
  if (wanted.length === 0) return;
  const before = client.graph((token) => owners.list(token, objectId));
  const without = (list: readonly string[], others: readonly string[]): string[] =>
    list.filter((one) => !others.some((other) => sameGuid(one, other)));
  await attempting(`Could not change the owners of object with ID: "${objectId}"`, async () => {
    for (const owner of without(wanted, before)) {
      await client.write(signal, (token) => owners.add(token, objectId, owner));
    }
    for (const owner of without(before, wanted)) {
      await client.write(signal, (token) => owners.remove(token, objectId, owner));
    }
  });
}

export const ownersOf = ({ owners }: { readonly owners: readonly string[] }): Value =>
  owners.length > 0 ? [...owners] : null;
