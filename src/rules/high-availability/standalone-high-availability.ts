import { writtenKey } from '../../flink/configuration/option-spelling';
import { isHighlyAvailable } from '../../flink/high-availability';
import { OperatorVersion } from '../../operator/operator-version';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

export const standaloneHighAvailability: Rule = {
  id: 'standalone-high-availability',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.ERROR,
  title: 'high availability of a standalone cluster that this operator cannot give to Flink 2',
  why: 'the operator passes the address of the JobManager in an argument that Flink 2 no longer reads and hands to the job instead',
  fix: 'write mode: native, or upgrade the operator to 1.16',
  source: 'FLINK-38795; operator CmdStandaloneJobManagerDecorator up to 1.15, Flink EntrypointClusterConfigurationParserFactory from 2.0',
  operator: '1.15',
  fires: `
mode: standalone
flinkVersion: v2_0
flinkConfiguration:
  high-availability.type: kubernetes
`,
  passes: `
mode: native
flinkVersion: v2_0
flinkConfiguration:
  high-availability.type: kubernetes
`,
  check: ({ configuration, written, manifest: { spec }, installation: { release } }) => {
    const runsFlink2 = !(spec.flinkVersion ?? 'v1_').startsWith('v1_');
    const broken = spec.mode === 'standalone' && runsFlink2 && isHighlyAvailable(configuration) && !release._isAtLeast(OperatorVersion.V1_16);
    return !broken ? [] : [{
      path: optionPath(writtenKey(written, 'high-availability.type')),
      what: 'this operator cannot give high availability to a standalone cluster with Flink 2',
      got: `${spec.flinkVersion} in mode standalone on ${release}`,
      allowed: 'mode native, Flink 1, or operator 1.16 and newer',
      inConstruct: 'use ClusterMode.NATIVE, or upgrade the operator and say so in operatorVersion',
    }];
  },
};
