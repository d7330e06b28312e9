import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { transformSync } from "@swc/core";
import { ROOT } from "../tools/folder";

export const PACKAGE = "cdktf-aiven-azure-peering";
export const BINDINGS = "cdktf-provider-aiven";

const PEERS = ["cdktf", "constructs", "@cdktf/provider-azurerm", "@cdktf/provider-azuread", "@cdktf/provider-time"];

/** A folder that has the built package installed as a user has, so that what is measured is what is published. */
export class Workshop {
  public static make(modules: readonly string[] = []): Workshop {
    if (!existsSync(join(ROOT, "build/index.js"))) throw new Error("build/index.js is missing; npm run build");
    const workshop = new Workshop(realpathSync(mkdtempSync(join(tmpdir(), "bench-"))));
    for (const name of [...PEERS, ...modules]) workshop.link(name, join(ROOT, "node_modules", name));
    workshop.copy(PACKAGE, ROOT, ["package.json", "build"]);
    workshop.copy(BINDINGS, join(ROOT, "packages", BINDINGS), ["package.json", "lib"]);
    return workshop;
  }

  private constructor(public readonly folder: string) {}

  public path = (...parts: string[]): string => join(this.folder, ...parts);

  public write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Compiles this folder's files: no runner, and no source map that a stack trace would be looked up in. */
  public compileBenches(): void {
    for (const file of readdirSync(__dirname).filter((each) => each.endsWith(".ts"))) {
      this.write(file.replace(/\.ts$/, ".js"), compile(readFileSync(join(__dirname, file), "utf8")));
    }
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Copied, because a runner compiles what a link leads to outside of node_modules. */
  private copy(name: string, from: string, parts: readonly string[]): void {
    for (const part of parts) cpSync(join(from, part), this.path("node_modules", name, part), { recursive: true });
  }

  private link(name: string, target: string): void {
    mkdirSync(dirname(this.path("node_modules", name)), { recursive: true });
    symlinkSync(target, this.path("node_modules", name), "junction");
  }
}

export const compile = (source: string): string =>
  transformSync(source, {
    module: { type: "commonjs" },
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
  }).code;
