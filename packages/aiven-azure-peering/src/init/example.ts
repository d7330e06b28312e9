/** An app to begin with. */
export interface Example {
  /** What it is called: the folder of its TypeScript in the repository's examples, or `main`. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly title: string;
  readonly language: Language;
  readonly core: Core;
  /** Its files, as texts by their names. */
  readonly files: Readonly<Record<string, string>>;
  /** What is typed next, in its folder. */
  readonly next: readonly string[];
}

export type Language = "typescript" | "python";

/** CDKTF, or CDK Terrain, its successor. */
export type Core = "cdktf" | "cdktn";
