import { Pack } from './rule';

/** How a resource is looked at. */
export interface Judging {
  /** Besides `refused`, which is always on. */
  readonly packs: readonly Pack[];
  /** `2026-11-22`: what has expired before is none. */
  readonly today: string;
}
