/** What a command reads and writes besides the files that it is given. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readInput: () => Promise<string>;
  /** Columns of the terminal; nothing when the output goes elsewhere. */
  readonly columns?: number;
  readonly colours: boolean;
}

/** That of this process. Colours only on a terminal that knows them, and not where `NO_COLOR` has any value (no-color.org). */
export function processIo(): CommandIo {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) {
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
    columns: stdout.isTTY ? stdout.columns : undefined,
    colours: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
