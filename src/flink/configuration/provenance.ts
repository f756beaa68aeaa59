import { FlinkSetting } from './setting';

/** Who may set a setting, lowest first: a higher rank takes the place of a lower one. */
export enum SettingRank {
  DEFAULTS,
  SIZING,
  STRATEGY,
  PROPERTY,
  RAW,
}

/** A setting with its provenance. */
export interface ProvenSetting extends FlinkSetting {
  readonly rank: SettingRank;
  /** Who set it, in the user's terms: `the plan`, `RocksDbStateBackend`, `flinkConfiguration`. */
  readonly by: string;
}
