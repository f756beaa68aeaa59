import { JobContext } from '../../src/job/job-context';
import { CONTEXT } from '../strategy-context';
import { ClusterMode } from 'cdk8s-flink';

/** What a job is bound to; a case changes what it is about. */
export const JOB_CONTEXT: JobContext = { ...CONTEXT, image: 'registry.example.com/some-job:1.4.0' };

export const STANDALONE: JobContext = { ...JOB_CONTEXT, mode: ClusterMode.STANDALONE };
