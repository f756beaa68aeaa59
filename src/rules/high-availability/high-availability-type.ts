import { readOption } from '../../flink/configuration/option-spelling';
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
  source: 'Flink HighAvailabilityMode.fromConfig, HighAvailabilityServicesUtils.createCustomHAServices',
  check: ({ configuration }) => {
    const type = readOption(configuration, KEY);
    // A class of one's own is in a package.
    return type === undefined || type.includes('.') || KNOWN.includes(type.toUpperCase()) ? [] : [{
      path: optionPath(KEY),
      what: 'Flink has no high availability of this type, and would look for a class of this name',
      got: `"${type}"`,
      allowed: 'kubernetes, in any case, zookeeper, none, or the full name of a factory class',
      inConstruct: 'use KubernetesHighAvailability in the place of the option',
    }];
  },
};
