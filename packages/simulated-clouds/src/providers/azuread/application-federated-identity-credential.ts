import type { FederatedCredential } from "../../clouds/entra/directory";
import { text, texts, type Values } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { attempting } from "../azure-sdk/errors";
import type { AzureadClient } from "./client";
import {
  applicationId,
  applicationOf,
  CREDENTIAL_TIMEOUTS,
  credentialId,
  parseCredentialId,
  SDK,
  validateApplicationId,
  type Behaviour,
  type CredentialId,
} from "./common";

const KIND = "federatedIdentityCredential";

/** Trust in a token of another issuer: no secret anywhere. */
export const applicationFederatedIdentityCredential: Behaviour = {
  ...SDK,
  timeouts: CREDENTIAL_TIMEOUTS,
  validate: validateApplicationId,
  forceNew: ["application_id", "display_name"],

  async create(planned, { client, signal, timeout }) {
    const objectId = applicationOf(planned);
    const input = { name: text(planned.display_name), ...claimsOf(planned) };
    const adding = `Adding federated identity credential for application with object ID "${objectId}"`;
    const credential = await attempting(adding, () =>
      client.write(signal, (token) => client.world.entra.credentials.addFederated(token, objectId, input)),
    );
    const id = { objectId, keyId: credential.id };
    const waiting = `Waiting for federated identity credential for application with object ID "${objectId}"`;
    await attempting(waiting, () => client.awaitCreation(signal, timeout, () => !!find(client, id)));
    return { id: credentialId(id, KIND), credential_id: credential.id };
  },

  async read(current, { client }) {
    const id = parseCredentialId(text(current.id), KIND);
    const credential = await attempting(`Retrieving federated identity credential with ID "${id.keyId}"`, () =>
      find(client, id),
    );
    if (!credential) return null;
    return refreshed(current, {
      application_id: applicationId(id.objectId),
      credential_id: id.keyId,
      display_name: credential.name,
      description: credential.description,
      issuer: credential.issuer,
      subject: credential.subject,
      audiences: [...credential.audiences],
    });
  },

  async update(prior, planned, { client, signal }) {
    const { objectId, keyId } = parseCredentialId(text(prior.id), KIND);
    const { credentials } = client.world.entra;
    await attempting(`Updating federated identity credential with ID "${keyId}"`, () =>
      client.write(signal, (token) => credentials.updateFederated(token, objectId, keyId, claimsOf(planned))),
    );
    return {};
  },

  async delete(prior, { client, signal, timeout }) {
    const id = parseCredentialId(text(prior.id), KIND);
    const { credentials } = client.world.entra;
    const removing = `Removing federated identity credential "${id.keyId}" from application with object ID "${id.objectId}"`;
    await attempting(removing, () =>
      client.write(signal, (token) => credentials.removeFederated(token, id.objectId, id.keyId)),
    );
    await attempting(`Waiting for deletion of federated identity credential "${id.keyId}"`, () =>
      client.awaitDeletion(signal, timeout, () => !!find(client, id)),
    );
  },

  importState(id) {
    parseCredentialId(id, KIND);
    return { id };
  },
};

const claimsOf = (planned: Values) => ({
  issuer: text(planned.issuer),
  subject: text(planned.subject),
  audiences: texts(planned.audiences),
  description: text(planned.description),
});

function find(client: AzureadClient, { objectId, keyId }: CredentialId): FederatedCredential | undefined {
  const application = client.find((token) => client.world.entra.applications.get(token, objectId));
  return application?.federatedCredentials.find((credential) => credential.id === keyId);
}
