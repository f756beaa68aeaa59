import { isObject } from '../../src/operator/manifest/read-field';
import { yamlDocuments } from '../../src/operator/manifest/yaml-text';
import { OperatorVersion } from '../../src/operator/operator-version';
import { ResourceTwin, resourceTwin } from '../../src/operator/resource-twin';
import { RuleText } from '../../src/rules/rule';
import { SOUND_SPEC } from '../../src/rules/sound-spec';

type Part = Record<string, unknown>;

const ABOUT = { apiVersion: 'flink.apache.org/v1beta1', metadata: { name: 'orders', namespace: 'flink' } };
const SOUND = { ...ABOUT, kind: 'FlinkDeployment', spec: parsed(SOUND_SPEC) };
const RELEASES = Object.values(OperatorVersion).filter((each): each is OperatorVersion => each instanceof OperatorVersion);

/** The resource that an example of a rule stands for. */
export function exampleManifest(example: string): Part {
  const part = parsed(example);
  const { kind = 'FlinkDeployment' } = part;
  return laidOver(kind === 'FlinkDeployment' ? SOUND : ABOUT, 'kind' in part ? part : { spec: part });
}

/** What becomes of it under the operator that the rule speaks of. */
export function exampleTwin({ operator = OperatorVersion.V1_16.minorLine }: Pick<RuleText, 'operator'>, manifest: unknown): ResourceTwin {
  return resourceTwin(manifest, { release: RELEASES.find(({ minorLine }) => minorLine === operator)!, defaults: new Map() });
}

function parsed(text: string): Part {
  return (yamlDocuments(text)[0]?.value ?? {}) as Part;
}

/** Maps are merged, everything else is replaced, and null removes. */
function laidOver(base: Part, part: Part): Part {
  const merged = Object.entries(part).map(([key, value]) => {
    const below = base[key];
    return [key, isObject(value) ? laidOver(isObject(below) ? below as Part : {}, value as Part) : value];
  });
  return Object.fromEntries(Object.entries({ ...base, ...Object.fromEntries(merged) }).filter(([, value]) => value !== null));
}
