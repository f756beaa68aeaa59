import { Question } from './answers';
import { blueGreenOutcome } from '../src/operator/admission/blue-green-outcome';
import { OperatorVersion } from '../src/operator/operator-version';

/** A resource of any kind, with the session cluster of a session job and what the operator has under both. */
export interface Resource {
  readonly manifest: any;
  readonly session?: any;
  readonly operatorConfiguration?: Record<string, string>;
}

/** What the operator's webhook looks at: of a blue/green deployment its children. */
export function admissionsOf(resource: Resource, release: OperatorVersion): Question[] {
  return judged(resource, release).map((manifest) => ({
    op: 'admit',
    release: release.minorLine,
    kind: manifest.kind,
    manifest,
    session: resource.session,
    operatorConfiguration: resource.operatorConfiguration ?? {},
  }));
}

/** What the API server keeps of it. */
export function readingOf({ manifest }: Resource, { minorLine: release }: OperatorVersion): Question {
  return { op: 'readManifest', release, manifest };
}

/** Both roles of each cluster of it. */
export function podsOf(resource: Resource, release: OperatorVersion): Question[] {
  return judged(resource, release).filter(({ kind }) => kind === 'FlinkDeployment').map((manifest) => ({
    op: 'pods',
    release: release.minorLine,
    manifest,
    operatorConfiguration: resource.operatorConfiguration ?? {},
    logFiles: { 'log4j-console.properties': '' },
  }));
}

/** The resource itself, or the FlinkDeployments that the operator makes of it. */
export function judged({ manifest, operatorConfiguration = {} }: Resource, release: OperatorVersion): any[] {
  if (manifest.kind !== 'FlinkBlueGreenDeployment') {
    return [manifest];
  }
  const { children } = blueGreenOutcome(manifest, { release, defaults: new Map(Object.entries(operatorConfiguration)) });
  return children.map((child) => ({ apiVersion: manifest.apiVersion, kind: 'FlinkDeployment', ...child }));
}
