import { TerraformOutput } from "cdktf";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { withoutProviders } from "../../../tools/terraform/served";
import { cdktfApp, configuration, type StackMaker } from "../../../tools/terraform/source";

const deployments: TerraformDeployment[] = [];
const fresh = () => {
  const deployment = new TerraformDeployment(() => withoutProviders);
  deployments.push(deployment);
  return deployment;
};
afterEach(() => deployments.splice(0).forEach((each) => each.remove()));

const app = (build: (stack: StackMaker) => void) => cdktfApp(build, () => undefined);
const value = (stack: ReturnType<StackMaker>, text: string) => new TerraformOutput(stack, "value", { value: text });

test("HCL is deployed as JSON is", async () => {
  const deployment = fresh().deploy(configuration('output "value" {\n  value = 1 + 1\n}\n'));
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  expect(await deployment.outputs()).toEqual({ value: 2 });
});

test("an app's stacks are applied in turn, and its state outlives a change", async () => {
  const deployment = fresh().deploy(
    app((stack) => {
      value(stack("first"), "1");
      value(stack("second"), "2");
    }),
  );
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  expect([await deployment.outputs("first"), await deployment.outputs()]).toEqual([{ value: "1" }, { value: "2" }]);

  deployment.deploy(app((stack) => value(stack("second"), "3")));
  expect(deployment.stacks).toEqual(["second"]);
  expect((await deployment.plan()).text).toContain('"2" -> "3"');
});

test("a stack that fails stops those after it", async () => {
  const deployment = fresh().deploy(
    app((stack) => {
      value(stack("first"), "${nothing.there}");
      value(stack("second"), "2");
    }),
  );
  expect((await deployment.apply()).text).toContain("Reference to undeclared resource");
  expect(() => deployment.state("second")).toThrow("ENOENT");
});

test("terraform init runs once for stacks that name the same backend", async () => {
  const same = app((stack) => value(stack("initialised-once"), "1"));
  const [first, second] = [fresh().deploy(same), fresh().deploy(same)];
  for (const each of [first, second]) expect(await each.apply()).toMatchObject({ code: 0 });
  expect(first.said).toContain("successfully initialized");
  expect(second.said).not.toContain("initialized");

  const other = fresh().deploy(app((stack) => value(stack("another"), "1")));
  expect(await other.apply()).toMatchObject({ code: 0 });
  expect(other.said).toContain("successfully initialized");
});

test("a stack that is not there is named", () => {
  const deployment = fresh().deploy(app((stack) => value(stack("one"), "1")));
  expect(() => deployment.folderOf("two")).toThrow('there is no stack "two" among one');
});
