import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeTemporaryFolder, temporaryFolder } from "../../../tools/folder";
import { Postgresql } from "../../../tools/postgresql";
import { EXAMPLES } from "../../../tools/synthesise";
import { appFolder } from "../../../tools/terraform/source";
import { testNeeding } from "../../../tools/needing";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { PUBLIC_KEY } from "../support/private-service";

const test = testNeeding("python3", "examples/postgresql, whose machine runs the probe");

let example: Deployment;
beforeEach(async () => {
  example = await Deployment.fresh({});
  example.env = {
    TF_VAR_aiven_api_token: "token",
    TF_VAR_aiven_project: "my-project",
    TF_VAR_azure_subscription_id: SUBSCRIPTION_ID,
    TF_VAR_azure_tenant_id: TENANT_ID,
  };
});

const synth = (SSH_PUBLIC_KEY?: string) =>
  example.deploy(appFolder(join(EXAMPLES, "postgresql"), { env: { SSH_PUBLIC_KEY } }));
const terraform = (args: string[], env: Record<string, string> = {}) => example.terraform(args, { env });

test("from nothing to a service that is shown to be private, and back to nothing", async () => {
  synth(PUBLIC_KEY);
  expect(await terraform(["init"])).toMatchObject({ code: 0 });
  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toMatch(
    /^private-postgresql-my-project\.aivencloud\.com is private: 10\.0\.0\.4, in 10\.0\.0\.0\/24, answers as PostgreSQL over TLSv1\.3; waited \d+ s of at most 900 s$/,
  );
  await example.wait();
  const { code, text } = await terraform(["plan", "-detailed-exitcode"]);
  expect({ code, text }).toMatchObject({ code: 0 });

  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(example.world.added()).toEqual([]);
});

describe("the line with psql in its outputs", () => {
  const withPostgresql = testNeeding("postgresql", "the line with psql in the outputs of examples/postgresql");
  const HOST = "private-postgresql-my-project.aivencloud.com";
  /** The line as it stands, in a folder with ca.pem in it; only the address behind the host name is another. */
  const psql = (line: string, folder: string, more = "") =>
    spawnSync("bash", ["-c", `${line} ${more}`], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: folder, PGHOSTADDR: "127.0.0.1" },
    });
  let folder: string;
  beforeEach(() => (folder = temporaryFolder("psql")));
  afterEach(() => removeTemporaryFolder(folder));

  withPostgresql("it reaches the service, and nobody in its place", async () => {
    synth();
    await terraform(["init"]);
    expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
    const output = async (name: string) => (await terraform(["output", "-raw", name])).stdout;
    const line = await output("psql");
    expect(line).toBe(
      `psql "host=${HOST} port=12691 dbname=defaultdb user=avnadmin sslmode=verify-full sslrootcert=ca.pem"`,
    );
    writeFileSync(join(folder, "ca.pem"), await output("ca_certificate"));

    const tls = await example.world.aiven.authorities.certificateOf({ project: "my-project", host: HOST });
    const service = await Postgresql.start({ tls, port: 12691, user: "avnadmin" });
    try {
      const asAdministrator = line.replace("dbname=defaultdb", "dbname=postgres");
      expect(psql(asAdministrator, folder, '-c "create database defaultdb"')).toMatchObject({ status: 0 });
      const { status, stdout } = psql(
        line,
        folder,
        '-At -c "select ssl from pg_stat_ssl where pid = pg_backend_pid()"',
      );
      expect({ status, stdout }).toEqual({ status: 0, stdout: "t\n" });
    } finally {
      await service.stop();
    }

    const another = await Postgresql.start({ tls: true, port: 12691, user: "avnadmin" });
    try {
      const { status, stderr } = psql(line, folder);
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("verify failed") as string });
    } finally {
      await another.stop();
    }
  });
});

test("public access leaves the ordinary name private", async () => {
  synth(PUBLIC_KEY);
  await terraform(["init"]);
  expect(await terraform(["apply", "-auto-approve"], { TF_VAR_public_access: "true" })).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toContain(" is private: 10.0.0.4, ");
});

test("termination protection keeps the service until it is removed", async () => {
  synth();
  await terraform(["init"]);
  const guarded = { TF_VAR_termination_protection: "true" };
  expect(await terraform(["apply", "-auto-approve"], guarded)).toMatchObject({ code: 0 });
  const refused = await terraform(["destroy", "-auto-approve"], guarded);
  expect([refused.code, refused.text]).toEqual([
    1,
    expect.stringContaining("Service is protected against termination and shutdown"),
  ]);
  expect(example.world.aiven.services.all).toHaveLength(1);

  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(example.world.added()).toEqual([]);
});
