import { BoundedText } from './bounded-text';

/** What a command reads and writes besides the files that it is given. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Rejects with a refusal where it is no text, or one without an end. */
  readonly readInput: () => Promise<string>;
  /** Columns of the terminal; nothing when the output goes elsewhere. */
  readonly columns?: number;
  readonly colours: boolean;
  /** Whether standard error is a terminal, where a line may say how far work is. */
  readonly watched?: boolean;
}

/** That of this process. Colours only on a terminal that knows them, and not where `NO_COLOR` has any value (no-color.org). */
export function processIo(): CommandIo {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    readInput: async () => {
      const text = new BoundedText();
      for await (const chunk of stdin) {
        text.add(chunk);
      }
      return text.text;
    },
    columns: stdout.isTTY ? stdout.columns : undefined,
    watched: stderr.isTTY,
    colours: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
