import { broken, Objection } from '../broken-rule';
import { namespaceOf, settingsUnderRules } from './settings-under-rules';
import { readText } from '../../flink/configuration/option-reading';
import { addressShown } from '../../flink/configuration/sensitive-key';
import { Refusal, shown } from '../../refusal';
import { isBlank } from '../../units/java-text';
import { flattenConfiguration } from '../configuration/flatten-configuration';
import { directoriesOf } from '../configuration/state-directories';
import { FlinkBlueGreenDeploymentManifest, FlinkDeploymentManifest } from '../manifest/flink-manifests';
import { OperatorInstallation } from '../operator-installation';

/** Room for `-green` in the 45 characters of a FlinkDeployment. */
const LONGEST_NAME = 39;

/** What will become of a FlinkBlueGreenDeployment, which itself is admitted as it stands. */
export interface BlueGreenOutcome {
  /** The FlinkDeployments that the operator makes of it. */
  readonly children: FlinkDeploymentManifest[];
  /** What stops the operator before or between its children. */
  readonly failures: Refusal[];
}

/** Nothing is refused at admission: the operator has no rules for the kind, only for its children. */
export function blueGreenOutcome(manifest: FlinkBlueGreenDeploymentManifest, installation: OperatorInstallation): BlueGreenOutcome {
  const failures = [nameFailure(manifest), jobFailure(manifest), savepointFailure(manifest, installation), ingressFailure(manifest)]
    .filter((failure) => failure !== undefined);
  return { children: ['blue', 'green'].flatMap((colour) => childOf(manifest, colour)), failures };
}

/** The template under the name of the colour; an ingress is told apart by the colour before its template. */
function childOf({ metadata, spec }: FlinkBlueGreenDeploymentManifest, colour: string): FlinkDeploymentManifest[] {
  const template = spec.template?.spec;
  if (template === undefined) {
    return [];
  }
  const ingress = template.ingress && { ...template.ingress, template: `${colour}-${template.ingress.template ?? 'null'}` };
  return [{
    metadata: { name: `${metadata.name}-${colour}`, namespace: metadata.namespace },
    spec: ingress === undefined ? template : { ...template, ingress },
  }];
}

/** A name of which the operator cannot make two. */
export function nameFailure({ metadata: { name } }: Pick<FlinkBlueGreenDeploymentManifest, 'metadata'>): Objection {
  return name.length <= LONGEST_NAME ? undefined
    : broken('blue-green-name', 'the name leaves no room for the colours', `${shown(name)}, ${name.length} characters`, `up to ${LONGEST_NAME} characters`, 'shorten metadata.name');
}

function jobFailure({ spec }: FlinkBlueGreenDeploymentManifest): Objection {
  return spec.template?.spec?.job !== undefined ? undefined
    : broken('blue-green-job', 'the operator stops at a blue/green deployment without a job', 'none', 'spec.template.spec.job', 'write the job; a session cluster has no colours');
}

/** The first transition asks for a savepoint in every mode but stateless, and stops without a place for it. */
function savepointFailure({ metadata, spec }: FlinkBlueGreenDeploymentManifest, installation: OperatorInstallation): Objection {
  const template = spec.template?.spec;
  const mode = template?.job?.upgradeMode ?? 'stateless';
  if (template === undefined || mode === 'stateless') {
    return undefined;
  }
  const written = flattenConfiguration(template.flinkConfiguration ?? {});
  const settings = settingsUnderRules(installation, namespaceOf(metadata), template.flinkVersion, written);
  const { savepoints } = directoriesOf(installation.release);
  return !isBlank(readText(settings, savepoints)) ? undefined
    : broken('blue-green-savepoints', `a transition in upgrade mode ${mode} needs a savepoint directory`, 'none', savepoints.key, `set ${savepoints.key}`);
}

/** The colour comes before the protocol too, so that the host becomes `blue-https`. */
function ingressFailure({ spec }: FlinkBlueGreenDeploymentManifest): Objection {
  const template = spec.template?.spec?.ingress?.template;
  return template === undefined || !/^https?:/i.test(template) ? undefined
    : broken('blue-green-ingress', 'the colour is written before this ingress template', addressShown(template), 'a template without a protocol', 'leave the protocol out');
}
