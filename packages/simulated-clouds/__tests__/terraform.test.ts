import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import path from "node:path";
import { findTerraform, isRunning, runTerraform, terraformEnvironment } from "../src/terraform";
import { testNeeding } from "../../../tools/needing";
import { folderWith } from "./support/folder";

const OPERATOR = {
  ARM_CLIENT_SECRET: "secret",
  AIVEN_TOKEN: "token",
  AZURE_CONFIG_DIR: "/home/operator/.azure",
  IDENTITY_ENDPOINT: "http://127.0.0.1:41741/msi/token",
  IDENTITY_HEADER: "header",
  MSI_ENDPOINT: "http://127.0.0.1:41741/msi/token",
  MSI_SECRET: "secret",
  IMDS_ENDPOINT: "http://127.0.0.1:40342",
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://pipelines.example/token",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "token",
  SYSTEM_ACCESSTOKEN: "token",
  AWS_ACCESS_KEY_ID: "key",
  AWS_PROFILE: "production",
  GOOGLE_APPLICATION_CREDENTIALS: "/home/operator/key.json",
  GITHUB_TOKEN: "token",
  GH_TOKEN: "token",
  CI_JOB_TOKEN: "token",
  VAULT_TOKEN: "token",
  VAULT_ADDR: "https://vault.example",
  NPM_TOKEN: "token",
  npm_config_auth_token: "token",
  KUBECONFIG: "/home/operator/.kube/config",
  PGPASSWORD: "password",
  DB_PASSWORD: "password",
  SIGNING_PRIVATE_KEY: "key",
  TF_CLI_ARGS_plan: "-no-such-flag",
  TF_VAR_region: "moon",
};

test("nothing of the operator's accounts and Terraform settings reaches a run", () => {
  Object.assign(process.env, OPERATOR);
  try {
    const environment = terraformEnvironment({ TF_VAR_region: "eu" });
    for (const [name, value] of Object.entries(OPERATOR)) {
      // it leads to nothing instead
      if (name === "AZURE_CONFIG_DIR") expect(environment[name]).toBe(devNull);
      else expect({ [name]: environment[name] }).toEqual({ [name]: name === "TF_VAR_region" ? "eu" : undefined });
      expect(value).not.toBe(environment[name]);
    }
    expect(environment).toMatchObject({ PATH: process.env.PATH, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" });
  } finally {
    for (const name of Object.keys(OPERATOR)) delete process.env[name];
  }
});

test("what belongs to no account reaches a run", () => {
  const harmless = { SSH_PUBLIC_KEY: "ssh-ed25519 A", EDITOR: "vi", PATTERN: "*", TOKENIZER: "no", COMPATIBLE: "1" };
  Object.assign(process.env, harmless);
  try {
    expect(terraformEnvironment()).toMatchObject(harmless);
  } finally {
    for (const name of Object.keys(harmless)) delete process.env[name];
  }
});

test("an operator's broken CLI configuration does no harm", async () => {
  const folder = folderWith({});
  writeFileSync(path.join(folder, "broken.tfrc"), "provider_installation {");
  process.env.TF_CLI_CONFIG_FILE = path.join(folder, "broken.tfrc");
  try {
    expect(await runTerraform(["validate"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
  } finally {
    delete process.env.TF_CLI_CONFIG_FILE;
  }
});

test("a message that Terraform wraps is one line in text", async () => {
  const output = { wrong: { value: "${nothing.there}" } };
  const { code, stderr, text } = await runTerraform(["validate"], { cwd: folderWith({ output }) });
  expect(code).toBe(1);
  expect(stderr).not.toContain("\u001b[");
  expect(text).toContain("Reference to undeclared resource");
  expect(text).not.toMatch(/\s\s|\n/);
});

describe("the binary", () => {
  function folderOf(...names: string[]): string {
    const folder = folderWith({});
    for (const name of names) {
      writeFileSync(path.join(folder, name), "#!/bin/sh\n");
      chmodSync(path.join(folder, name), 0o755);
    }
    return folder;
  }

  test("is terraform, else tofu, else none", () => {
    const both = folderOf("tofu", "terraform");
    expect(findTerraform({ PATH: both })).toBe(path.join(both, "terraform"));
    const tofu = folderOf("tofu");
    expect(findTerraform({ PATH: `/nowhere${path.delimiter}${tofu}` })).toBe(path.join(tofu, "tofu"));
    expect(findTerraform({ PATH: folderOf() })).toBeUndefined();
    expect(findTerraform({})).toBeUndefined();
  });

  test("is the one TERRAFORM_BINARY_NAME names, by name or by path, and no other", () => {
    const folder = folderOf("terraform", "tofu", "mine");
    expect(findTerraform({ PATH: folder, TERRAFORM_BINARY_NAME: "tofu" })).toBe(path.join(folder, "tofu"));
    const mine = path.join(folder, "mine");
    expect(findTerraform({ PATH: "", TERRAFORM_BINARY_NAME: mine })).toBe(mine);
    expect(findTerraform({ PATH: folder, TERRAFORM_BINARY_NAME: "absent" })).toBeUndefined();
  });

  test("that is missing is named", async () => {
    process.env.TERRAFORM_BINARY_NAME = "no-such-terraform";
    try {
      await expect(runTerraform(["version"], { cwd: "." })).rejects.toThrow(
        "no no-such-terraform, which TERRAFORM_BINARY_NAME names, is on the PATH",
      );
    } finally {
      delete process.env.TERRAFORM_BINARY_NAME;
    }
  });
});

testNeeding("linux", "whether a process is seen at work")(
  "whether a process is at work is seen, or known to be unknown",
  async () => {
    const node = (script: string) =>
      spawn(process.execPath, ["-e", `console.log(); ${script}`], { stdio: ["pipe", "pipe", "ignore"] });
    const [working, waiting] = [node("for (;;);"), node("process.stdin.resume()")];
    try {
      await Promise.all([working, waiting].map(({ stdout }) => new Promise((resolve) => stdout.once("data", resolve))));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect([working, waiting].map(({ pid = 0 }) => isRunning(pid))).toEqual([true, false]);
    } finally {
      for (const child of [working, waiting]) child.kill("SIGKILL");
    }
    expect(isRunning(2 ** 30)).toBeUndefined();
  },
);
