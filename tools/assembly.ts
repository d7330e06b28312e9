import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT, withTemporaryFolder } from "./folder";
import { buildBindings, copySources } from "./package";
import { run } from "./run";

/** What jsii writes down of the public API, as far as it is looked at here. */
export interface Assembly {
  readonly name: string;
  readonly types: Readonly<Record<string, ApiType>>;
}

interface Documented {
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface Callable extends Documented {
  readonly name?: string;
  readonly parameters?: readonly (Documented & { readonly name: string })[];
}

export interface ApiType extends Documented {
  readonly kind: "class" | "interface" | "enum";
  readonly name: string;
  /** Where it is written, from the root of the package. */
  readonly locationInModule: { readonly filename: string };
  /** Whether it is a struct: an interface of properties only, which a caller writes as an object literal. */
  readonly datatype?: boolean;
  readonly namespace?: string;
  readonly initializer?: Callable;
  readonly methods?: readonly Callable[];
  readonly properties?: readonly (Documented & { readonly name: string; readonly optional?: boolean })[];
  readonly members?: readonly (Documented & { readonly name: string })[];
}

const FILE = ".jsii.gz";

/** The assembly of the last build, or of a new build in a copy of the sources where that is older than they are. */
export async function assembly(): Promise<Assembly> {
  await buildBindings();
  const built = path.join(ROOT, FILE);
  if (existsSync(built) && statSync(built).mtimeMs > newest(path.join(ROOT, "lib"))) return read(built);

  return withTemporaryFolder("assembly", async (folder) => {
    const sources = path.join(folder, "sources");
    copySources(sources);
    await run("npm", ["run", "build"], sources);
    return read(path.join(sources, FILE));
  });
}

const read = (file: string) => JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Assembly;

/** When something in a folder was last changed, added or removed. */
function newest(folder: string): number {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
  return Math.max(...[folder, ...all].map((file) => statSync(file).mtimeMs));
}

/** What the documentation of a type lacks, as `Type.member: what is missing`. */
export function undocumented(type: ApiType): string[] {
  const lacks = ({ docs }: Documented, what: string) => (docs?.summary ? [] : [`${type.name}${what}: no summary`]);
  const parametersOf = ({ name = "constructor", parameters = [] }: Callable) =>
    parameters
      .filter(({ docs }) => !docs?.summary)
      .map((parameter) => `${type.name}.${name}: parameter ${parameter.name} is not documented`);

  const { initializer, methods = [], properties = [], members = [] } = type;
  const withoutDefault = type.datatype ? properties.filter(({ optional, docs }) => optional && !docs?.default) : [];
  return [
    ...lacks(type, ""),
    ...[...methods, ...properties, ...members].flatMap((member) => lacks(member, `.${member.name}`)),
    ...withoutDefault.map(({ name }) => `${type.name}.${name}: no @default`),
    ...[...(initializer ? [initializer] : []), ...methods].flatMap(parametersOf),
  ];
}
