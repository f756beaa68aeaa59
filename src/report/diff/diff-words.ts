import { AmountChange, FieldChange, KnobChange, ResourceDiff, ResourceName } from './manifest-diff';
import { Restart } from '../../operator/upgrade/resource-upgrade';
import { DiffType } from '../../operator/upgrade/spec-diff';
import { grouped } from '../../units/grouped-number';

/** What a value that nobody sets is called. */
const UNSET = 'unset';
const LONGEST = 160;
const OPTION = 'flinkConfiguration.';
const MOST_OPTIONS = 4;
/** How the catalogue tells that there is no bound. */
const BOUNDLESS = /^9223372036854775807\b/;

const RESTARTS: Readonly<Record<Restart, string>> = {
  [Restart.NONE]: 'no: the operator changes nothing that runs',
  [Restart.IN_PLACE]: 'no: scaled in place',
  [Restart.RESTART]: 'yes: what runs is stopped and deployed again',
  [Restart.TRANSITION]: 'no: the other colour starts beside the running one and takes over',
  [Restart.STOP]: 'stop: the job is suspended',
  [Restart.START]: 'start: the suspended job is deployed',
  [Restart.FORBIDDEN]: 'refused by the operator\'s webhook',
};

/** `FlinkDeployment flink/orders`. */
export function resourceText({ kind, namespace, name }: ResourceName): string {
  return `${kind} ${namespace}/${name}`;
}

/** Whether anything that runs is stopped, with the operator's own word for it. */
export function restartText(diff: ResourceDiff): string {
  const { upgrade, formerly } = diff;
  if (formerly !== undefined) {
    return `yes: ${resourceText(formerly)} is deleted, and this one is made`;
  }
  if (upgrade === undefined) {
    return 'no: it is no cluster and no job';
  }
  const { restart, type, because } = upgrade;
  const more = because ?? (restart === Restart.RESTART && onlySpelled(diff) ? 'only spelling changes, and the operator compares texts' : undefined);
  return `${RESTARTS[restart]} (${type})${more === undefined ? '' : `; ${more}`}`;
}

/** The changes that make the operator act, a long list of options as their number; none where it does nothing. */
export function actedOn({ upgrade }: ResourceDiff): string[] {
  const fields = upgrade?.changes.filter(({ type }) => type !== DiffType.IGNORE).map(({ field }) => field) ?? [];
  const options = fields.filter((field) => field.startsWith(OPTION));
  return options.length <= MOST_OPTIONS ? fields : [`${options.length} options of flinkConfiguration`, ...fields.filter((field) => !field.startsWith(OPTION))];
}

/** Nothing of what Flink and Kubernetes look at is another. */
function onlySpelled({ upgrade, fields, knobs, tables, pods }: ResourceDiff): boolean {
  return upgrade!.changes.length > 0 && fields.length + knobs.length + tables.length + pods.length === 0;
}

export function knobBefore({ before, otherwise }: KnobChange): string {
  return before ?? unset(otherwise);
}

export function knobAfter({ after, otherwise }: KnobChange): string {
  return after ?? unset(otherwise);
}

export function changeText({ before, after }: FieldChange): string {
  const [one, other] = [before, after].map((text) => (text === undefined ? undefined : shortened(text)));
  return one === undefined ? `new: ${other}` : other === undefined ? `gone: ${one}` : one === other ? `another value: ${one}` : `${one} → ${other}`;
}

/** What to say when more than one lever moves. */
export function tuningText(levers: number): string {
  return `${levers} levers move at once, so that nobody can tell which one did what. Move one, measure under the same load, then the next:`;
}

/** Before, after and the difference between them. */
export function amountTexts({ unit, before, after }: AmountChange): [before: string, after: string, difference: string] {
  const difference = before === undefined || after === undefined || before === after ? '' : `${after > before ? '+' : '-'}${amountText(after > before ? after - before : before - after, unit)}`;
  return [amountText(before, unit), amountText(after, unit), difference];
}

function amountText(amount: bigint | undefined, unit: AmountChange['unit']): string {
  if (amount === undefined) {
    return '–';
  }
  switch (unit) {
    case 'bytes': return `${grouped(Math.round(Number(amount) / 1024 ** 2 * 10) / 10)} MiB`;
    case 'millicores': return grouped(Number(amount) / 1000);
    case 'count': return grouped(Number(amount));
  }
}

function unset(otherwise: string | undefined): string {
  return otherwise === undefined ? UNSET : BOUNDLESS.test(otherwise) ? `${UNSET}, without bound` : `${UNSET}, which is ${otherwise}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
