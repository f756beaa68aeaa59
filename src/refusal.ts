/** What a person needs in order to mend an input that cannot work. */
export interface RefusalText {
  /** Stable, kebab-case; printed in brackets, so that a pipeline can match it. */
  readonly code: string;
  /** What is wrong, in the words of the property that the user wrote. */
  readonly what: string;
  /** What was given. Never a secret. */
  readonly got: string;
  readonly allowed: string;
  readonly fix: string;
}

/**
 * The one error of this library: what, got, allowed, fix, construct path, stable code.
 *
 * It stays unexported from the package root because jsii cannot carry subclasses of Error
 * to other languages; the code in brackets is what a program matches.
 */
export class Refusal extends Error {
  public readonly code: string;

  constructor(public readonly text: RefusalText, public readonly path?: string) {
    super(render(text, path));
    this.name = 'FlinkRefusal';
    this.code = text.code;
  }

  /** The same refusal, said at a place in the construct tree. A place already named stays. */
  public at(path: string): Refusal {
    return this.path === undefined ? new Refusal(this.text, path) : this;
  }

  /** The same refusal, said at another place or at none: a file knows nothing of a construct tree. */
  public movedTo(path: string | undefined): Refusal {
    return new Refusal(this.text, path);
  }
}

/** What some work is refused for, if it is. */
export function refusalIn(work: () => unknown): Refusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
}

/** `"text"` for strings, plain text for the rest: NaN and Infinity stay visible. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function render(text: RefusalText, path: string | undefined): string {
  const lines = [
    `${text.what} [${text.code}]`,
    `  got      ${text.got}`,
    `  allowed  ${text.allowed}`,
    `  fix      ${text.fix}`,
  ];
  // The path of an app is empty.
  if (path !== undefined && path !== '') {
    lines.push(`  at       ${path}`);
  }
  return lines.join('\n');
}
