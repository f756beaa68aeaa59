import { readFileSync } from 'node:fs';
import { PluginProperties, PluginSettings, readProperties } from './plugin-properties';
import { ValidationContext, ValidationViolation } from './validation-contract';
import { pathShown } from '../operator/manifest/manifest-path';
import { ReadManifest } from '../operator/manifest/read-manifest';
import { readResources, TextResource } from '../operator/manifest/read-resources';
import { resourceTwins } from '../operator/resource-twin';
import { Refusal } from '../refusal';
import { Judged, judged, judgedFinding } from '../rules/judge';
import { refusedFinding } from '../rules/refused-findings';
import { Severity } from '../rules/rule';
import { today } from '../rules/today';

/** A resource as it was synthesized. */
interface Synthesized extends Pick<TextResource, 'kind' | 'name' | 'read'> {
  readonly file: string;
}

const WEIGHT = [Severity.INFO, Severity.WARNING, Severity.ERROR];

/**
 * The rules as a validation plugin of cdk8s-cli: every resource of the operator that an app synthesizes is held against them,
 * whoever made it. In `cdk8s.yaml`:
 *
 *     validations:
 *       - package: ./node_modules/cdk8s-flink/lib/plugin
 *         version: 0.0.0
 *         class: FlinkValidation
 */
export class FlinkValidation {
  private readonly settings: PluginSettings;

  constructor(properties: PluginProperties = {}) {
    this.settings = readProperties(properties);
  }

  /** What cdk8s-cli calls when all manifests are written. A warning is told and fails nothing, unless `failOn` says so. */
  public async validate({ manifests, report, logger }: ValidationContext): Promise<void> {
    const { installation: { release }, failOn } = this.settings;
    const resources = manifests.flatMap((file) => readResources(readFileSync(file, 'utf8'), release).resources
      .map(({ kind, name, read }): Synthesized => ({ file, kind, name, read })));
    const found = this.found(resources);
    const failed = found.filter(({ finding: { rule: { severity } } }) => WEIGHT.indexOf(severity) >= WEIGHT.indexOf(failOn));
    for (const { resource, finding } of found.filter((each) => !failed.includes(each))) {
      logger.log(`${finding.rule.severity}: ${resource.kind} ${resource.name}: ${message(finding)} [${finding.rule.id}]; fix: ${finding.fix}`);
    }
    violations(failed).forEach((violation) => report.addViolation(violation));
    report.submit(failed.length === 0 ? 'success' : 'failure', { resources: String(resources.length), findings: String(found.length) });
  }

  private found(resources: readonly Synthesized[]): Found[] {
    const { installation, packs } = this.settings;
    const readable = resources.map(({ read }) => read).filter((read): read is ReadManifest => !(read instanceof Refusal));
    const twins = resourceTwins(readable, installation);
    return resources.flatMap((resource) => {
      const { read } = resource;
      const findings = read instanceof Refusal
        ? [judgedFinding(refusedFinding(read, []))] : judged(twins[readable.indexOf(read)], { packs, today: today() }).findings;
      return findings.map((finding) => ({ resource, finding }));
    });
  }
}

interface Found {
  readonly resource: Synthesized;
  readonly finding: Judged;
}

/** The report groups by rule; what differs between two resources is a violation of its own. */
function violations(found: readonly Found[]): ValidationViolation[] {
  const byText = new Map<string, { violation: Omit<ValidationViolation, 'violatingResources'>; found: Found[] }>();
  for (const one of found) {
    const { rule: { id }, fix } = one.finding;
    const key = `${id} ${message(one.finding)} ${fix}`;
    const group = byText.get(key) ?? { violation: { ruleName: id, recommendation: message(one.finding), fix }, found: [] };
    group.found.push(one);
    byText.set(key, group);
  }
  return [...byText.values()].map(({ violation, found: all }) => ({
    ...violation,
    violatingResources: all.map(({ resource: { name = '', file }, finding: { path } }) => ({
      resourceName: name, locations: [pathShown(path)], manifestPath: file,
    })),
  }));
}

function message({ what, got, becomes }: Judged): string {
  return `${what}: ${got}${becomes === undefined ? '' : `; becomes ${becomes}`}`;
}
