import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import type { SettingsInput } from "../../../src/clouds/settings";
import { AZURERM, AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const APP = "11111111-0000-4000-8000-000000000001";
const WITHOUT_RIGHTS = { clientId: APP, displayName: "app", multiTenant: true, secret: "secret", grants: [] };
const LISTER = { ...WITHOUT_RIGHTS, grants: ["Microsoft.Resources/subscriptions/providers/read"] };
const LISTING = /^GET \/subscriptions\/[^/]+$/;

/** The application signs in and asks nothing of ARM by itself. */
const asApplication = (provider: object = {}) => ({
  provider: {
    azurerm: {
      ...AZURERM,
      tenant_id: harness.world.settings.customer.tenantId,
      client_id: APP,
      client_secret: "secret",
      resource_provider_registrations: "none",
      ...provider,
    },
  },
  data: { azurerm_client_config: { me: {} } },
  output: { client_id: { value: "${data.azurerm_client_config.me.client_id}" } },
});

const start = (settings: SettingsInput = {}) => harness.start({ existingApplication: WITHOUT_RIGHTS, ...settings });

test("azurerm 4 lists the resource providers at every Configure, even with registrations none", async () => {
  start({ existingApplication: LISTER });
  expectSuccess(await harness.configure(asApplication()).apply());
  const listings = harness.world.journal.matching(LISTING);
  expect(listings.length).toBeGreaterThan(0);
  expect(
    listings.every(({ identity, action }) => identity === `app ${APP}` && action?.endsWith("providers/read")),
  ).toBe(true);
});

test("azurerm 4 cannot be configured without the right to list them at the subscription", async () => {
  start();
  const { code, text } = await harness.configure(asApplication()).plan();
  expect(code).toBe(1);
  expect(text).toMatch(
    /populating Resource Provider cache: listing Resource Providers: loading results: unexpected status 403 \(403 Forbidden\) with error: AuthorizationFailed: The client '[^']+' with object id '[^']+' does not have authorization to perform action 'Microsoft\.Resources\/subscriptions\/providers\/read' over scope '\/subscriptions\/[^']+' or the scope is invalid\. If access was recently granted, please refresh your credentials\./,
  );
});

test("ARM_PROVIDER_ENHANCED_VALIDATION=false turns the listing off", async () => {
  start({ environment: { ARM_PROVIDER_ENHANCED_VALIDATION: "false" } });
  expectSuccess(await harness.configure(asApplication()).apply());
  expect(harness.world.journal.matching(LISTING)).toEqual([]);
});

test("without it, azurerm 4 still lists them unless registrations are none", async () => {
  start({ environment: { ARM_PROVIDER_ENHANCED_VALIDATION: "false" } });
  expect((await harness.configure(asApplication({ resource_provider_registrations: null })).plan()).code).toBe(1);
});

test("azurerm 5 lists nothing, whatever rights there are, and registers none by default", async () => {
  start({ azurermMajor: 5 });
  expectSuccess(await harness.configure(asApplication({ resource_provider_registrations: null })).apply());
  expect(harness.world.journal.matching(LISTING)).toEqual([]);
});

test("azurerm 5 rejects the variable", async () => {
  start({ azurermMajor: 5, environment: { ARM_PROVIDER_ENHANCED_VALIDATION: "false" } });
  const { code, text } = await harness.configure(asApplication()).plan();
  expect([code, text]).toEqual([1, expect.stringContaining("ARM_PROVIDER_ENHANCED_VALIDATION")]);
});

describe("auxiliary tokens", () => {
  const auxiliary = { auxiliary_tenant_ids: [AIVEN_TENANT_ID] };

  test("are fetched at Configure by azurerm 4, and a refusal is the end of it", async () => {
    start({ existingApplication: LISTER });
    const { code, text } = await harness.configure(asApplication(auxiliary)).plan();
    expect(code).toBe(1);
    expect(text).toContain(
      'populating Resource Provider cache: listing Resource Providers: loading results: authorizing request: clientCredentialsToken: received HTTP status 401 with response: {"error": "invalid_client", "error_description": "AADSTS7000229: ',
    );
    expect(harness.world.journal.entries.filter(({ code: refusal }) => refusal === "AADSTS7000229")).toHaveLength(1);
  });

  test("of a person under the Azure CLI are refused, as they are not in that tenant", async () => {
    const { code, text } = await harness
      .configure({
        provider: { azurerm: { ...AZURERM, ...auxiliary } },
        data: { azurerm_client_config: { me: {} } },
      })
      .plan();
    expect(code).toBe(1);
    expect(text).toContain(
      "populating Resource Provider cache: listing Resource Providers: loading results: authorizing request: running Azure CLI: exit status 1: ERROR: AADSTS50020: ",
    );
  });

  test("of a managed identity do not exist, and nobody complains", async () => {
    start({ signIn: "managed-identity" });
    expectSuccess(
      await harness
        .configure({
          provider: { azurerm: { ...AZURERM, ...auxiliary } },
          data: { azurerm_subscription: { mine: {} } },
        })
        .plan(),
    );
    expect(harness.world.journal.entries.flatMap(({ tenants }) => tenants)).not.toContain(AIVEN_TENANT_ID);
  });

  test("are fetched by azurerm 5 only at the first request to ARM", async () => {
    start({ azurermMajor: 5 });
    expectSuccess(await harness.configure(asApplication(auxiliary)).apply());
    const { text } = await harness
      .configure({
        ...asApplication(auxiliary),
        data: { azurerm_subscription: { mine: {} } },
        output: { id: { value: "${data.azurerm_subscription.mine.id}" } },
      })
      .plan();
    expect(text).toContain("authorizing request: clientCredentialsToken: received HTTP status 401");
    expect(text).not.toContain("populating Resource Provider cache");
  });

  test("of an unknown tenant are not asked for at plan", async () => {
    start({ existingApplication: LISTER });
    const configuration = asApplication({ auxiliary_tenant_ids: ["${terraform_data.tenant.output}"] });
    const resource = { terraform_data: { tenant: { input: AIVEN_TENANT_ID } } };
    expectSuccess(await harness.configure({ ...configuration, resource }).plan(), 2);
  });

  test("go with every request of the instance, one per tenant, fetched once", async () => {
    const world = start({ existingApplication: LISTER });
    const application = world.entra.directory.application(APP);
    if (application) world.entra.servicePrincipals.install(application, AIVEN_TENANT_ID);
    expectSuccess(
      await harness.configure({ ...asApplication(auxiliary), data: { azurerm_client_config: { me: {} } } }).plan(),
      2,
    );
    const { tenantId } = world.settings.customer;
    const requests = world.journal.entries.filter(({ cloud }) => cloud === "arm");
    expect(requests.map(({ tenants }) => tenants)).toEqual(requests.map(() => [tenantId, AIVEN_TENANT_ID]));
    expect(requests).not.toHaveLength(0);
    expect(world.journal.matching(new RegExp(`^POST /${AIVEN_TENANT_ID}/`))).toHaveLength(requests.length);
  });
});
