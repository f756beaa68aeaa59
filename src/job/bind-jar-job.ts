import { FlinkJobConfig } from './flink-job-config';
import { bindJarAddress } from './jar-address';
import { JarJobProps } from './jar-job';
import { javaArguments } from './job-arguments';
import { JobArtifact } from './job-artifact';
import { JobContext } from './job-context';
import { Refusal } from '../refusal';

/** A jar that the operator fetches itself and submits: it judges the address, and hands the arguments on as they are. */
export function submittedJar(jarUri: string, { entryClass, args }: JarJobProps): FlinkJobConfig {
  return { kind: 'jar', jarUri, entryClass, args };
}

export function bindJarJob(props: JarJobProps, context: JobContext): FlinkJobConfig {
  const { uri, artifact, entryClass, args = [] } = props;
  const source = artifact instanceof JobArtifact ? artifact._bind(context) : undefined;
  if ((typeof uri === 'string') === (source !== undefined)) {
    throw new Refusal({
      code: 'jar-source',
      what: 'a job in a jar needs one place that the jar comes from',
      got: source === undefined ? 'neither uri nor artifact' : 'uri and artifact',
      allowed: 'uri or artifact',
      fix: 'for example uri: "local:///opt/flink/usrlib/job.jar"',
    });
  }
  return { kind: 'jar', ...source ?? bindJarAddress(uri!, props, context), entryClass, args: javaArguments(args, context.mode) };
}
