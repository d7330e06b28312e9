/** One synth in a process of its own: `synth-app <construct|hand> <networks> <folder> [--hash]` prints what it cost. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import * as library from "cdktf-aiven-azure-peering";
import { byConstruct } from "./by-construct";
import { byHand } from "./by-hand";
import { canonicalJson, hash } from "./canonical";
import { SUBSCRIPTION_ID } from "./networks";
import { addProviders } from "./providers";

const [by, count, outdir, mode] = process.argv.slice(2);

// The package loads its modules by name, which the import counts; whoever writes by hand loads none.
const named = by === "construct" ? (["AivenAzurePeering", "AzureVirtualNetwork", "PeeringApplication"] as const) : [];
for (const name of named) void library[name];

const start = performance.now();
const before = process.cpuUsage();
const app = new App({ outdir });
const stack = new TerraformStack(app, "stack");
addProviders(stack, SUBSCRIPTION_ID);
(by === "construct" ? byConstruct : byHand)(stack, Number(count));
const constructed = performance.now();
app.synth();
const time = performance.now() - start;
const { user, system } = process.cpuUsage(before);
// from the start of Node.js, with all that is loaded
const whole = process.cpuUsage();
const cost = {
  time,
  construction: constructed - start,
  processor: (user + system) / 1000,
  whole: (whole.user + whole.system) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
};
if (mode === "--hash") {
  const json = readFileSync(join(outdir, "stacks/stack/cdk.tf.json"), "utf8");
  writeFileSync(join(outdir, "canonical.json"), canonicalJson(json));
  console.log(JSON.stringify({ ...cost, json: hash(json) }));
} else {
  console.log(JSON.stringify(cost));
}
