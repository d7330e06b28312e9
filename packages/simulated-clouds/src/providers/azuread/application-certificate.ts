import { randomUUID } from "node:crypto";
import type { Certificate } from "../../clouds/entra/directory";
import { text } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { attempting } from "../azure-sdk/errors";
import { sameMoment } from "./application-password";
import type { AzureadClient } from "./client";
import {
  applicationId,
  applicationOf,
  CREDENTIAL_TIMEOUTS,
  credentialId,
  importAsExists,
  momentOf,
  parseCredentialId,
  SDK,
  validateApplicationId,
  type Behaviour,
  type CredentialId,
} from "./common";

export const applicationCertificate: Behaviour = {
  ...SDK,
  timeouts: CREDENTIAL_TIMEOUTS,
  validate: validateApplicationId,
  forceNew: [
    ...["application_id", "encoding", "end_date", "end_date_relative", "key_id", "start_date", "type", "value"],
  ],
  defaults: { encoding: "pem" },

  async create(planned, { client, signal, timeout }) {
    const objectId = applicationOf(planned);
    const id = { objectId, keyId: text(planned.key_id) || randomUUID() };
    if (find(client, id)) throw importAsExists("azuread_application_certificate", credentialId(id, "certificate"));
    const lifetime = { start: momentOf(planned, "start_date"), end: momentOf(planned, "end_date") };
    const input = { keyId: id.keyId, value: text(planned.value), ...lifetime };
    const certificate = await attempting(`Adding certificate for application with object ID "${objectId}"`, () =>
      client.write(signal, (token) => client.world.entra.credentials.addCertificate(token, objectId, input)),
    );
    await attempting(`Waiting for certificate credential for application with object ID "${objectId}"`, () =>
      client.awaitCreation(signal, timeout, () => !!find(client, id)),
    );
    return {
      id: credentialId(id, "certificate"),
      key_id: id.keyId,
      start_date: text(planned.start_date) || client.world.clock.timestamp(certificate.start),
      end_date: text(planned.end_date) || client.world.clock.timestamp(certificate.end),
    };
  },

  async read(current, { client }) {
    const id = parseCredentialId(text(current.id), "certificate");
    const { clock } = client.world;
    const certificate = await attempting(`Retrieving Application with object ID "${id.objectId}"`, () =>
      find(client, id),
    );
    if (!certificate) return null;
    return refreshed(current, {
      application_id: applicationId(id.objectId),
      key_id: id.keyId,
      start_date: sameMoment(current.start_date, certificate.start) ?? clock.timestamp(certificate.start),
      end_date: sameMoment(current.end_date, certificate.end) ?? clock.timestamp(certificate.end),
    });
  },

  async delete(prior, { client, signal, timeout }) {
    const id = parseCredentialId(text(prior.id), "certificate");
    const { credentials } = client.world.entra;
    const removing = `Removing certificate credential "${id.keyId}" from application with object ID "${id.objectId}"`;
    await attempting(removing, () =>
      client.write(signal, (token) => credentials.removeCertificate(token, id.objectId, id.keyId)),
    );
    await attempting(`Waiting for deletion of certificate credential "${id.keyId}"`, () =>
      client.awaitDeletion(signal, timeout, () => !!find(client, id)),
    );
  },

  importState(id) {
    parseCredentialId(id, "certificate");
    return { id };
  },
};

function find(client: AzureadClient, { objectId, keyId }: CredentialId): Certificate | undefined {
  const application = client.find((token) => client.world.entra.applications.get(token, objectId));
  return application?.certificates.find((certificate) => certificate.keyId === keyId);
}
