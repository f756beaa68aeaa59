import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Question } from './answers';
import { admissionsOf, judged, podsOf, readingOf, Resource } from './resource-questions';
import { FlinkVersion } from '../src/flink/flink-version';
import { flinkOptions, operatorOptions } from '../src/flink/options/option-catalogue';
import { flattenConfiguration } from '../src/operator/configuration/flatten-configuration';
import { fieldsMissingIn } from '../src/operator/manifest/fields-missing-in';
import { ManifestKind, MANIFEST_SCHEMAS } from '../src/operator/manifest/manifest-fields';
import { OperatorVersion } from '../src/operator/operator-version';

const EXAMPLES = join(__dirname, '..', 'examples');

/** The operator's resources among the expected manifests of the examples, session jobs beside the session of their file. */
export function exampleResources(): Resource[] {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml')).sort();
  return files.flatMap((file) => {
    const manifests = parseAllDocuments(readFileSync(join(EXAMPLES, file), 'utf8')).map((document) => document.toJS())
      .filter((manifest) => MANIFEST_SCHEMAS.has(manifest?.kind));
    return manifests.map((manifest) => ({
      manifest: manifest.kind === 'FlinkSessionJob' ? withAddress(manifest) : manifest,
      session: manifest.kind === 'FlinkSessionJob'
        ? manifests.find(({ kind, metadata }) => kind === 'FlinkDeployment' && metadata.name === manifest.spec.deploymentName) : undefined,
    }));
  });
}

/** What a name resolves to is not for a comparison. */
function withAddress(manifest: any): any {
  return { ...manifest, spec: { ...manifest.spec, job: { ...manifest.spec.job, jarURI: manifest.spec.job.jarURI.replace('artifacts.example.com', '203.0.113.7') } } };
}

/** Every example, whether the release has what it uses or not. */
export function exampleAdmissions(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return questionable(release).flatMap((resource) => admissionsOf(resource, release));
}

/** The examples whose features this release has. */
export function exampleAcceptances(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return examplesOf(release).flatMap((resource) => admissionsOf(resource, release));
}

/** Of every example, what the real schema keeps of it, or that it refuses it as we do. */
export function exampleReadings(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return questionable(release).map((resource) => readingOf(resource, release));
}

/** The classes of operator 1.15 know Flink 2.3 already, but the CRD of its Helm chart does not: they are never asked about it. */
function questionable(release: OperatorVersion): Resource[] {
  return exampleResources().filter(({ manifest }) => release !== OperatorVersion.V1_15 || manifest.spec.flinkVersion !== 'v2_3');
}

/** Of the examples whose features this release has it keeps everything. */
export function examplesWhole(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return examplesOf(release).map((resource) => readingOf(resource, release));
}

export function examplePods(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return examplesOf(release).flatMap((resource) => podsOf(resource, release));
}

/** How many there are, and how many of them this release can run. */
export function exampleCount(_cases: number, _seed: number, release: OperatorVersion): string {
  const all = exampleResources();
  const missing = [...new Set(all.flatMap((resource) => missingIn(resource, release)))];
  return `${examplesOf(release).length} of ${all.length} resources${missing.length === 0 ? '' : `; the others need ${missing.join(', ')}`}`;
}

function examplesOf(release: OperatorVersion): Resource[] {
  return exampleResources().filter((resource) => missingIn(resource, release).length === 0);
}

/** What a resource uses that the release does not have: its kind, fields, Flink and options, some of which it knows by an older name. */
function missingIn(resource: Resource, release: OperatorVersion): string[] {
  const { manifest, session } = resource;
  const kind: ManifestKind = manifest.kind;
  if (!release._isAtLeast(MANIFEST_SCHEMAS.get(kind)!.since)) {
    return [kind];
  }
  const [{ spec: { flinkVersion = session?.spec.flinkVersion, flinkConfiguration = {} } }] = judged(resource, release);
  const line = flinkVersion === undefined ? undefined : FlinkVersion.of(flinkVersion.slice(1).replace('_', '.'));
  return [
    ...session === undefined ? [] : missingIn({ manifest: session }, release),
    ...fieldsMissingIn(kind, manifest, release),
    ...line === undefined || release.newestFlink.isAtLeast(line) ? [] : [`Flink ${line.minorLine}`],
    ...[...flattenConfiguration(flinkConfiguration).keys()].filter((key) => operatorOptions(release.minorLine).find(key).is === 'of-other-lines'
      || hasOlderName(key, release)),
  ];
}

/** The operator reads some options by its own Flink, in which they may have another name. */
function hasOlderName(key: string, release: OperatorVersion): boolean {
  const finding = flinkOptions(release.flinkClasses).find(key);
  return finding.is === 'of-other-lines' && finding.instead !== undefined;
}
