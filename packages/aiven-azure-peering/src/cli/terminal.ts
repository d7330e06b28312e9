import { createSpinner } from "nanospinner";
import { visible } from "../clouds/text";
import { withoutSecrets, type Environment } from "../clouds/environment";
import type { Look } from "../report/text";

export interface Streams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Where people read, or a script: no escape codes and no spinner unless it is a terminal. */
export class Terminal {
  private spinner: ReturnType<typeof createSpinner> | undefined;
  private hidden: readonly string[] = [];

  constructor(
    private readonly streams: Streams,
    private readonly env: Environment,
  ) {}

  get look(): Look {
    const { stdout } = this.streams;
    const columns = Number(this.env.COLUMNS) || stdout.columns || 100;
    return { columns: Math.min(Math.max(columns, 40), 140), colors: this.colorful(stdout.isTTY) };
  }

  out(text: string): void {
    this.calm();
    this.streams.stdout.write(this.shown(text));
  }

  /** Secrets of the stack or of a file, which must not be shown should a cloud repeat them. */
  hide(...secrets: readonly (string | undefined)[]): void {
    this.hidden = secrets.filter((secret) => secret !== undefined);
  }

  /** What does not belong into a file that `out` is written to. */
  beside(text: string): void {
    this.calm();
    this.streams.stderr.write(this.shown(text));
  }

  /** One line. */
  complain(text: string): void {
    this.beside(`${visible(text)}\n`);
  }

  progress(text: string): void {
    const { stdout, stderr } = this.streams;
    // nanospinner looks at stdout alone to tell whether somebody watches
    if (stdout.isTTY !== true || stderr.isTTY !== true || this.env.TERM === "dumb" || this.env.CI) return;
    const shown = `${text} …`;
    if (this.spinner) this.spinner.update({ text: shown });
    else this.spinner = createSpinner(shown, { stream: stderr as NodeJS.WriteStream }).start();
  }

  /** Nothing turns any more, and nothing is left of it. */
  calm(): void {
    this.spinner?.clear().stop();
    this.spinner = undefined;
  }

  private shown(text: string): string {
    return withoutSecrets(text, this.env, this.hidden);
  }

  /** https://no-color.org */
  private colorful(isTTY = false): boolean {
    return isTTY && !this.env.NO_COLOR && this.env.TERM !== "dumb";
  }
}
