import { PodSource, runsFlink } from './pod-source';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal } from '../../refusal';

/** The operator leaves these out of the file. */
const LEFT_OUT = new Set(['rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host', 'kubernetes.config.file']);

/**
 * Flink 2.x reads its file as nested YAML, in which a key with a value can have none below it. The operator says so
 * from 1.12; 1.11 fails without a word or loses one of the two, by the chance of their order.
 */
export function refuseOverlappingKeys(source: PodSource): void {
  const overlapping = runsFlink(source, 2, 0) ? overlappingKeys(source.settings) : undefined;
  if (overlapping !== undefined) {
    throw new Refusal({
      code: 'overlapping-keys',
      what: 'a key of the configuration is the beginning of another, which Flink 2.x cannot hold in its file',
      got: overlapping.join(' and '),
      allowed: 'keys of which none is another with more behind a dot',
      fix: 'use the current spelling of the shorter key, for example high-availability.type, state.backend.type or env.java.opts.all',
    });
  }
}

function overlappingKeys(settings: FlinkSettings): [shorter: string, longer: string] | undefined {
  for (const key of settings.keys()) {
    for (let dot = key.indexOf('.'); dot > 0 && !LEFT_OUT.has(key); dot = key.indexOf('.', dot + 1)) {
      const shorter = key.slice(0, dot);
      if (settings.has(shorter) && !LEFT_OUT.has(shorter)) {
        return [shorter, key];
      }
    }
  }
  return undefined;
}
