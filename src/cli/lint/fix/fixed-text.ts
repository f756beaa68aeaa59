import { FixedText, provenFix } from './proven-fix';
import { ReadManifest } from '../../../operator/manifest/read-manifest';
import { readResources, TextResource } from '../../../operator/manifest/read-resources';
import { resourceTwins } from '../../../operator/resource-twin';
import { Refusal } from '../../../refusal';

/** A text and how many of its findings were mended in it. */
export interface Fixed {
  readonly text: string;
  readonly fixed: number;
}

/** The text with every fix that changes nothing of what runs; each leaves fewer findings that offer one, so that there is an end. */
export function fixedText(file: FixedText): Fixed {
  let current = file;
  let fixed = 0;
  for (let text = nextFix(current); text !== undefined; text = nextFix(current)) {
    current = { ...current, text, resources: readResources(text, file.installation.release).resources };
    fixed++;
  }
  return { text: current.text, fixed };
}

function nextFix(file: FixedText): string | undefined {
  const readable = file.resources.filter((resource): resource is TextResource & { read: ReadManifest } => !(resource.read instanceof Refusal));
  const twins = resourceTwins([...readable.map(({ read }) => read), ...file.others], file.installation);
  for (const [index, resource] of readable.entries()) {
    for (const finding of file.findingsOf(twins[index])) {
      const text = provenFix(file, resource, finding);
      if (text !== undefined) {
        return text;
      }
    }
  }
  return undefined;
}
