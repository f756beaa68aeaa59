import { Refusal } from '../refusal';
import { FlinkVersion } from './flink-version';

/** `flink:1.20.3-java17` and its kin: the official images say in their tag what they carry. */
const OFFICIAL = /^(?:docker\.io\/)?(?:library\/|apache\/)?flink:([0-9]+\.[0-9]+)(\.[0-9]+)?(?:-[^@]*)?(?:@.*)?$/;

/**
 * The exact version that an image carries: an official image's tag tells the patch, any other image is
 * taken to carry what `flinkVersion` says.
 */
export function versionInImage(image: string, declared: FlinkVersion): FlinkVersion {
  const [, minorLine, patch = ''] = OFFICIAL.exec(image) ?? [];
  if (minorLine === undefined) {
    return declared;
  }
  if (minorLine !== declared.minorLine) {
    throw new Refusal({
      code: 'image-version',
      what: 'the image carries another Flink than flinkVersion says',
      got: `image "${image}", flinkVersion ${declared.minorLine}`,
      allowed: `an image of Flink ${declared.minorLine}`,
      fix: `set flinkVersion to ${minorLine}, or take the image of ${declared.minorLine}`,
    });
  }
  return patch === '' ? declared : FlinkVersion.of(minorLine + patch);
}
