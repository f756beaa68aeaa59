import { Yaml } from 'cdk8s';
import { asApiObject, asFlinkDeployment, ImportPlace } from './as-it-is';
import { asTuned } from './as-tuned';
import { Comparison, comparison } from './equivalence';
import { ImportedResource } from './imported-resource';
import { PlainTextSecrets } from './plain-text-secrets';
import { runResources } from './run-resources';
import { readResources } from '../../operator/manifest/read-resources';
import { OperatorInstallation } from '../../operator/operator-installation';
import { ResourceTwin, resourceTwins } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { TwinInFile } from '../manifest-file';

/** What became of one resource of the file. */
export interface Import {
  readonly from: TwinInFile;
  /** Nothing where the operator cannot even read it. */
  readonly resource?: ImportedResource;
  /** Why it is no tuned construct, where it could have been one. */
  readonly obstacle?: Refusal;
  /** Of what the imported code comes to with the original. */
  readonly comparison?: Comparison;
}

/** The resources of a file as constructs, each run and compared with what it was imported from. */
export function importResources(twins: readonly TwinInFile[], installation: OperatorInstallation): Import[] {
  const secrets = new PlainTextSecrets();
  const taken = new Set<string>();
  const imports = twins.map((from) => importResource(from, secrets, taken));
  return compared(imports, installation);
}

function importResource(from: TwinInFile, secrets: PlainTextSecrets, taken: Set<string>): Import {
  const { twin, resource: { value, read } } = from;
  if (twin instanceof Refusal || read instanceof Refusal) {
    return { from };
  }
  const { namespace, name } = twin.metadata;
  const place: ImportPlace = { resource: name, id: idFor(name, namespace, taken), namespace, secrets };
  const written = value as Record<string, unknown>;
  if (twin.cluster === undefined || written.kind !== 'FlinkDeployment') {
    return { from, resource: asApiObject(written, place) };
  }
  try {
    return { from, resource: asTuned(twin, twin.cluster, written, place) };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const { flinkVersion } = twin.cluster.manifest.spec;
    const resource = flinkVersion === undefined ? asApiObject(written, place) : asFlinkDeployment(twin.cluster, written, place);
    const { what, fix } = error.text;
    return { from, obstacle: error.movedTo(undefined), resource: { ...resource, comments: [`Not tuned yet: ${what}. To mend it: ${fix}.`] } };
  }
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
