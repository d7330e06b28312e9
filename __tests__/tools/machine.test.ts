import { machineHas } from "../../tools/machine";

let printed: jest.SpyInstance;
const { env } = process;
beforeEach(() => {
  process.env = { ...env };
  printed = jest.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  printed.mockRestore();
  process.env = env;
});

/** A machine without an engine, where none is named. */
const without = (set: NodeJS.ProcessEnv) => {
  process.env = { ...env, CI: undefined, TERRAFORM_BINARY_NAME: undefined, PATH: "", ...set };
};

test("what a machine lacks is left out, and a line says what and why", () => {
  without({});
  expect(machineHas("terraform", "a deployment")).toBe(false);
  expect(printed.mock.calls).toEqual([
    [
      "SKIPPED: a deployment: neither terraform nor tofu is on the PATH: install one of them, or set TERRAFORM_BINARY_NAME\n",
    ],
  ]);
});

test("an engine that TERRAFORM_BINARY_NAME names is missing, and no other is blamed", () => {
  without({ TERRAFORM_BINARY_NAME: "nope" });
  expect(machineHas("terraform", "a deployment")).toBe(false);
  expect(printed.mock.calls).toEqual([
    [
      "SKIPPED: a deployment: no nope, which TERRAFORM_BINARY_NAME names, is on the PATH: install it, or name another one or none there\n",
    ],
  ]);
});

test("in continuous integration nothing is left out", () => {
  without({ CI: "true" });
  expect(() => machineHas("terraform", "a deployment")).toThrow(
    "neither terraform nor tofu is on the PATH: install one of them, or set TERRAFORM_BINARY_NAME; without it is left out: a deployment",
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
