/** A value of a field, with a word to its reader where it needs one. */
export interface CodeField {
  readonly key: string;
  readonly code: Code;
  readonly comment?: string;
}

/** An expression of TypeScript: what is printed, and what is run to see what it comes to, is the same one. */
export type Code =
  | { readonly is: 'data'; readonly value: string | number | boolean }
  | { readonly is: 'list'; readonly items: readonly Code[] }
  | { readonly is: 'fields'; readonly fields: readonly CodeField[] }
  /** An enum's constant or a variable: `FlinkVersion.V1_20`. */
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Code[]; readonly makes: boolean }
  /** Several arguments in the place of one. */
  | { readonly is: 'spread'; readonly code: Code }
  /** What must not be printed, by the variable of the environment that it is read from. */
  | { readonly is: 'secret'; readonly variable: string; readonly value: string };

export function data(value: string | number | boolean): Code {
  return { is: 'data', value };
}

export function list(items: readonly Code[]): Code {
  return { is: 'list', items };
}

export function name(of: string): Code {
  return { is: 'name', name: of };
}

/** `FlinkVersion.of(…)` */
export function call(of: string, ...args: readonly Code[]): Code {
  return { is: 'call', name: of, args, makes: false };
}

/** `new S3Checkpointing(…)` */
export function make(of: string, ...args: readonly Code[]): Code {
  return { is: 'call', name: of, args, makes: true };
}

/** Fields in this order, without those that have no code. */
export function fieldsOf(codes: Readonly<Record<string, Code | undefined>>, comments: Readonly<Record<string, string>> = {}): Code {
  return {
    is: 'fields',
    fields: Object.entries(codes).flatMap(([key, code]) => (code === undefined ? [] : [{ key, code, comment: comments[key] }])),
  };
}

/** The arguments of a call whose one argument may be empty: `new Autoscaler()`. */
export function unlessEmpty(code: Code): Code[] {
  return code.is === 'fields' && code.fields.length === 0 ? [] : [code];
}
