import { Code } from './code';
import { ImportedResource, LaterCall } from './imported-resource';
import { moduleOf } from './library-names';
import { DECLARATIONS } from './prelude';
import { commentLines, printCode, quoted, WIDTH } from './print-code';

/** What the file is called and where its resources come from. */
export interface ProgramHeading {
  /** As the header says it. */
  readonly source: string;
  /** Id of the chart, and so the name of the file that it is written to. */
  readonly chart: string;
}

/** `main.ts`: an app with a chart for each namespace. */
export function printProgram(resources: readonly ImportedResource[], { source, chart }: ProgramHeading): string {
  const names = new Set(['App', 'Chart', ...resources.flatMap(namesIn)]);
  const declared = Object.entries(DECLARATIONS).filter(([name]) => names.has(name)).map(([, declaration]) => declaration);
  const variables = new Set(['app']);
  const sections = [
    importLines(names, declared.map(({ imports }) => imports)),
    ...declared.map(({ text }) => text),
    `/** Imported from ${source.replace(/\*\//g, '*\u200b/')}. */\nconst app = new App();`,
    ...byNamespace(resources).flatMap((one, _, all) => chartSections(one, all.length === 1 ? chart : `${chart}-${one.namespace ?? 'any-namespace'}`, variables)),
    'app.synth();',
  ];
  return `${sections.join('\n\n')}\n`;
}

interface OfNamespace {
  readonly namespace?: string;
  readonly resources: readonly ImportedResource[];
}

function byNamespace(resources: readonly ImportedResource[]): OfNamespace[] {
  return [...new Set(resources.map(({ namespace }) => namespace))]
    .map((namespace) => ({ namespace, resources: resources.filter((each) => each.namespace === namespace) }));
}

function chartSections({ namespace, resources }: OfNamespace, id: string, variables: Set<string>): string[] {
  const variable = unusedVariable(variables.has('chart') ? `${id}-chart` : 'chart', variables);
  const options = namespace === undefined ? '' : `, { namespace: ${quoted(namespace)} }`;
  return [
    `const ${variable} = new Chart(app, ${quoted(id)}${options});`,
    ...resources.map((resource) => constructText(resource, variable, variables)),
  ];
}

function constructText({ construct, id, props, calls, comments }: ImportedResource, chart: string, variables: Set<string>): string {
  const variable = calls.length === 0 ? undefined : unusedVariable(id, variables);
  const start = `${variable === undefined ? '' : `const ${variable} = `}new ${construct}(${chart}, ${quoted(id)}, `;
  return [
    ...comments.flatMap((comment) => commentLines(comment, 0)),
    `${start}${printCode(inChart(props, chart), start.length, 0)});`,
    ...calls.flatMap((call) => callText(call, variable!)),
  ].join('\n');
}

function callText({ method, args, comment }: LaterCall, variable: string): string[] {
  const code: Code = { is: 'call', name: `${variable}.${method}`, args, makes: false };
  return [...comment === undefined ? [] : commentLines(comment, 0), `${printCode(code, 1, 0)};`];
}

/** Code names the chart that its resource stands in `chart`. */
function inChart(code: Code, chart: string): Code {
  switch (code.is) {
    case 'name': return code.name === 'chart' ? { ...code, name: chart } : code;
    case 'list': return { ...code, items: code.items.map((item) => inChart(item, chart)) };
    case 'call': return { ...code, args: code.args.map((arg) => inChart(arg, chart)) };
    case 'fields': return { ...code, fields: code.fields.map((field) => ({ ...field, code: inChart(field.code, chart) })) };
    case 'spread': return { ...code, code: inChart(code.code, chart) };
    default: return code;
  }
}

/** `word-count` is `wordCount`; a reserved word, a name that is taken or none at all gets a number or a word behind. */
function unusedVariable(id: string, variables: Set<string>): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const camel = words.map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('');
  const base = /^[A-Za-z]/.test(camel) ? camel : `resource${camel}`;
  let variable = base;
  for (let count = 2; variables.has(variable) || RESERVED.has(variable) || variable in DECLARATIONS; count++) {
    variable = `${base}${count}`;
  }
  variables.add(variable);
  return variable;
}

const RESERVED = new Set([
  'arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'eval', 'export',
  'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private',
  'process', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while',
  'with', 'yield', 'exports', 'module', 'require',
]);

function namesIn({ construct, props, calls }: ImportedResource): string[] {
  return [construct, ...namesOf(props), ...calls.flatMap(({ args }) => args.flatMap(namesOf))];
}

function namesOf(code: Code): string[] {
  switch (code.is) {
    case 'data': return [];
    case 'secret': return ['secretOf'];
    case 'name': return [firstOf(code.name)];
    case 'list': return code.items.flatMap(namesOf);
    case 'fields': return code.fields.flatMap((field) => namesOf(field.code));
    case 'call': return [firstOf(code.name), ...code.args.flatMap(namesOf)];
    case 'spread': return namesOf(code.code);
  }
}

function firstOf(name: string): string {
  return name.split('.')[0];
}

function importLines(names: ReadonlySet<string>, declared: readonly Readonly<Record<string, readonly string[]>>[]): string {
  const modules = new Map<string, Set<string>>();
  const add = (module: string, name: string) => modules.set(module, (modules.get(module) ?? new Set()).add(name));
  names.forEach((name) => {
    const module = moduleOf(name);
    if (module !== undefined) {
      add(module, name);
    }
  });
  declared.forEach((imports) => Object.entries(imports).forEach(([module, own]) => own.forEach((name) => add(module, name))));
  return ['cdk8s', 'cdk8s-plus-28', 'cdk8s-flink'].filter((module) => modules.has(module)).map((module) => importLine(module, [...modules.get(module)!])).join('\n');
}

function importLine(module: string, names: readonly string[]): string {
  const sorted = [...names].sort();
  const line = `import { ${sorted.join(', ')} } from ${quoted(module)};`;
  return line.length <= WIDTH ? line : `import {\n${filled(sorted.map((name) => `${name},`))}\n} from ${quoted(module)};`;
}

/** Words in as few lines as they fit. */
function filled(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + 1 + word.length > WIDTH) {
      lines.push(`  ${word}`);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines.join('\n');
}
