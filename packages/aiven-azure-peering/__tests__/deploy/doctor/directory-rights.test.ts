import { AivenServicePrincipalSource, AzurePeeringProvider, PeeringApplication } from "cdktf-aiven-azure-peering";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { Before, readDoctor } from "../support/doctor";
import { LISTING } from "./identity-rows";
import { expectingAiven, look, REGISTERS, type Shape } from "./shapes";

const { EXISTING } = AivenServicePrincipalSource;
const { AZAPI } = AzurePeeringProvider;

test("who may register applications, and stays the owner: nothing", async () => {
  const before = await Before.apply(REGISTERS);
  const { user } = before.deployment.world.deployer;
  await before.deployment.change(expectingAiven([user?.objectId as string]));
  const doctor = await before.doctor();
  expect([doctor.complaints, doctor.status]).toEqual([[], "ok"]);
  // the tenant may forbid it, which nobody can read with the Azure CLI
  expect(doctor.of("right to create applications")).toMatchObject({ status: "note" });
  await expectActive(before.deployment);
});

test("a policy that nobody can read with the Azure CLI is a note, and all is well", async () => {
  const { doctor } = await look({ settings: { customer: { passwordLifetimeCapDays: 90 } } });
  expect(doctor.notes).toEqual([expect.stringMatching(/^app management policy: cannot be read with this sign-in; /)]);
  expect([doctor.complaints, doctor.status, doctor.code]).toEqual([[], "ok", 0]);
});

const readsEntra = "right to read Microsoft Entra";

describe("without a permission on Microsoft Graph an apply fails, since Terraform reads with the same credential:", () => {
  const nothing = { directoryRoles: [], applicationPermissions: [] };
  test.each<[string, Shape, RegExp]>([
    [
      "a pipeline that creates the application",
      {
        settings: { signIn: "client-secret", deployer: nothing },
        build: (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI }),
      },
      /^as an administrator, grant Application\.ReadWrite\.All .*\naz ad app permission add --id \S+ --api 00000003-\S+ --api-permissions 1bfefb4e-\S+=Role\naz ad app permission admin-consent --id \S+$/,
    ],
    [
      "a pipeline with an existing application, and Aiven's principal there",
      {
        settings: {
          signIn: "client-secret",
          deployer: nothing,
          aivenPrincipalExists: true,
          existingApplication: existingApplication(LISTING),
        },
        build: withExisting({}, { aivenServicePrincipal: EXISTING }),
      },
      /^as an administrator, grant Application\.Read\.All /,
    ],
    [
      "a guest",
      { settings: { deployer: { guest: true, directoryRoles: [] } } },
      /^get the role Application Administrator in Microsoft Entra: .*guest/,
    ],
  ])("%s", async (_name, shape, remedy) => {
    const { before, doctor } = await look(shape);
    expect(doctor.of(readsEntra)).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/Authorization_RequestDenied: .* would stop there$/) as string,
      remedy: expect.stringMatching(remedy) as string,
    });
    // said once
    expect(doctor.complaints.filter((each) => /^failed.*Authorization_RequestDenied/.test(each))).toHaveLength(1);
    expect(doctor.code).toBe(1);
    expect(await before.deployment.apply()).toMatchObject({ code: 1 });
  });

  test("but where both are of an earlier stack this one does not read them", async () => {
    const before = await Before.apply({ signIn: "client-secret", deployer: nothing }, (stack) => {
      const identity = new PeeringApplication(stack("identity"), "application");
      peerNetwork(stack("peering"), { identity });
    });
    const doctor = await readDoctor(before.clouds, ["--stack", before.deployment.folderOf("peering")]);
    expect(doctor.of(readsEntra)).toMatchObject({ status: "unknown" });
  });
});

describe("roles that no token names", () => {
  const check = "right to create applications";
  test("one of a group is looked up", async () => {
    const deployer = { directoryRoles: [], directoryRolesByGroup: ["Application Administrator"] } as const;
    const { before, doctor } = await look({ settings: { deployer } });
    expect(doctor.complaints).toEqual([]);
    expect(doctor.of(check)?.message).toBe("Application Administrator, as the member of a group");
    await expectActive(before.deployment);
  });

  test("a custom one is unknown", async () => {
    const customDirectoryRole = [
      "microsoft.directory/applications/create",
      "microsoft.directory/applications/allProperties/update",
      "microsoft.directory/servicePrincipals/create",
    ];
    const { doctor } = await look({ settings: { deployer: { directoryRoles: [], customDirectoryRole } } });
    expect(doctor.of(check)).toMatchObject({
      status: "unknown",
      message: expect.stringMatching(/^by the custom role "Custom role" of Microsoft Entra/) as string,
    });
    expect(doctor.code).toBe(0);
  });

  test("and nothing is looked up where the token names an administrator", async () => {
    const { before } = await look({});
    const asked = before.clouds.world.journal.matching(/transitiveMemberOf|roleAssignments|policies/);
    expect(asked.filter(({ cloud, path }) => cloud === "graph" && !path.includes("AppManagement"))).toEqual([]);
    // nor what the token of Aiven is in the project: who it is of says that too
    expect(before.clouds.world.journal.matching(/^\/v1\/project$/)).toEqual([]);
  });
});
