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
  fix: 'take it out of the manifest: let a service account have the role, or hand it over as a variable from a Secret by valueFrom.secretKeyRef; then change it, for it has been read',
  source: 'Flink GlobalConfiguration sensitive keys; operator FlinkConfMountDecorator',
  fires: `
flinkConfiguration:
  s3.access-key: example-id
  s3.secret-key: example-key
`,
  passes: `
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        env:
          - name: AWS_ACCESS_KEY_ID
            valueFrom: { secretKeyRef: { name: flink-s3, key: access-key } }
          - name: AWS_SECRET_ACCESS_KEY
            valueFrom: { secretKeyRef: { name: flink-s3, key: secret-key } }
`,
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
    fix: path[1] === 'flinkConfiguration'
      ? 'let the service account of the pods have the role that it stands for, or let its reader take it from a variable that comes from a Secret, such as AWS_SECRET_ACCESS_KEY'
      : 'write a variable of the container with valueFrom.secretKeyRef, and read it there',
    inConstruct: path[1] === 'flinkConfiguration'
      ? 'S3Credentials.fromSecret(…), FlinkTls, DatadogReporter and their like take it from a Secret; any other option secretFlinkConfiguration of the cluster'
      : 'for S3: S3Credentials.fromSecret(…) or a service account with a role; otherwise an environment variable from a Secret',
  };
}
