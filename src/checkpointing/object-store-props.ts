import { CheckpointingProps } from './checkpointing';

/** What all object stores have in common. */
export interface ObjectStoreProps extends CheckpointingProps {
  /**
   * Path in the bucket for all that belongs to the deployment, without a scheme and without a slash at either end.
   * Refused with `[storage-property]`.
   * @default - the name of the deployment
   */
  readonly prefix?: string;
  /**
   * Path in the bucket for savepoints, where they are kept by other rules than checkpoints. Refused with `[storage-property]`.
   * @default - `savepoints` under the prefix
   */
  readonly savepointPrefix?: string;
}
