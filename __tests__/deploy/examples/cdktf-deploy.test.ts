import { spawn } from "node:child_process";
import { join } from "node:path";
import { accounts, simulate, type Simulation, terraform, time } from "simulated-clouds";
import { ROOT, withTemporaryFolder } from "../../../tools/folder";
import { EXAMPLES } from "../../../tools/synthesise";

const EXAMPLE = join(EXAMPLES, "pipeline-two-stacks");

/** The real cdktf command line, in the example's folder. */
function cdktf({ env }: Simulation, args: string[], output: string): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const child = spawn(join(ROOT, "node_modules/.bin/cdktf"), [...args, "--skip-provider-lock", "--output", output], {
      cwd: EXAMPLE,
      stdio: ["ignore", "pipe", "pipe"],
      env: terraform.environment({
        ...env,
        TF_VAR_aiven_api_token: "token",
        TF_VAR_aiven_project: "my-project",
        TF_VAR_azure_subscription_id: accounts.customerSubscriptionId,
      }),
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("close", (code) => done({ code: code ?? -1, text }));
  });
}

test(
  "cdktf deploy '*' applies the identity before it plans the peering, and cdktf destroy '*' goes the other way",
  () =>
    withTemporaryFolder("cdktf", async (folder) => {
      const output = join(folder, "cdktf.out");
      await simulate({ signIn: "client-secret" }, async (simulation) => {
        const { world } = simulation;
        const deployed = await cdktf(simulation, ["deploy", "*", "--auto-approve"], output);
        expect(deployed).toMatchObject({ code: 0 });
        await world.clock.advance(time.minutes(15));
        const states = [...world.aiven.peeringConnections.all, ...world.byHand.azurePeerings()].map(
          ({ state }) => state,
        );
        expect(states).toEqual(["ACTIVE", "Connected"]);

        // those that Terraform is signed in with, Aiven's own, and the one that was created
        const secrets = world.entra.directory.applications.flatMap(({ passwords }) =>
          passwords.map((one) => one.secretText),
        );
        expect(secrets).toHaveLength(3);

        const destroyed = await cdktf(simulation, ["destroy", "*", "--auto-approve"], output);
        expect(destroyed).toMatchObject({ code: 0 });
        expect({ left: world.added(), missing: world.removed() }).toEqual({ left: [], missing: [] });

        for (const secret of secrets) expect(deployed.text + destroyed.text).not.toContain(secret);
      });
    }),
  300_000,
);
