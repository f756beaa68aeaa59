import { imageOf, PLACEHOLDERS, SizedDeployment } from './sized-deployment';
import { WorkloadFile } from './workload-file';

/** The manifest, under comments that say what is still to be filled in and what stays in the way. */
export function sizeYaml({ deployment = {}, ...file }: WorkloadFile, { explained: { plan }, manifest }: SizedDeployment): string {
  const missing = [
    ...(deployment.name === undefined ? [`deployment.name: the FlinkDeployment is called ${PLACEHOLDERS.name}`] : []),
    ...(deployment.image === undefined ? [`deployment.image: ${imageOf(file)} holds Flink, and no job`] : []),
    ...(deployment.jarUri === undefined ? [`deployment.jarUri: ${PLACEHOLDERS.jarUri}`] : []),
    ...(deployment.checkpoints === undefined ? [`deployment.checkpoints: ${PLACEHOLDERS.checkpoints} is no bucket of yours`] : []),
  ];
  const comments = [
    ...(missing.length === 0 ? [] : ['Placeholders, to be filled in in the workload file:', ...missing.map((each) => `  ${each}`)]),
    ...plan.findings.flatMap(({ code, message, fix }) => [`Finding ${code}: ${message}`, `  fix: ${fix}`]),
  ];
  return comments.map((line) => `# ${line}\n`).join('') + manifest;
}
