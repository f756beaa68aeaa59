import { keyFor } from '../../src/flink/configuration/option-spelling';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { CONTEXT } from '../strategy-context';
import { FlinkVersion, StateBackend, StateBackendContext, StrategyConfig } from 'cdk8s-flink';

export const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

export const bindAlone = (backend: StateBackend, context: Partial<StateBackendContext> = {}): StrategyConfig =>
  backend.bind({ ...CONTEXT, incrementalCheckpoints: true, checkpointDirectory: 's3://state/checkpoints', ...context });

export const settingsOf = (config: StrategyConfig): Record<string, string> =>
  Object.fromEntries(config.settings!.map(({ key, value }) => [key, value]));

/** What a line of Flink has no option for, or cannot read, by the key that it gets; SQL and the operator have options of their own. */
export function strangersTo(flinkVersion: FlinkVersion, config: StrategyConfig): string[] {
  const catalogue = flinkOptions(flinkVersion);
  return config.settings!.map(({ key, value }) => [keyFor(flinkVersion, key), value] as const)
    .filter(([key]) => !/^(table|kubernetes\.operator)\./.test(key))
    .filter(([key, value]) => catalogue.find(key).is !== 'option' || valueProblem(catalogue, key, value, valueDialect(flinkVersion)) !== undefined)
    .map(([key, value]) => `${key}: ${value}`);
}
