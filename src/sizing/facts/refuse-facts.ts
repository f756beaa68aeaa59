import { assumptionsOf } from './assumptions';
import { SizingRequest } from './sizing-request';
import { Refusal } from '../../refusal';
import { grouped } from '../../units/grouped-number';
import { refuseCalibration, refuseWorkload } from '../../workload/refuse-workload';

/** The ratio that an exactly-once sink needs: an interval of one and a half checkpoints, and the checkpoint itself. */
const SINK_RATIO = 2.5;

/** Throws for facts that no job can have, and for pairs of them that no plan can hold. */
export function refuseFacts({ workload, calibration = {}, assumptions, checkpoints }: SizingRequest): void {
  refuseWorkload(workload);
  refuseCalibration(calibration, workload);
  const { exactlyOnceSink, latencyObjective } = workload.facts;
  if (exactlyOnceSink === true && latencyObjective !== undefined && checkpoints) {
    const shortest = assumptionsOf(assumptions).checkpointSeconds.low;
    const least = SINK_RATIO * shortest;
    if (latencyObjective.toMilliseconds() / 1000 < least) {
      throw new Refusal({
        code: 'exactly-once-latency',
        what: 'the sink shows its records with a checkpoint, and no checkpoint is that soon',
        got: `latencyObjective ${latencyObjective.toHumanString()}, exactlyOnceSink with checkpoints of ${grouped(shortest)} s at the best`,
        allowed: `a latency objective of ${grouped(least)} s and more`,
        fix: 'allow more time, or use a sink that writes at once (at least once, or upserts)',
      });
    }
  }
}
