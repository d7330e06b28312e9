// Stands in for the Azure CLI: the few commands with which providers and SDKs ask who is signed in, and for tokens.
import { readFileSync } from "node:fs";
import { request } from "node:https";

const { origin, certificate, user, tenantId, subscriptions, refreshToken } = JSON.parse(
  readFileSync(process.env.SIMULATED_AZURE_CLI, "utf8"),
);
const args = process.argv.slice(2);
const words = args.slice(0, args.findIndex((arg) => arg.startsWith("-")) >>> 0).join(" ");
const option = (...names) => args[args.findIndex((arg) => names.includes(arg)) + 1 || args.length];

const account = ({ id, name }, index) => ({
  environmentName: "SimulatedCloud",
  homeTenantId: tenantId,
  id,
  isDefault: index === 0,
  managedByTenants: [],
  name,
  state: "Enabled",
  tenantId,
  user: { name: user, type: "user" },
});

const wanted = option("--subscription", "-s");
const accounts = subscriptions.map(account);
const found = wanted ? accounts.find(({ id, name }) => wanted === id || wanted === name) : accounts[0];

switch (words) {
  case "version":
    print({ "azure-cli": "2.80.0", "azure-cli-core": "2.80.0", "azure-cli-telemetry": "1.1.0", extensions: {} });
    break;
  case "account list":
    print(accounts);
    break;
  case "account show":
    if (found) print(found);
    else fail(`Subscription '${wanted}' not found. Check the spelling and casing and try again.`);
    break;
  case "account get-access-token":
    getAccessToken(option("--tenant", "-t") ?? tenantId);
    break;
  default:
    fail(`'${words}' is misspelled or not recognized by the system.`, 2);
}

function getAccessToken(tenant) {
  const scope = option("--scope") ?? `${option("--resource") ?? `${origin}/`}/.default`;
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken, scope });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  request(`${origin}/${tenant}/oauth2/v2.0/token`, { method: "POST", ca: certificate, headers }, (incoming) => {
    let text = "";
    incoming.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    incoming.on("end", () => {
      const { access_token: accessToken, expires_in, error_description } = JSON.parse(text);
      if (!accessToken) return fail(error_description ?? text);
      const expires = Math.floor(Date.now() / 1000) + expires_in;
      const local = new Date((expires - new Date().getTimezoneOffset() * 60) * 1000).toISOString();
      const expiresOn = `${local.slice(0, 19).replace("T", " ")}.000000`;
      print({ accessToken, expiresOn, expires_on: expires, subscription: found?.id, tenant, tokenType: "Bearer" });
    });
  })
    .on("error", ({ message }) => fail(message))
    .end(form.toString());
}

function print(value) {
  console.log(JSON.stringify(value, undefined, 2));
}

function fail(message, code = 1) {
  console.error(`ERROR: ${message}`);
  process.exitCode = code;
}
