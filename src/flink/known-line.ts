import { FlinkVersion } from './flink-version';

/** From the oldest on. */
const LINES = Object.values(FlinkVersion).filter((each): each is FlinkVersion => each instanceof FlinkVersion);

/** The oldest whose options are known. */
export const OLDEST_LINE = LINES[0];

/** The line that a resource names in `flinkVersion`, where its options are known. */
export function knownLine(flinkVersion: string | undefined): FlinkVersion | undefined {
  return LINES.find(({ operatorName }) => operatorName === flinkVersion);
}
