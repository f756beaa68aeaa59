import { broken, Objection } from '../broken-rule';

const FILES = ['log4j-console.properties', 'logback-console.xml'];

/** The operator writes two files and no others. */
export function logObjection(logConfiguration: Record<string, string> | undefined): Objection {
  const unknown = Object.keys(logConfiguration ?? {}).find((file) => !FILES.includes(file));
  return unknown === undefined ? undefined : broken(
    'log-configuration-key', 'the operator does not accept this key of logConfiguration', unknown, FILES.join(', '), 'use one of the two file names');
}
