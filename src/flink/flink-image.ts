import { Refusal } from '../refusal';
import { FlinkVersion } from './flink-version';

/** `flink:1.20.3-java17` and its kin, from any registry: the official images, `library/` and `apache/`, say in their tag what they carry. */
const OFFICIAL = /^(?:(?:[^@]*\/)?(?:library|apache)\/)?flink:([0-9]+\.[0-9]+)(\.[0-9]+)?(?:-[^@]*)?(?:@.*)?$/;

/** The same by name alone: the tag may be `latest`, or none. */
const OFFICIAL_NAME = /^(?:(?:[^@]*\/)?(?:library|apache)\/)?flink(?:[:@]|$)/;

/** Whether the tag of an official image moves from one patch of Flink to the next; a digest stays, and says no patch either. */
export function isFloatingTag(image: string): boolean {
  return OFFICIAL_NAME.test(image) && OFFICIAL.exec(image)?.[2] === undefined && !image.includes('@');
}

/** The version in the tag of an official image, with its patch where the tag has one; nothing for any other image. */
export function officialVersion(image: string): string | undefined {
  const [, minorLine, patch = ''] = OFFICIAL.exec(image) ?? [];
  return minorLine && minorLine + patch;
}

/**
 * The exact version that an image carries: an official image's tag tells the patch, any other image is
 * taken to carry what `flinkVersion` says.
 */
export function versionInImage(image: string, declared: FlinkVersion): FlinkVersion {
  const [, minorLine, patch = ''] = OFFICIAL.exec(image) ?? [];
  if (minorLine === undefined) {
    return declared;
  }
  const carried = minorLine + patch;
  const patchDeclared = declared !== FlinkVersion.of(declared.minorLine);
  if (minorLine !== declared.minorLine || (patchDeclared && patch !== '' && carried !== declared.exact)) {
    throw new Refusal({
      code: 'image-version',
      what: 'the image carries another Flink than flinkVersion says',
      got: `image "${image}", flinkVersion ${patchDeclared ? declared.exact : declared.minorLine}`,
      allowed: `an image of Flink ${patchDeclared ? declared.exact : declared.minorLine}`,
      fix: `set flinkVersion to FlinkVersion.of("${carried}"), or take another image`,
    });
  }
  return patch === '' ? declared : FlinkVersion.of(carried);
}
