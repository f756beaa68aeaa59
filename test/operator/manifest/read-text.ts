import { ReadManifest } from '../../../src/operator/manifest/read-manifest';
import { readResources } from '../../../src/operator/manifest/read-resources';
import { OperatorInstallation } from '../../../src/operator/operator-installation';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { ResourceTwin, resourceTwins } from '../../../src/operator/resource-twin';
import { Refusal } from '../../../src/refusal';

/** The resources of a text, each of which can be read; throws what the first is refused for. */
export function readManifests(text: string, release: OperatorVersion): { manifests: ReadManifest[]; passedOver: string[] } {
  const { resources, passedOver } = readResources(text, release);
  return {
    manifests: resources.map(({ read }) => {
      if (read instanceof Refusal) {
        throw read;
      }
      return read;
    }),
    passedOver,
  };
}

export function twinsOfText(text: string, installation: OperatorInstallation): { twins: ResourceTwin[]; passedOver: string[] } {
  const { manifests, passedOver } = readManifests(text, installation.release);
  return { twins: resourceTwins(manifests, installation), passedOver };
}
