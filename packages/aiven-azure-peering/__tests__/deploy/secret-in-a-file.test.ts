import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../../../tools/folder";
import { Clouds } from "./support/clouds";
import { PeeringByHand } from "./support/peering-by-hand";

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
    expect(await clouds.run(["status", ...peering.options], env)).toEqual({
      code: 2,
      out: "",
      err: "aiven-azure-peering: Azure refused the request (400): BadRequest: not with ***\n",
    });
  } finally {
    await clouds.close();
  }
});
