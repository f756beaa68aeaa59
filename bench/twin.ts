import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { throughputs, Throughputs } from './memory-model';
import { OperatorVersion } from '../lib/operator/operator-version';
import { resourceTwin } from '../lib/operator/resource-twin';

const EXAMPLES = resolve(__dirname, '..', 'examples');

/** Whole twins a second: read, admitted, configured, its memory and its pods, of the FlinkDeployments of the examples under many names. */
export function twin(slices: number): Throughputs {
  const installation = { release: OperatorVersion.V1_16, defaults: new Map() };
  return throughputs('twin of a FlinkDeployment', slices, deployments(), (deployment) => {
    const { failures, cluster } = resourceTwin(deployment, installation);
    if (failures.length > 0) {
      throw failures[0];
    }
    return cluster!.pods;
  });
}

function deployments(): object[] {
  const kept = ['product-dedup/tuned.k8s.yaml', 'minio/minio.k8s.yaml', 'basic/basic.k8s.yaml'].flatMap((file) =>
    parseAllDocuments(readFileSync(resolve(EXAMPLES, file), 'utf8')).map((document) => document.toJS()).filter(({ kind }) => kind === 'FlinkDeployment'));
  return Array.from({ length: 60 }, (_, index) => {
    const deployment = structuredClone(kept[index % kept.length]);
    deployment.metadata.name = `job-${index}`;
    return deployment;
  });
}
