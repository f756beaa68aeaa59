import { Yaml } from 'cdk8s';
import { asApiObject, asFlinkDeployment, ImportPlace } from './as-it-is';
import { asTuned } from './as-tuned';
import { Comparison, comparison } from './equivalence';
import { ImportedResource } from './imported-resource';
import { PlainTextSecrets } from './plain-text-secrets';
import { refuseUnwritable } from './refuse-unwritable';
import { runResources } from './run-resources';
import { ManifestMetadata } from '../../operator/manifest/flink-manifests';
import { readResources } from '../../operator/manifest/read-resources';
import { OperatorInstallation } from '../../operator/operator-installation';
import { ResourceTwin, resourceTwins } from '../../operator/resource-twin';
import { Refusal, refusalIn } from '../../refusal';
import { TwinInFile } from '../manifest-file';

/** What became of one resource of the file. */
export interface Import {
  readonly from: TwinInFile;
  /** Nothing where the operator cannot read it, or TypeScript cannot hold it. */
  readonly resource?: ImportedResource;
  /** Why there is no resource, or one that is not tuned. */
  readonly obstacle?: Refusal;
  /** Of what the imported code comes to with the original. */
  readonly comparison?: Comparison;
}

/** The resources of a file as constructs, each run and compared with what it was imported from. */
export function importResources(twins: readonly TwinInFile[], installation: OperatorInstallation): Import[] {
  const secrets = new PlainTextSecrets();
  const ids = new Set<string>();
  const deployments = new Set<string>();
  const imports = twins.map((from) => importResource(from, { secrets, ids, deployments }));
  return compared(imports, installation);
}

/** What the resources of one file have between them. */
interface OfFile {
  readonly secrets: PlainTextSecrets;
  readonly ids: Set<string>;
  readonly deployments: Set<string>;
}

function importResource(from: TwinInFile, { secrets, ids, deployments }: OfFile): Import {
  const { twin, resource: { value } } = from;
  if (twin instanceof Refusal) {
    return { from, obstacle: twin };
  }
  const unwritable = refusalIn(() => refuseUnwritable(value));
  if (unwritable !== undefined) {
    return { from, obstacle: unwritable };
  }
  const { namespace, name } = twin.metadata;
  const place: ImportPlace = { resource: name, id: idFor(name, namespace, ids), namespace, secrets };
  const written = value as Record<string, unknown>;
  if (written.kind !== 'FlinkDeployment') {
    return { from, resource: asApiObject(written, place) };
  }
  if (twin.cluster === undefined || twin.cluster.manifest.spec.flinkVersion === undefined) {
    return { from, resource: asApiObject(written, place, twin.cluster === undefined ? 'its configuration cannot be put together' : 'it has no flinkVersion') };
  }
  try {
    refuseTaken(twin.metadata, deployments);
    return { from, resource: asTuned(twin, twin.cluster, written, place) };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const resource = asFlinkDeployment(twin.cluster, written, place);
    const { what, fix } = error.text;
    return { from, obstacle: error.movedTo(undefined), resource: { ...resource, comments: [`Not tuned yet: ${what}. To mend it: ${fix}.`] } };
  }
}

/** Two of one name are variants of one resource, of which Kubernetes would keep the last. */
function refuseTaken({ namespace, name }: ManifestMetadata, deployments: Set<string>): void {
  const key = `${namespace ?? ''}/${name}`;
  if (deployments.has(key)) {
    throw new Refusal({
      code: 'import-not-tuned',
      what: 'an app has one tuned construct of a name in a namespace',
      got: `another FlinkDeployment ${name}`,
      allowed: 'one',
      fix: 'import the variants from files of their own',
    });
  }
  deployments.add(key);
}

/** Names of several kinds may be one; ids of a chart may not. A slash would be read as a path. */
function idFor(name: string, namespace: string | undefined, taken: Set<string>): string {
  const base = name.replace(/\//g, '-');
  let id = base;
  for (let count = 2; taken.has(`${namespace ?? ''}/${id}`); count++) {
    id = `${base}-${count}`;
  }
  taken.add(`${namespace ?? ''}/${id}`);
  return id;
}

/** All of them in one app, written as YAML and read again: session jobs meet their session. */
function compared(imports: readonly Import[], installation: OperatorInstallation): Import[] {
  const made = imports.flatMap(({ resource }) => resource ?? []);
  const text = Yaml.stringify(...runResources(made).map(({ manifest }) => manifest));
  const { resources } = readResources(text, installation.release);
  const readable = resources.flatMap(({ read }) => (read instanceof Refusal ? [] : [read]));
  const twins = resourceTwins(readable, installation);
  return imports.map((each) => {
    const read = each.resource === undefined ? undefined : resources[made.indexOf(each.resource)].read;
    if (read === undefined) {
      return each;
    }
    const after = read instanceof Refusal ? undefined : twins[readable.indexOf(read)];
    return { ...each, comparison: after === undefined ? { same: [], different: ['what can be read'] } : comparison(each.from.twin as ResourceTwin, after) };
  });
}
