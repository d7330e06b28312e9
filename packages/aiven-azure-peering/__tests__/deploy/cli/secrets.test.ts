import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable } from "cdktf";
import { ExistingCredential, ExistingPeeringApplication } from "cdktf-aiven-azure-peering";
import { temporaryFolder } from "../../../../../tools/folder";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { Clouds } from "../support/clouds";
import { Before } from "../support/doctor";
import { PeeringByHand } from "../support/peering-by-hand";

const CLIENT_ID = "44444444-4444-4444-8444-444444444444";
const SECRET = "the secret of the application";
const APPLICATION = { clientId: CLIENT_ID, displayName: "existing", multiTenant: true, secret: SECRET, grants: [] };

test.each([{ signIn: "client-secret" }, { signIn: "oidc", deployer: { oidc: { delivery: "token" } } }] as const)(
  "whoever signs in by $signIn, doctor prints none of the secrets that it is given",
  async (settings) => {
    const before = await Before.apply({ ...settings, existingApplication: APPLICATION }, (stack) => {
      const only = stack();
      const secret = new TerraformVariable(only, "client_secret", { type: "string", sensitive: true });
      const credential = ExistingCredential.clientSecret(secret.stringValue);
      const identity = new ExistingPeeringApplication(only, "application", { clientId: CLIENT_ID, credential });
      peerNetwork(only, { identity });
    });
    const { clouds, deployment } = before;
    const env = { TF_VAR_client_secret: SECRET, AIVEN_TOKEN: "the-token-of-aiven" };
    const secrets = [SECRET, env.AIVEN_TOKEN, clouds.env.ARM_CLIENT_SECRET, clouds.env.ARM_OIDC_TOKEN].filter(Boolean);
    expect(secrets).toHaveLength(3);
    for (const more of [[], ["--json"]]) {
      const { out, err } = await clouds.run(["doctor", "--stack", deployment.folderOf(), ...more], env);
      expect(out).toContain("credential");
      for (const secret of secrets) expect(out + err).not.toContain(secret);
    }
  },
);

test("a client secret that a file holds is blanked out, should a cloud repeat it", async () => {
  const clouds = await Clouds.start();
  try {
    const peering = await new PeeringByHand(clouds).prepare();
    const secret = String(clouds.env.ARM_CLIENT_SECRET);
    const file = join(temporaryFolder("secret"), "secret");
    writeFileSync(file, `${secret}\n`);
    const body = { error: { code: "BadRequest", message: `not with ${secret}` } };
    clouds.http.disturbances.add({ path: /virtualNetworks/, response: { status: 400, body } });
    const env = { ARM_CLIENT_SECRET: undefined, ARM_CLIENT_SECRET_FILE_PATH: file };
    const { out, err } = await clouds.run(["status", ...peering.options], env);
    expect({ out: out.replace(/\s+/g, " "), err }).toEqual({
      out: expect.stringContaining(
        "unknown virtual network: Azure refused the request (400): BadRequest: not with *** ",
      ) as string,
      err: "",
    });
  } finally {
    await clouds.close();
  }
});
