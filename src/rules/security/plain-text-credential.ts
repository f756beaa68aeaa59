import { holdsSecret, isSensitiveKey } from '../../flink/configuration/sensitive-key';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { podVariables } from '../pods/pod-variables';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

export const plainTextCredential: Rule = {
  id: 'plain-text-credential',
  pack: Pack.PRODUCTION,
  category: Category.SECURITY,
  severity: Severity.ERROR,
  title: 'a secret in plain text',
  why: 'the manifest is committed, and the operator copies flinkConfiguration into a ConfigMap that many may read',
  source: 'Flink GlobalConfiguration sensitive keys; operator FlinkConfMountDecorator',
  check: ({ written, manifest: { spec } }) => {
    const findings: Finding[] = [];
    written.forEach((value, key) => {
      if (holdsSecret(key, value)) {
        findings.push(finding(optionPath(key), key));
      }
    });
    return [
      ...findings,
      // With a value, not a reference, under the name of a secret.
      ...podVariables(spec).filter(({ name, value }) => value !== undefined && holdsSecret(name, value))
        .map(({ path, name }) => finding(path, name)),
      ...ofArguments(spec.job?.args ?? []),
    ];
  },
};

/** `--password=…`, `--password …`, `password=…`, or an address with a secret in it, which is not shown. */
function ofArguments(args: string[]): Finding[] {
  return args.flatMap((argument, index) => {
    if (holdsSecret('', argument)) {
      return [finding(['spec', 'job', 'args'], 'an argument')];
    }
    const [, dashes, name, value] = /^(--?)?([\w.-]+)(=.*)?$/s.exec(argument) ?? [];
    const given = value !== undefined || (dashes !== undefined && args[index + 1] !== undefined && !args[index + 1].startsWith('-'));
    return name !== undefined && given && isSensitiveKey(name) ? [finding(['spec', 'job', 'args'], `--${name}`)] : [];
  });
}

function finding(path: ManifestPath, name: string): Finding {
  return {
    path,
    what: `${name} holds a secret in plain text`,
    got: 'a value, not shown',
    allowed: 'a reference to a Secret, or a service account',
    inConstruct: path[1] === 'flinkConfiguration'
      ? 'S3Credentials.fromSecret(…), FlinkTls, DatadogReporter and their like take it from a Secret; any other option secretFlinkConfiguration of the cluster'
      : 'for S3: S3Credentials.fromSecret(…) or a service account with a role; otherwise an environment variable from a Secret',
  };
}
