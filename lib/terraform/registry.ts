import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * What the constructs of one stack, or of one app, know of one another: who has made a thing already of which there can be one. It is
 * kept beside the tree, so that nothing of an app's own is taken for it.
 */
export class Registry<Entry> {
  private readonly entries = new WeakMap<IConstruct, Map<string, Entry>>();

  private constructor(private readonly home: (of: IConstruct) => IConstruct) {}

  public static perStack<Entry>(): Registry<Entry> {
    return new Registry<Entry>((of) => TerraformStack.of(of));
  }

  public static perApp<Entry>(): Registry<Entry> {
    return new Registry<Entry>((of) => of.node.root);
  }

  public find(of: IConstruct, key: string): Entry | undefined {
    return this.entries.get(this.home(of))?.get(key);
  }

  public add(of: IConstruct, key: string, entry: Entry): Entry {
    const home = this.home(of);
    const known = this.entries.get(home) ?? new Map<string, Entry>();
    this.entries.set(home, known.set(key, entry));
    return entry;
  }
}
