import { AmountChange, KnobChange, PodChange, ResourceDiff, ResourceName } from './manifest-diff';
import { Restart } from '../../operator/upgrade/resource-upgrade';
import { DiffType } from '../../operator/upgrade/spec-diff';
import { grouped } from '../../units/grouped-number';

/** What a value that nobody sets is called. */
const UNSET = 'unset';
const LONGEST = 160;

const RESTARTS: Readonly<Record<Restart, string>> = {
  [Restart.NONE]: 'no: the operator changes nothing that runs',
  [Restart.IN_PLACE]: 'no: scaled in place',
  [Restart.RESTART]: 'yes: the job is stopped and deployed again',
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
export function restartText({ upgrade, formerly, resource, respellings, knobs }: ResourceDiff): string {
  if (formerly !== undefined) {
    return `yes: ${resourceText(formerly)} is deleted, and this one is made`;
  }
  if (upgrade === undefined) {
    return 'no: it is no cluster and no job';
  }
  const { restart, type, because, changes } = upgrade;
  const session = resource.kind === 'FlinkDeployment' && changes.length > 0 && restart === Restart.RESTART && knobs.length === 0 && respellings.length > 0;
  const words = `${RESTARTS[restart]} (${type})`;
  return [words, because, session ? 'the operator compares texts, so that a new spelling is a change to it' : undefined].filter((part) => part !== undefined).join('; ');
}

/** The changes that make the operator act; none where it does nothing. */
export function actedOn({ upgrade }: ResourceDiff): string[] {
  return upgrade?.changes.filter(({ type }) => type !== DiffType.IGNORE).map(({ field }) => field) ?? [];
}

export function knobBefore({ before, otherwise }: KnobChange): string {
  return before ?? unset(otherwise);
}

export function knobAfter({ after, otherwise }: KnobChange): string {
  return after ?? unset(otherwise);
}

export function podText({ before, after }: PodChange): string {
  const [one, other] = [before, after].map((text) => (text === undefined ? undefined : shortened(text)));
  return one === undefined ? `new: ${other}` : other === undefined ? `gone: ${one}` : one === other ? `another value: ${one}` : `${one} → ${other}`;
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
  return otherwise === undefined ? UNSET : `${UNSET}, which is ${otherwise}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
