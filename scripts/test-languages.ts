/**
 * What users of Go and Java get: `npm run test:languages`, or `npm run test:languages -- go` for one of them. The sources that jsii-pacmak makes of
 * the construct, and of what it needs, are compiled, and an app in that language synthesises what it does in TypeScript
 * (tools/consumer/main.*).
 *
 * It needs Go or Maven with a JDK, and from their registries jsii's runtime and constructs. The core and the providers are made of npm's
 * packages, because their modules are not to be had everywhere. Takes minutes.
 */
import { deepStrictEqual } from "node:assert";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { sourcesIn } from "../tools/consumer/sources";
import { run } from "../tools/run";

const CONSUMER = join(ROOT, "tools/consumer");

/** Compiles and runs the app in `home`, where it leaves cdktf.out. */
type Language = (home: string) => Promise<void>;

const LANGUAGES: Readonly<Record<string, Language>> = {
  async go(home) {
    const folders = await sourcesIn("go", home);
    const modules = folders.flatMap((folder) => filesIn(folder, /(^|\/)go\.mod$/)).map((file) => dirname(file));
    const pathOf = (folder: string) => /^module (\S+)$/m.exec(readFileSync(join(folder, "go.mod"), "utf8"))?.[1] ?? "";
    const local = modules.map((folder) => `replace ${pathOf(folder)} => ${folder}`);
    // The newest that the proxy has: it may lack the one that jsii-pacmak names.
    const published: string[] = [];
    for (const module of ["github.com/aws/jsii-runtime-go", "github.com/aws/constructs-go/constructs/v10"]) {
      const versions = (await run("go", ["list", "-m", "-versions", module], home)).trim().split(" ");
      published.push(`replace ${module} => ${module} ${versions.pop()}`);
    }
    writeFileSync(join(home, "go.mod"), ["module consumer", "go 1.21", ...local, ...published, ""].join("\n"));
    cpSync(join(CONSUMER, "main.go"), join(home, "main.go"));
    await run("go", ["mod", "tidy"], home);
    console.log("    compile");
    for (const folder of modules) await run("go", ["vet", `${pathOf(folder)}/...`], home);
    await run("go", ["run", "."], home);
  },

  async java(home) {
    const folders = await sourcesIn("java", home);
    writeFileSync(join(home, "pom.xml"), pom());
    await run("mvn", ["--quiet", "dependency:copy-dependencies", "-DoutputDirectory=libraries"], home);
    console.log("    compile");
    const sources = folders.flatMap((folder) => filesIn(folder, /\.java$/));
    const resources = folders.flatMap((folder) => filesIn(folder, /src\/main\/resources$/));
    writeFileSync(
      join(home, "sources.txt"),
      [...sources, join(CONSUMER, "Main.java")].map((file) => `"${file}"`).join("\n"),
    );
    const libraries = join(home, "libraries/*");
    await run("javac", ["-nowarn", "-proc:none", "-d", "classes", "-cp", libraries, "@sources.txt"], home);
    await run("java", ["-cp", [join(home, "classes"), ...resources, libraries].join(":"), "Main"], home);
  },
};

const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => pattern.test(file));

/** What Maven has, in the releases that jsii-pacmak and the construct ask for. */
function pom(): string {
  const { version: runtime } = read(join(ROOT, "node_modules/jsii-pacmak/package.json"));
  const { version: constructs } = read(join(ROOT, "node_modules/constructs/package.json"));
  const dependency = (group: string, artifact: string, version: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
    "<groupId>consumer</groupId><artifactId>consumer</artifactId><version>1</version><dependencies>",
    dependency("software.amazon.jsii", "jsii-runtime", runtime),
    // What the sources are annotated with.
    dependency("javax.annotation", "javax.annotation-api", "1.3.2"),
    dependency("org.jetbrains", "annotations", "26.1.0"),
    dependency("software.constructs", "constructs", `[${constructs},11)`),
    "</dependencies></project>",
  ].join("\n");
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as { version: string };

const stackIn = (home: string): unknown =>
  // The state is beside the app.
  JSON.parse(readFileSync(join(home, "cdktf.out/stacks/consumer/cdk.tf.json"), "utf8").replaceAll(home, "."));

async function inTypeScript(): Promise<unknown> {
  return withTemporaryFolder("typescript", async (home) => {
    const script = join(home, "main.ts");
    mkdirSync(join(home, "node_modules"));
    cpSync(join(CONSUMER, "main.ts"), script);
    const options = { TS_NODE_PROJECT: join(ROOT, "tsconfig.json"), NODE_PATH: join(ROOT, "node_modules") };
    await run(process.execPath, ["-r", join(ROOT, "node_modules/@swc-node/register"), script], home, options);
    return stackIn(home);
  });
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in LANGUAGES));
  if (unknown.length > 0)
    throw new Error(
      `language: ${unknown.join(", ")} is not allowed, give some of ${Object.keys(LANGUAGES).join(", ")}`,
    );
  await run("npm", ["run", "build"], ROOT);
  const expected = await inTypeScript();
  for (const [name, language] of Object.entries(LANGUAGES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`==> ${name}`);
    await withTemporaryFolder(name, async (home) => {
      await language(home);
      deepStrictEqual(stackIn(home), expected);
      console.log("    synthesises what it does in TypeScript");
    });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
