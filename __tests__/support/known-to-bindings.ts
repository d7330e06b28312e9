import { createRequire } from "node:module";
import type { Block } from "./synth";

/** Where each provider's bindings are; azapi, of which the library uses two resources, has none. */
const PACKAGES: Readonly<Record<string, string>> = {
  aiven: "cdktf-provider-aiven",
  azuread: "@cdktf/provider-azuread",
  azurerm: "@cdktf/provider-azurerm",
  time: "@cdktf/provider-time",
};

/** What Terraform itself adds to a block. */
const OF_TERRAFORM = [
  "//",
  "alias",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
];

const REFERENCE = /\b(data\.)?((?:aiven|azuread|azurerm|time)_\w+)\.[\w-]+\.(\w+)/g;

const load = createRequire(__filename) as (
  name: string,
) => Record<string, { readonly tfResourceType?: string; readonly prototype: object }>;

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The class of a type, or of a provider. */
function bindingsOf(type: string, isData: boolean): object {
  const [provider = "", ...rest] = type.split("_");
  const module = rest.length === 0 ? "provider" : `${isData ? `data-${provider}-` : ""}${rest.join("-")}`;
  const exported = load(`${PACKAGES[provider] ?? provider}/lib/${module}`);
  const found = Object.values(exported).find(({ tfResourceType }) => tfResourceType === type);
  if (found === undefined) throw new Error(`the bindings have no ${type} in ${module}`);
  return found.prototype;
}

/** What an app's JSON sets and reads of the providers that have bindings, as `type.attribute`; each must be one of the class's. */
export function namesOfProviders(json: object): { readonly known: string[]; readonly unknown: string[] } {
  const names = new Map<string, boolean>();
  const note = (type: string, name: string, isData: boolean) =>
    names.set(`${isData ? "data." : ""}${type}.${name}`, camel(name) in bindingsOf(type, isData));

  const { resource = {}, data = {}, provider = {} } = json as Record<string, Record<string, Record<string, Block>>>;
  for (const section of [resource, data, provider]) {
    for (const [type, blocks] of Object.entries(section)) {
      if (!((type.split("_")[0] ?? "") in PACKAGES)) continue;
      const set = Object.values(blocks).flatMap((block) => Object.keys(block));
      for (const name of set) if (!OF_TERRAFORM.includes(name)) note(type, name, section === data);
    }
  }
  for (const [, isData, type = "", name = ""] of JSON.stringify(json).matchAll(REFERENCE)) {
    note(type, name, isData !== undefined);
  }
  const all = [...names].sort();
  const where = (isKnown: boolean) => all.filter(([, known]) => known === isKnown).map(([name]) => name);
  return { known: where(true), unknown: where(false) };
}
