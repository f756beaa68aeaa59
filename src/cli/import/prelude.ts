import { JsonPatch } from 'cdk8s';
import { Checkpointing, CheckpointingConfig, CheckpointingProps, SnapshotDirectories } from '../../checkpointing/checkpointing';

/*
 * What imported code may declare itself: here to be run, in DECLARATIONS as it is printed. A test runs the printed one.
 */

export class RecordedDirectories extends Checkpointing {
  constructor(private readonly directories: SnapshotDirectories, schedule: CheckpointingProps = {}) {
    super(schedule);
  }

  public bind(): CheckpointingConfig {
    return { directories: this.directories };
  }
}

export function leftOpen(...paths: string[]): JsonPatch[] {
  return paths.flatMap((path) => [JsonPatch.add(path, ''), JsonPatch.remove(path)]);
}

export function secretOf(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(`set ${variable}, or take the value from a Secret of the cluster`);
  }
  return value;
}

/** A piece of the file with the names that it imports itself, types among them. */
export interface Declaration {
  readonly imports: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
}

/** In the order of the file. */
export const DECLARATIONS: Readonly<Record<string, Declaration>> = {
  RecordedDirectories: {
    imports: { 'cdk8s-flink': ['Checkpointing', 'CheckpointingConfig', 'CheckpointingProps', 'SnapshotDirectories'] },
    text: `/** Directories as they were recorded. S3Checkpointing and its like bring plugin and credentials too. */
class RecordedDirectories extends Checkpointing {
  constructor(private readonly directories: SnapshotDirectories, schedule: CheckpointingProps = {}) {
    super(schedule);
  }

  public bind(): CheckpointingConfig {
    return { directories: this.directories };
  }
}`,
  },
  leftOpen: {
    imports: { cdk8s: ['JsonPatch'] },
    text: `/** Takes out of the resource what the library decides and the manifest leaves open. */
function leftOpen(...paths: string[]): JsonPatch[] {
  return paths.flatMap((path) => [JsonPatch.add(path, ''), JsonPatch.remove(path)]);
}`,
  },
  secretOf: {
    imports: {},
    text: `/** What the manifest had in plain text: it still becomes plain text in the manifest. A reference to a Secret is better. */
function secretOf(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(\`set \${variable}, or take the value from a Secret of the cluster\`);
  }
  return value;
}`,
  },
};
