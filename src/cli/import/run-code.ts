import { Code } from './code';
import { valueOf } from './library-names';

/** Variables that code may name. */
export type Scope = Readonly<Record<string, unknown>>;

/** What code comes to. What the library refuses is thrown, as in an app. */
export function runCode(code: Code, scope: Scope): any {
  switch (code.is) {
    case 'data': return code.value;
    case 'secret': return code.value;
    case 'list': return runAll(code.items, scope);
    case 'fields': return Object.fromEntries(code.fields.map(({ key, code: value }) => [key, runCode(value, scope)]));
    case 'name': return named(code.name, scope).value;
    case 'spread': throw new TypeError('only a list or a call can take several values in the place of one');
    case 'call': return called(code.name, runAll(code.args, scope), code.makes, scope);
  }
}

/** All of them, several where one is spread. */
export function runAll(codes: readonly Code[], scope: Scope): unknown[] {
  return codes.flatMap((code) => (code.is === 'spread' ? runCode(code.code, scope) as unknown[] : [runCode(code, scope)]));
}

function called(name: string, args: unknown[], makes: boolean, scope: Scope): unknown {
  const { owner, value } = named(name, scope);
  return makes ? Reflect.construct(value as new () => unknown, args) : Reflect.apply(value as () => unknown, owner, args);
}

function named(name: string, scope: Scope): { readonly owner?: unknown; readonly value: unknown } {
  const [first, ...members] = name.split('.');
  let owner: unknown;
  let value = Object.hasOwn(scope, first) ? scope[first] : valueOf(first);
  for (const member of members) {
    owner = value;
    value = (value as Record<string, unknown>)[member];
  }
  return { owner, value };
}
