import type { Password } from "../../clouds/entra/directory";
import { text, type Values } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { attempting } from "../azure-sdk/errors";
import type { AzureadClient } from "./client";
import {
  applicationId,
  applicationOf,
  CREDENTIAL_TIMEOUTS,
  credentialId,
  momentOf,
  parseCredentialId,
  SDK,
  validateApplicationId,
  type Behaviour,
  type CredentialId,
} from "./common";

/** A secret cannot be changed, only replaced. `end_date_relative` is taken and silently ignored. */
export const applicationPassword: Behaviour = {
  ...SDK,
  timeouts: CREDENTIAL_TIMEOUTS,
  validate: validateApplicationId,
  forceNew: ["application_id", "display_name", "start_date", "end_date", "end_date_relative", "rotate_when_changed"],

  async create(planned, { client, signal, timeout }) {
    const objectId = applicationOf(planned);
    const lifetime = { start: momentOf(planned, "start_date"), end: momentOf(planned, "end_date") };
    const input = { displayName: text(planned.display_name), ...lifetime };
    const password = await attempting(`Adding password for application with object ID "${objectId}"`, () =>
      client.write(signal, (token) => client.world.entra.credentials.addPassword(token, objectId, input)),
    );
    const id = { objectId, keyId: password.keyId };
    await attempting(`Waiting for password credential for application with object ID "${objectId}"`, () =>
      client.awaitCreation(signal, timeout, () => !!find(client, id)),
    );
    return {
      id: credentialId(id, "password"),
      key_id: password.keyId,
      value: password.secretText,
      display_name: password.displayName,
      // a moment may be written in another time zone; what the configuration says stays
      start_date: text(planned.start_date) || client.world.clock.timestamp(password.start),
      end_date: text(planned.end_date) || client.world.clock.timestamp(password.end),
    };
  },

  /** Graph never shows the value again: the state keeps the only copy. */
  async read(current, { client }) {
    const id = parseCredentialId(text(current.id), "password");
    const password = await attempting(`Retrieving application with object ID "${id.objectId}"`, () => find(client, id));
    return password ? refreshed(current, stateOf(client, id, password, current)) : null;
  },

  async delete(prior, { client, signal, timeout }) {
    const id = parseCredentialId(text(prior.id), "password");
    const { credentials } = client.world.entra;
    const removing = `Removing password credential "${id.keyId}" from application with object ID "${id.objectId}"`;
    await attempting(removing, () =>
      client.write(signal, (token) => credentials.removePassword(token, id.objectId, id.keyId)),
    );
    await attempting(`Waiting for deletion of password credential "${id.keyId}"`, () =>
      client.awaitDeletion(signal, timeout, () => !!find(client, id)),
    );
  },

  importState(id) {
    parseCredentialId(id, "password");
    return { id };
  },
};

function find(client: AzureadClient, { objectId, keyId }: CredentialId): Password | undefined {
  const application = client.find((token) => client.world.entra.applications.get(token, objectId));
  return application?.passwords.find((password) => password.keyId === keyId);
}

const stateOf = ({ world }: AzureadClient, id: CredentialId, password: Password, current: Values): Values => ({
  application_id: applicationId(id.objectId),
  key_id: id.keyId,
  display_name: password.displayName,
  start_date: sameMoment(current.start_date, password.start) ?? world.clock.timestamp(password.start),
  end_date: sameMoment(current.end_date, password.end) ?? world.clock.timestamp(password.end),
});

/** The state's own spelling of a moment, as long as it means the same. */
function sameMoment(written: Values[string] | undefined, moment: number): string | undefined {
  const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
  return seconds(Date.parse(text(written))) === seconds(moment) ? text(written) : undefined;
}
