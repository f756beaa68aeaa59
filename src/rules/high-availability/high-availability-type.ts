import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'high-availability.type';
const KNOWN = ['NONE', 'STANDALONE', 'ZOOKEEPER', 'KUBERNETES'];

export const highAvailabilityType: Rule = {
  id: 'high-availability-type',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.ERROR,
  title: 'a kind of high availability that Flink does not have',
  why: 'Flink takes any other word for the name of a class, and the JobManager does not start without it',
  fix: 'set high-availability.type: kubernetes',
  source: 'Flink HighAvailabilityMode.fromConfig, HighAvailabilityServicesUtils.createCustomHAServices',
  fires: `
flinkConfiguration:
  high-availability.type: k8s
`,
  passes: `
flinkConfiguration:
  high-availability.type: kubernetes
`,
  check: ({ configuration, written }) => {
    const type = readOption(configuration, KEY);
    // A class of one's own is in a package.
    return type === undefined || type.includes('.') || KNOWN.includes(type.toUpperCase()) ? [] : [{
      path: optionPath(writtenKey(written, KEY)),
      what: 'Flink has no high availability of this type, and would look for a class of this name',
      got: `"${type}"`,
      allowed: 'kubernetes, in any case, zookeeper, none, or the full name of a factory class',
      inConstruct: 'use KubernetesHighAvailability in the place of the option',
    }];
  },
};
