import { KnobChange, Respelling } from './manifest-diff';
import { dialectOf, Meanings, MeantOption } from './same-meaning';
import { leverOf } from './tuning-order';
import { holdsSecret, valueShown } from '../../flink/configuration/sensitive-key';
import { valueMeaning } from '../../flink/options/value-meaning';
import { SettingOrigin } from '../../operator/configuration/effective-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';

/** What the operator tells itself, and what follows from the name of the resource. */
const INTERNAL = /^(\$internal\.|kubernetes\.internal\.(?!taskmanager\.replicas$)|kubernetes\.(cluster-id|namespace)$|high-availability\.cluster-id$|kubernetes\.pod-template-file)/;

/** One side's setting of an option. */
interface Set {
  readonly option: MeantOption;
  readonly written: string;
  readonly text: string;
  readonly meant: string;
}

/** The options that move, and those that are only written in another way. */
interface ChangedKnobs {
  readonly knobs: readonly KnobChange[];
  readonly respellings: readonly Respelling[];
}

/** By key. */
export function changedKnobs(before: EffectiveCluster, after: EffectiveCluster): ChangedKnobs {
  const meanings = new Meanings([before, after]);
  const [one, other] = [before, after].map((cluster) => settingsOf(cluster, meanings));
  const knobs: KnobChange[] = [];
  const respellings: Respelling[] = [];
  for (const key of [...new Set([...one.keys(), ...other.keys()])].sort()) {
    const [old, now] = [one.get(key), other.get(key)];
    const { option } = (now ?? old)!;
    if ((old?.meant ?? defaultOf(option, before)) !== (now?.meant ?? defaultOf(option, after))) {
      knobs.push(knobChange(option, old, now, now === undefined ? before : after));
    } else if (old?.written !== now?.written || old?.text !== now?.text) {
      respellings.push({ before: spelled(old), after: spelled(now) });
    }
  }
  // An old key may stand for two options.
  const first = (each: Respelling) => respellings.find(({ before: was, after: is }) => each.before === was && each.after === is);
  return { knobs, respellings: respellings.filter((each) => first(each) === each) };
}

function settingsOf(cluster: EffectiveCluster, meanings: Meanings): Map<string, Set> {
  const dialect = dialectOf(cluster);
  const settings = new Map<string, Set>();
  for (const [written, text] of cluster.configuration) {
    if (!INTERNAL.test(written)) {
      for (const option of meanings.of(written)) {
        const known = settings.get(option.key);
        if (known === undefined || option.rank < known.option.rank) {
          settings.set(option.key, { option, written, text, meant: valueMeaning(text, option.type, dialect) });
        }
      }
    }
  }
  return settings;
}

function defaultOf(option: MeantOption, cluster: EffectiveCluster): string | undefined {
  return option.otherwise === undefined ? undefined : valueMeaning(option.otherwise, option.type, dialectOf(cluster));
}

function knobChange({ key, otherwise, type }: MeantOption, old: Set | undefined, now: Set | undefined, cluster: EffectiveCluster): KnobChange {
  return {
    key,
    before: old && shownText(key, old.text),
    after: now && shownText(key, now.text),
    otherwise,
    origin: originIn(cluster, (now ?? old)!.written),
    lever: leverOf(key),
    direction: type === undefined ? undefined : direction(old?.meant, now?.meant),
  };
}

function originIn(cluster: EffectiveCluster, written: string): string {
  const origin = cluster.originOf(written);
  return origin === SettingOrigin.FIELD ? cluster.overwritten.find(({ key }) => key === written)?.field ?? origin : origin;
}

/** Meanings of numbers, times and amounts are digits, in quotes where they may be large. */
function direction(old: string | undefined, now: string | undefined): KnobChange['direction'] {
  const [from, to] = [old, now].map((meant) => Number((meant ?? '').replace(/^"([0-9]+)"$/, '$1') || NaN));
  return from < to ? 'up' : from > to ? 'down' : undefined;
}

function spelled(set: Set | undefined): string {
  return set === undefined ? 'left out' : `${set.written}: ${shownText(set.written, set.text)}`;
}

/** Without the quotes of a refusal. */
function shownText(key: string, text: string): string {
  return holdsSecret(key, text) ? 'a secret' : valueShown(key, text).replace(/^"(.*)"$/s, '$1');
}
