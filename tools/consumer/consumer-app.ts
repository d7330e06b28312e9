import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../folder";
import { run } from "../run";

/** What the app depends on beside the packages: their peers, and what any TypeScript app has. */
const DEPENDENCIES = [
  "@cdktf/provider-azuread",
  "@cdktf/provider-azurerm",
  "@cdktf/provider-time",
  "@types/node",
  "cdktf",
  "constructs",
  "typescript",
];

/** How a user may have TypeScript look for modules, and every declaration file is checked. */
const COMPILER_OPTIONS = {
  // What `cdktf init` writes, apart from skipLibCheck.
  classic: {
    ...{ module: "CommonJS", moduleResolution: "node", target: "ES2018", lib: ["es2018"] },
    ...{ strict: true, noUnusedLocals: true, declaration: true, stripInternal: true, skipLibCheck: false },
  },
  node16: { module: "node16", moduleResolution: "node16", target: "ES2022", strict: true, skipLibCheck: false },
  // An ES module, by its package.json.
  nodenext: { module: "nodenext", moduleResolution: "nodenext", target: "ES2022", strict: true, skipLibCheck: false },
} as const;

export type Flavour = keyof typeof COMPILER_OPTIONS;

/** A new app in `folder` that has packages installed from their tarballs, by name. */
export class ConsumerApp {
  private constructor(public readonly folder: string) {}

  public static async install(folder: string, tarballs: Readonly<Record<string, string>>): Promise<ConsumerApp> {
    mkdirSync(folder);
    const app = new ConsumerApp(folder);
    const locked = lockedPackages();
    const dependencies: Record<string, string> = {};
    for (const [name, tarball] of Object.entries(tarballs)) dependencies[name] = `file:${tarball}`;
    for (const name of DEPENDENCIES) dependencies[name] = locked[`node_modules/${name}`]?.version ?? "not locked";
    const manifest = { name: "consumer", version: "1.0.0", private: true, dependencies };
    app.write("package.json", manifest);
    // With their lock, the packages come from npm's cache, where this repository's own `npm ci` has put them.
    app.write("package-lock.json", {
      ...{ name: manifest.name, version: manifest.version, lockfileVersion: 3, requires: true },
      packages: { "": manifest, ...locked },
    });
    for (const [flavour, compilerOptions] of Object.entries(COMPILER_OPTIONS)) {
      mkdirSync(app.path(flavour));
      app.write(`${flavour}/package.json`, { type: flavour === "nodenext" ? "module" : "commonjs" });
      app.write(`${flavour}/tsconfig.json`, { compilerOptions, files: ["main.ts"] });
      const code = readFileSync(path.join(__dirname, "main.ts"), "utf8");
      writeFileSync(app.path(`${flavour}/main.ts`), flavour === "nodenext" ? asModule(code) : code);
    }
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], folder);
    return app;
  }

  /** Compiles with every declaration checked, runs the outcome, and returns the folder with the stack's Terraform JSON. */
  public async synth(flavour: Flavour): Promise<string> {
    const home = this.path(flavour);
    const tsc = this.path("node_modules/typescript/bin/tsc");
    await run(process.execPath, [tsc, "-p", "."], home);
    await run(process.execPath, ["main.js"], home);
    return path.join(home, "cdktf.out/stacks/consumer");
  }

  public path(file: string): string {
    return path.join(this.folder, file);
  }

  private write(file: string, content: object): void {
    writeFileSync(this.path(file), JSON.stringify(content, null, 2));
  }
}

/** In an ES module a prebuilt provider's modules are named by their file; Aiven's need not be. */
const asModule = (code: string) => code.replace(/(?<=from "@cdktf\/provider-[\w-]+\/lib\/[\w-]+)(?=")/g, "/index.js");

/** The part of this repository's lock file that the app shares, with what is nested in it. */
function lockedPackages(): Record<string, { version: string }> {
  const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version: string }>;
  };
  const shared = [...DEPENDENCIES, "undici-types"].map((name) => `node_modules/${name}`);
  return Object.fromEntries(
    Object.entries(lock.packages).filter(([key]) => shared.some((at) => key === at || key.startsWith(`${at}/`))),
  );
}
