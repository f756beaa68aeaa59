import { Code } from './code';
import { Comparison } from './equivalence';
import { Import } from './import-resources';
import { Refusal } from '../../refusal';
import { textTable } from '../../report/text-table';

const WIDTH = 120;

/** What was recognised, what is raw and why, and what the comparison came to; for one resource. */
export function importReport({ from: { file, resource: text, twin }, resource, obstacle, comparison }: Import): string {
  const { kind, name = 'without a name', placeOf } = text;
  const heading = `${file.name}:${placeOf([]).line}: ${kind} ${name}`;
  if (twin instanceof Refusal || resource === undefined) {
    return `${heading}: not imported\n${indented(obstacle!.message, 4)}\n`;
  }
  const { construct, recognised, raw, leftOpen } = resource;
  const reasons = [...new Set(raw.map(({ why }) => why))];
  const secrets = [...new Set([resource.props, ...resource.calls.flatMap(({ args }) => args)].flatMap(variablesIn))];
  const dropped = [...twin.pruned, ...hasStatus(text.value) ? ['status'] : []];
  const rows = [
    row('recognised', recognised),
    ...reasons.map((why) => row('raw', raw.filter((part) => part.why === why).map(({ what }) => what), why)),
    row('left open', leftOpen, 'the library decides them and the manifest does not'),
    row('secrets', secrets, 'in plain text in the manifest: set these variables, or better take the values from a Secret'),
    row('dropped', dropped, 'Kubernetes takes it from nobody'),
    row('to complete', construct === 'TunedFlinkDeployment' ? ['workload'] : construct === 'TunedFlinkSession' ? ['hosts'] : []),
  ].flat();
  const stood = obstacle === undefined ? '' : `  not tuned yet:\n${indented(obstacle.message, 4)}\n`;
  return `${heading}: ${construct}\n${stood}${textTable([...rows, ...comparison === undefined ? [] : comparisonRows(comparison)], WIDTH, '  ')}\n`;
}

/** The sum of many. */
export function importSummary(imports: readonly Import[], passedOver: readonly string[]): string {
  const constructs = ['TunedFlinkDeployment', 'TunedFlinkSession', 'FlinkDeployment', 'ApiObject'].map((construct) =>
    [construct, imports.filter(({ resource }) => resource?.construct === construct).length] as const);
  const counts = [...constructs, ['not imported', imports.filter(({ resource }) => resource === undefined).length] as const]
    .filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  const passed = passedOver.length === 0 ? '' : `; passed over: ${passedOver.join(', ')}`;
  return `${counts.join(', ')}${passed}\n`;
}

function row(label: string, what: readonly string[], why?: string): string[][] {
  return what.length === 0 ? [] : [[label, `${what.join(', ')}${why === undefined ? '' : ` (${why})`}`]];
}

function comparisonRows({ same, different }: Comparison): string[][] {
  return different.length === 0 ? [['equivalent', same.join(', ')]] : [['DIFFERENT', different.join(', ')]];
}

function variablesIn(code: Code): string[] {
  switch (code.is) {
    case 'secret': return [code.variable];
    case 'list': return code.items.flatMap(variablesIn);
    case 'fields': return code.fields.flatMap((field) => variablesIn(field.code));
    case 'call': return code.args.flatMap(variablesIn);
    case 'spread': return variablesIn(code.code);
    default: return [];
  }
}

function hasStatus(value: unknown): boolean {
  return (value as { readonly status?: unknown }).status !== undefined;
}

function indented(text: string, by: number): string {
  return text.split('\n').map((line) => `${' '.repeat(by)}${line}`).join('\n');
}

