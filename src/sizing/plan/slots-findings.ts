import { FindingLook } from './finding-look';
import { grouped, percent } from '../../units/grouped-number';
import { coresInUse, slotsInUse } from '../slots/cpu-demand';
import { MOST_CORES_PER_SLOT } from '../slots/shape';
import { slotsNeeded } from '../slots/slots-needed';

const tooFewSlots: FindingLook = ({ facts, location, shape }) => {
  const { slots, because } = slotsNeeded(facts, location, shape.taskManagers, 'value');
  const { sourcePartitions } = facts.given;
  if (slots <= shape.parallelism) {
    return undefined;
  }
  const what = { work: 'the work', lookups: 'the look-ups under way', state: 'the state' }[because];
  const limited = facts.request.parallelism === undefined;
  return {
    code: limited ? 'partitions-limit-parallelism' : 'parallelism-too-low',
    message: `${what} needs ${grouped(Math.ceil(slots))} slots, and ${limited ? `${sourcePartitions} source partitions allow` : 'the parallelism that was set gives'} `
      + `${grouped(shape.parallelism)}; each may use up to ${MOST_CORES_PER_SLOT} cores`,
    fix: limited ? `add partitions: ${grouped(Math.ceil(slots))} and more` : 'leave parallelism out, or calibrate with the rate that was measured',
  };
};

const tooLittleCpu: FindingLook = ({ facts, location, shape: { taskManagers } }, { taskManagerCpu }) => {
  const needed = coresInUse(facts, { location, taskManagers }, 'value');
  const given = taskManagers * taskManagerCpu.amountInCores;
  return facts.request.taskManagerCpu === undefined || needed <= given ? undefined : {
    code: 'cpu-too-low',
    message: `the work needs ${grouped(needed)} cores, and the CPU that was set gives ${grouped(given)} on ${grouped(taskManagers)} TaskManagers`,
    fix: 'leave the CPU of the TaskManager out, raise it or the parallelism, or calibrate with the rate that was measured',
  };
};

const hottestKey: FindingLook = ({ facts, location, shape: { taskManagers } }) => {
  const share = facts.given.keySkew?.hottestKeyShare;
  const busy = share === undefined ? 0 : share * slotsInUse({ ...facts, given: { ...facts.given, keySkew: undefined } }, { location, taskManagers }, 'value');
  return busy <= 1 ? undefined : {
    code: 'hottest-key',
    message: `the hottest key alone, with ${percent(share!)} of the records, keeps ${grouped(busy)} slots busy, and a key is worked on by one`,
    fix: 'salt the key or aggregate in two steps before you add parallelism',
  };
};

/** What slots, CPU and keys cannot make good. */
export const SLOTS_FINDINGS: FindingLook[] = [tooFewSlots, tooLittleCpu, hottestKey];
