import { BackendOptions } from './backend-options';
import { changelogSettings } from './changelog';
import { CHANGELOG_FINDING } from './changelog-findings';
import { ChangelogProps } from './changelog-props';
import { LocalDisk, WORKING_DIRECTORY } from './local-disk';
import { StateBackend, StateBackendContext } from './state-backend';
import { StateLatencyTrackingProps } from './state-latency-tracking-props';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';

/** What backends may have whatever they keep the state in. */
export interface AnyBackendProps {
  readonly changelog?: ChangelogProps;
  readonly latencyTracking?: StateLatencyTrackingProps;
}

/** What a backend brings: its own settings, those that any backend may have, and its disk. */
export function boundBackend(
  backend: StateBackend, context: StateBackendContext, own: FlinkSetting[], to: BackendOptions, any: AnyBackendProps,
): StrategyConfig {
  const { changelog, latencyTracking } = any;
  const { disk = LocalDisk.ephemeralClaim(), localRecovery } = backend.decisions;
  const { checkpointDirectory, localDisk } = context;
  const settings = [...own];
  if (localRecovery === true && checkpointDirectory === undefined) {
    throw withoutCheckpoints(backend, 'localRecovery');
  }
  if (latencyTracking !== undefined) {
    settings.push({ key: 'state.latency-track.keyed-state-enabled', value: 'true', reason: 'state accesses are measured' });
    latencyOptions(to, latencyTracking);
  }
  if (changelog !== undefined) {
    if (checkpointDirectory === undefined) {
      throw withoutCheckpoints(backend, 'changelog');
    }
    settings.push(...changelogSettings(to, changelog, checkpointDirectory));
  }
  return {
    settings: [...settings, ...to.settings, ...(localDisk === undefined ? [] : [WORKING_DIRECTORY])],
    taskManagerPods: localDisk === undefined ? undefined : disk._contribution(localDisk),
    findings: changelog === undefined ? undefined : [CHANGELOG_FINDING],
  };
}

function latencyOptions(to: BackendOptions, { sampleInterval, historySize, stateNameAsVariable }: StateLatencyTrackingProps): void {
  to.count({ property: 'latencyTracking.sampleInterval', key: 'state.latency-track.sample-interval' }, sampleInterval);
  to.count({ property: 'latencyTracking.historySize', key: 'state.latency-track.history-size' }, historySize);
  to.onOff({ property: 'latencyTracking.stateNameAsVariable', key: 'state.latency-track.state-name-as-variable' }, stateNameAsVariable);
}

function withoutCheckpoints(backend: StateBackend, property: string): Refusal {
  return new Refusal({
    code: 'state-option-without-checkpoints',
    what: `${property} of ${backend.constructor.name} is about checkpoints, and there are none`,
    got: `${property} with Checkpointing.disabled`,
    allowed: 'checkpoints, or a backend without it',
    fix: `leave ${property} out, or store checkpoints`,
  });
}
