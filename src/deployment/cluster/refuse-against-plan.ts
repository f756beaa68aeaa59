import { currentKey } from '../../flink/configuration/option-spelling';
import { FlinkSetting } from '../../flink/configuration/setting';
import { Refusal, shown } from '../../refusal';
import { StateLocation } from '../../sizing/facts/state-location';
import { TuningPlan } from '../../sizing/plan/tuning-plan';
import { parseBytes, renderBytes } from '../../units/bytes';

/** The property that decides what a raw key would decide behind the plan's back. */
const PROPERTIES: Record<string, string> = {
  'taskmanager.numberOfTaskSlots': 'taskManager.taskSlots, so that CPU and memory follow',
  'taskmanager.memory.managed.size': 'taskManager.memory; its pools may then be set raw',
  'taskmanager.memory.network.min': 'taskManager.memory; its pools may then be set raw',
  'taskmanager.memory.network.max': 'taskManager.memory; its pools may then be set raw',
  'state.backend.type': 'stateBackend, so that memory goes to the right pool',
  'state.backend.rocksdb.memory.managed': 'taskManager.memory, of which managed memory is a part',
  'state.backend.rocksdb.memory.fixed-per-slot': 'taskManager.memory, of which managed memory is a part',
};

/** The plan leaves the option out on purpose. */
const NOTHING = '';

/** Refuses raw settings that contradict a size, or the place of the state, on which other sizes rest. */
export function refuseAgainstPlan(raw: Record<string, string>, { stateLocation }: Pick<TuningPlan, 'stateLocation'>, planned: FlinkSetting[]): void {
  const entries = Object.entries(raw);
  if (entries.length === 0) {
    return;
  }
  const values = new Map(planned.map(({ key, value }) => [key, value]));
  values.set('state.backend.type', stateLocation);
  if (stateLocation === StateLocation.LOCAL_DISK) {
    // RocksDB beside managed memory is counted by nobody: that pool lies idle, and the container is killed.
    values.set('state.backend.rocksdb.memory.managed', 'true');
    values.set('state.backend.rocksdb.memory.fixed-per-slot', NOTHING);
  }
  for (const [written, value] of entries) {
    const key = currentKey(written);
    const decided = values.get(key);
    if (decided !== undefined && key in PROPERTIES && typeof value === 'string' && !same(key, value, decided)) {
      throw new Refusal({
        code: 'contradicts-plan',
        what: `${written} in flinkConfiguration contradicts the plan, and other values rest on it`,
        got: shown(value),
        allowed: decided === NOTHING ? 'nothing' : `"${decided}", or nothing`,
        fix: `set ${PROPERTIES[key]}`,
      });
    }
  }
}

function same(key: string, raw: string, decided: string): boolean {
  if (key === 'state.backend.type') {
    // A factory class or a backend of another version is judged by the rules.
    return !(Object.values(StateLocation) as string[]).includes(raw.toLowerCase()) || raw.toLowerCase() === decided;
  }
  return key.startsWith('taskmanager.memory.') ? renderBytes(parseBytes(raw)) === decided : raw.trim() === decided;
}
