import { addressShown } from '../../flink/configuration/sensitive-key';
import { Category, Pack, Rule, Severity } from '../rule';

/** What Java knows without a file system of Flink's; `local` becomes `file`. */
const SCHEMES = ['local', 'file', 'http', 'https'];

export const standaloneJar: Rule = {
  id: 'standalone-jar',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'a jar in an object store for a standalone application',
  why: 'the operator puts it on the class path as it is, and Java cannot read it from there',
  fix: 'put the jar into the image and write local:///opt/flink/job/orders.jar, or use native mode',
  source: 'operator FlinkConfigBuilder.getStandaloneJarURI: pipeline.classpaths; Flink ConfigUtils.decodeListFromConfig with URL::new',
  fires: `
mode: standalone
job:
  jarURI: s3://flink-jobs/orders.jar
`,
  passes: `
mode: standalone
job:
  jarURI: local:///opt/flink/job/orders.jar
`,
  check: ({ manifest: { spec: { mode, job } } }) => {
    const [, scheme] = /^([^:/]+):/.exec(job?.jarURI ?? '') ?? [];
    return mode !== 'standalone' || scheme === undefined || SCHEMES.includes(scheme.toLowerCase()) ? [] : [{
      path: ['spec', 'job', 'jarURI'],
      what: 'a standalone application reads its jar by Java alone, which knows no such address',
      got: addressShown(job!.jarURI!),
      allowed: SCHEMES.map((known) => `${known}:`).join(', '),
      inConstruct: 'put the jar into the image, local:///opt/flink/job/…, or use native mode',
    }];
  },
};
