import { ApplicationParts } from './application-parts';
import { FlinkJob } from '../../job/flink-job';
import { FlinkJobSpec } from '../../operator/flink-deployment-spec';
import { TuningPlan } from '../../sizing/plan/tuning-plan';

/** What the resource of an application and of a session job have alike. */
export type JobParts = Pick<ApplicationParts, 'job' | 'upgradeMode' | 'taskManagers'>;

/** The job as the resource has it; the number of TaskManagers, where it is given, takes the place of the parallelism. */
export function jobSpec({ props }: FlinkJob, parts: JobParts, { parallelism }: TuningPlan): FlinkJobSpec {
  const { job: { jarUri, entryClass, args = [] }, upgradeMode, taskManagers } = parts;
  return {
    jarUri,
    entryClass,
    args: args.length === 0 ? undefined : args,
    parallelism: taskManagers === undefined ? parallelism : undefined,
    state: props.state,
    upgradeMode,
    allowNonRestoredState: props.allowNonRestoredState,
    initialSavepointPath: props.initialSavepoint?.path,
    savepointRedeployNonce: props.initialSavepoint?.redeployNonce,
    autoscalerResetNonce: props.autoscalerResetNonce,
  };
}
