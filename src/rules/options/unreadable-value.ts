import { WrittenOption, writtenOptions } from './written-options';
import { isUnfilled } from '../../flink/configuration/unfilled-text';
import { FlinkVersion } from '../../flink/flink-version';
import { knownLine } from '../../flink/known-line';
import { flinkOptions, KeyFinding, operatorOptions } from '../../flink/options/option-catalogue';
import { ValueDialect, valueDialect } from '../../flink/options/value-dialect';
import { valueProblem } from '../../flink/options/value-problem';
import { configurationFile } from '../../operator/configuration/configuration-file';
import { flattenConfiguration } from '../../operator/configuration/flatten-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkSessionJobManifest } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { Category, Finding, Pack, ResourceRule, Severity } from '../rule';

/** Which the rule about the times of the checkpoint schedule looks at, for Flink of every line at once. */
const LOOKED_AT = /^execution\.checkpointing\.(interval|timeout|min-pause|aligned-checkpoint-timeout)$/;

/** Of all others no type is known. */
const TYPED: readonly KeyFinding['is'][] = ['option', 'older-spelling', 'member'];

/** About the resource, since the twin refuses many of these values itself, and says nothing twice. */
export const unreadableValue: ResourceRule = {
  id: 'unreadable-value',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.ERROR,
  title: 'a value that its reader cannot read',
  why: 'admission does not look at it; the process, the job or the autoscaler that asks for the option throws when it does',
  fix: 'write a value of the option\'s type',
  source: 'Flink ConfigurationUtils.convertValue, TimeUtils, MemorySize; types from the option catalogue',
  fires: 'flinkConfiguration: { job.autoscaler.catch-up.duration: 10mc }',
  passes: 'flinkConfiguration: { job.autoscaler.catch-up.duration: 10m }',
  checkResource: (twin) => {
    const { cluster, at } = subjectOf(twin);
    const said = [twin.admission, ...twin.failures].flatMap((each) => (each instanceof Refusal ? [each.message] : []));
    return cluster === undefined ? [] : writtenOptions(cluster)
      .filter(({ key, value, found }) => TYPED.includes(found.is) && isOwn(key, twin) && !LOOKED_AT.test(key) && !isUnfilled(key, value))
      .flatMap((written): Finding[] => {
        const problem = problemOf(written, cluster);
        const known = problem === undefined || said.some((message) => message.includes(written.key));
        return known ? [] : [{ ...problem.text, path: [...at, written.key] }];
      });
  },
};

function subjectOf({ kind, cluster, children: [child] }: ResourceTwin): { readonly cluster?: EffectiveCluster; readonly at: ManifestPath } {
  return kind === 'FlinkBlueGreenDeployment'
    ? { cluster: child?.cluster, at: ['spec', 'template', 'spec', 'flinkConfiguration'] }
    : { cluster, at: ['spec', 'flinkConfiguration'] };
}

/** What a session job has from its session is said of the session. */
function isOwn(key: string, { kind, manifest: { spec } }: ResourceTwin): boolean {
  return kind !== 'FlinkSessionJob' || flattenConfiguration((spec as FlinkSessionJobManifest['spec']).flinkConfiguration ?? {}).has(key);
}

function problemOf({ key, value, reader }: WrittenOption, { manifest: { spec: { flinkVersion } } }: EffectiveCluster): Refusal | undefined {
  return reader instanceof FlinkVersion
    ? valueProblem(flinkOptions(reader), key, value, dialectOf(flinkVersion))
    : valueProblem(operatorOptions(reader.minorLine), key, value, valueDialect(reader.flinkClasses));
}

function dialectOf(flinkVersion: string | undefined): ValueDialect {
  return valueDialect(knownLine(flinkVersion)!, configurationFile(flinkVersion));
}
