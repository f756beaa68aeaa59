import { SOUND_SPEC } from '../../../src/rules/sound-spec';

/** Without any finding. */
export const SOUND = `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: orders
spec:
${SOUND_SPEC.trim().split('\n').map((line) => `  ${line}`).join('\n')}
`;

/** With one more option in its configuration, in the line behind `flinkConfiguration`. */
export function withOption(line: string): string {
  return SOUND.replace('  flinkConfiguration:\n', (above) => `${above}    ${line}\n`);
}

/** Contradicts `spec.job.parallelism`. */
export const CONTRADICTION = withOption('parallelism.default: "8" # eight');
