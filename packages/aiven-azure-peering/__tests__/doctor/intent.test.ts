import { intentOf } from "../../src/doctor/intent";
import type { Context } from "../../src/report/command";
import type { Subject, SubjectIdentity, SubjectNetwork } from "../../src/subject/subject";

const subject = (source: string, identity: Partial<SubjectIdentity> = {}, network: Partial<SubjectNetwork> = {}) =>
  ({
    source,
    peerings: [
      {
        vpc: { created: true },
        identity: { subjects: [], listsProvidersIn: [], ...identity },
        networks: [{ created: false, roleIds: {}, ...network }],
      },
    ],
  }) satisfies Subject;

/** What is intended with one network. */
function intended(of: Subject, options: Context["options"] = {}) {
  const [{ identity, networks }] = intentOf({ subject: of, options }).peerings;
  const { azurePeeringProvider, access } = networks[0];
  return { azurePeeringProvider, access, aivenServicePrincipal: identity.aivenServicePrincipal };
}

test("of ids, what nobody said is as the construct has it by default", () => {
  expect(intended(subject("options"))).toEqual({
    azurePeeringProvider: "azurerm",
    access: "create",
    aivenServicePrincipal: "create",
  });
});

test("of ids, the options say it", () => {
  const options = { azurePeeringProvider: "azapi", access: "with-roles", aivenServicePrincipal: "existing" } as const;
  expect(intended(subject("options"), options)).toEqual(options);
});

test("a stack says it itself", () => {
  const stack = subject(
    "cdk.tf.json",
    { aivenServicePrincipal: "earlier-stack" },
    { azurePeeringProvider: "azapi", access: "existing" },
  );
  expect(intended(stack)).toEqual({
    azurePeeringProvider: "azapi",
    access: "existing",
    aivenServicePrincipal: "earlier-stack",
  });
});

test("one identity of several peerings stays one", () => {
  const { peerings, ...others } = subject("cdk.tf.json");
  const [one, other] = intentOf({
    subject: { ...others, peerings: [peerings[0], { ...peerings[0], construct: "other" }] },
    options: {},
  }).peerings;
  expect(other.identity).toBe(one.identity);
});

test.each([
  ["azurePeeringProvider", "azapi", "--azure-peering-provider"],
  ["access", "existing", "--access"],
  ["aivenServicePrincipal", "existing", "--aiven-service-principal"],
])("beside a stack %s: %s is refused", (name, value, flag) => {
  expect(() => intended(subject("cdk.tf.json"), { [name]: value })).toThrow(
    `${flag} is not allowed beside --stack, which says it already; leave it out`,
  );
});
