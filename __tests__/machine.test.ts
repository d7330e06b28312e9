import { machineHas } from "../tools/machine";

let printed: jest.SpyInstance;
const { CI } = process.env;
beforeEach(() => (printed = jest.spyOn(process.stderr, "write").mockReturnValue(true)));
afterEach(() => {
  printed.mockRestore();
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
});

// unit tests have no Terraform
test("what a machine lacks is left out, and a line says what and why", () => {
  delete process.env.CI;
  expect(machineHas("terraform", "a deployment")).toBe(false);
  expect(printed.mock.calls).toEqual([
    ["SKIPPED: a deployment: terraform is missing: install it or tofu, or set TERRAFORM_BINARY_NAME\n"],
  ]);
});

test("in continuous integration nothing is left out", () => {
  process.env.CI = "true";
  expect(() => machineHas("terraform", "a deployment")).toThrow(
    "terraform is missing: install it or tofu, or set TERRAFORM_BINARY_NAME; without it is left out: a deployment",
  );
});

test("PowerShell is left out even there, with that line", () => {
  process.env.CI = "true";
  const { PATH } = process.env;
  process.env.PATH = "";
  try {
    expect(machineHas("pwsh", "a script")).toBe(false);
  } finally {
    process.env.PATH = PATH;
  }
  expect(printed.mock.calls).toEqual([["SKIPPED: a script: PowerShell is missing: install pwsh\n"]]);
});

test("what is there is not spoken of", () => {
  process.env.CI = "true";
  process.env.TERRAFORM_BINARY_NAME = process.execPath;
  expect(machineHas("terraform", "a deployment")).toBe(true);
  expect(printed).not.toHaveBeenCalled();
});
