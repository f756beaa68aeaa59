import { PodRole } from '../../src/pods/pod-template';
import { PodSecurity } from 'cdk8s-flink';

const selector = { app: 'some-job', component: 'taskmanager' };

/** Pods that nothing restricts, so that a case sees only what it asks for. */
export const UNRESTRICTED: PodRole = { selector, security: PodSecurity.ofImage({ reason: 'what is asked for is easier to see' }) };
/** Pods as clusters have them by themselves. */
export const RESTRICTED: PodRole = { selector, security: PodSecurity.restricted() };
