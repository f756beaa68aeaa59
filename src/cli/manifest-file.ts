import { CommandIo } from './command-io';
import { helmTemplateRefusal, isHelmTemplate } from './helm-template';
import { readText } from './input-file';
import { refuseManyOptions } from './refuse-many-options';
import { UnusableInput, withInput } from './unusable-input';
import { ReadManifest } from '../operator/manifest/read-manifest';
import { readResources, TextResource } from '../operator/manifest/read-resources';
import { OperatorInstallation } from '../operator/operator-installation';
import { OperatorVersion } from '../operator/operator-version';
import { namedDeployments, ResourceTwin, resourceTwins } from '../operator/resource-twin';
import { Refusal } from '../refusal';

/** A text with manifests. */
export interface ManifestFile {
  /** As messages call it. */
  readonly name: string;
  readonly text: string;
  readonly resources: readonly TextResource[];
  /** Kinds of what is none of the operator's. */
  readonly passedOver: readonly string[];
}

/** A resource of a text with what would happen to it; nothing of that where the operator cannot read it. */
export interface TwinInFile {
  readonly file: ManifestFile;
  readonly resource: TextResource;
  readonly twin: ResourceTwin | Refusal;
}

/** The resources in a file, or in the standard input for `-`. */
export async function readManifestFile(path: string, io: CommandIo, release: OperatorVersion): Promise<ManifestFile> {
  const { name, text } = await readText(path, io);
  if (isHelmTemplate(text)) {
    throw new UnusableInput(name, [helmTemplateRefusal()]);
  }
  return manifestsIn(name, text, release);
}

/** Of a file that a command can do nothing with. */
export function noResource({ passedOver }: ManifestFile): Refusal {
  return new Refusal({
    code: 'no-resource',
    what: 'the file holds no resource of the operator',
    got: [...new Set(passedOver)].sort().join(', ') || 'nothing',
    allowed: 'FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot, FlinkBlueGreenDeployment or FlinkApplication',
    fix: 'give the file that the operator gets, after Helm or kustomize',
  });
}

/** The same of a text that is read already. */
export function manifestsIn(name: string, text: string, release: OperatorVersion): ManifestFile {
  return withInput(name, () => {
    const read = readResources(text, release);
    refuseManyOptions(text, read.resources);
    return { name, text, ...read };
  });
}

/** What would happen to all of them; session jobs meet the session clusters of their file, or else of any other. */
export function twinsIn(files: readonly ManifestFile[], installation: OperatorInstallation): TwinInFile[] {
  const elsewhere = namedDeployments(files.flatMap(readableIn));
  return files.flatMap((file) => {
    const twins = resourceTwins(readableIn(file), installation, elsewhere);
    return file.resources.map((resource) => ({ file, resource, twin: resource.read instanceof Refusal ? resource.read : twins.shift()! }));
  });
}

function readableIn({ resources }: ManifestFile): ReadManifest[] {
  return resources.map(({ read }) => read).filter((read): read is ReadManifest => !(read instanceof Refusal));
}
