import { Acknowledgement } from './acknowledgement';
import { covers } from './acknowledging';
import { messageShown } from '../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../operator/effective-cluster';
import { ManifestPath, pathShown } from '../operator/manifest/manifest-path';
import { ResourceTwin } from '../operator/resource-twin';
import { Refusal } from '../refusal';

/** How much a finding weighs. */
export enum Severity {
  /** It cannot work, names what there is not, or loses state or a secret. */
  ERROR = 'error',
  /** It works until something happens that will, a restart, an upgrade or load, or it does not do what it says. */
  WARNING = 'warning',
  /** It works, and there is a better way. */
  INFO = 'info',
}

/** Who asks for a rule. */
export enum Pack {
  /** What the API server, the operator or Flink refuses: always on, never acknowledged. */
  REFUSED = 'refused',
  /** What loses state, runs out of memory, stands still or does nothing: on unless other packs are named. */
  PRODUCTION = 'production',
  /** What is paid for and not used. */
  COST = 'cost',
  /** What careful teams agree on. */
  STRICT = 'strict',
}

/** What a rule is about, as people look for it. */
export enum Category {
  AUTOSCALER = 'autoscaler',
  CHECKPOINTS = 'checkpoints',
  HIGH_AVAILABILITY = 'high availability',
  MEMORY = 'memory',
  METRICS = 'metrics',
  NETWORK = 'network',
  OPTIONS = 'options',
  PODS = 'pods',
  SECURITY = 'security',
  SLOTS = 'slots and CPU',
  STATE = 'state',
  STORAGE = 'storage',
  UPGRADES = 'upgrades',
}

/** One change of the resource; a path that is not there yet is made. */
export type Edit =
  | { readonly set: ManifestPath; readonly value: string | number | boolean }
  | { readonly remove: ManifestPath }
  /** The value stays where it is and as it is. */
  | { readonly rename: ManifestPath; readonly key: string };

/** What one rule found at one place. Never holds a secret. */
export interface Finding {
  /** Where in the resource; what is missing is named where it would stand. */
  readonly path: ManifestPath;
  /** Lower case, no full stop. */
  readonly what: string;
  readonly got: string;
  readonly allowed: string;
  /** What to change in the manifest, where that can be said better than the rule's `fix` says it. */
  readonly fix?: string;
  /** The same for whoever uses our constructs. */
  readonly inConstruct?: string;
  /** What Flink and the operator will make of it, in the twin's numbers. */
  readonly becomes?: string;
  /** Mends it. */
  readonly edits?: readonly Edit[];
}

/** A mistake that people make, as data. */
export interface RuleText {
  /** Stable, kebab-case; the code in brackets of its message. */
  readonly id: string;
  readonly pack: Pack;
  readonly category: Category;
  readonly severity: Severity;
  /** The mistake in a few words, lower case. */
  readonly title: string;
  /** What happens because of it. */
  readonly why: string;
  /** How to mend it, in the words of the manifest. */
  readonly fix: string;
  /** Class of Flink or of the operator, or section of the tuning chapter. */
  readonly source: string;
  /** Release of the operator that reads the two examples, where the newest does not have the mistake. */
  readonly operator?: string;
  /** Part of the `spec` of a FlinkDeployment, as YAML, in which it is found, laid over `SOUND_SPEC`; with a `kind` it is a whole resource. */
  readonly fires: string;
  /** The same made good. */
  readonly passes: string;
}

/** A rule about what will run; `check` has no side effects. */
export interface Rule extends RuleText {
  readonly check: (cluster: EffectiveCluster) => Finding[];
}

/** A rule about the resource itself, of whatever kind. */
export interface ResourceRule extends RuleText {
  readonly checkResource: (twin: ResourceTwin) => Finding[];
}

/** A finding, and the rule that has it. */
export interface Found {
  readonly rule: RuleText;
  readonly finding: Finding;
}

/** Throws the first finding of a pack that is not acknowledged. */
export function refuseFindings(pack: readonly Rule[], cluster: EffectiveCluster, acknowledgements: readonly Acknowledgement[] = []): void {
  for (const rule of pack) {
    const finding = rule.check(cluster).find(({ path }) => !acknowledgements.some((each) => each.id === rule.id && covers(each, path)));
    if (finding !== undefined) {
      const { path, what, got, allowed, fix = rule.fix, inConstruct = fix } = finding;
      throw new Refusal({ code: rule.id, what, got: `${messageShown(got)}, in ${pathShown(path)}`, allowed: messageShown(allowed), fix: inConstruct });
    }
  }
}

/** Where an option stands in the resource. */
export function optionPath(key: string): ManifestPath {
  return ['spec', 'flinkConfiguration', key];
}
