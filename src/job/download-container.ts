import { Size } from 'cdk8s';
import { ArtifactDownloadProps } from './artifact-download';
import { addressShown } from '../flink/configuration/sensitive-key';
import { EnvironmentVariable } from '../pods/environment-variable';
import { InitContainer } from '../pods/pod-container';
import { Refusal } from '../refusal';
import { Cpu } from '../units/cpu';

const URL = /^(https?):\/\/[^\s/?#@]+(?:\/[\w.+@=~%-]+)*\/([\w.+@=~-]+\.jar)$/;

/** File name of the jar; refuses what could not be downloaded, or not safely. */
export function downloadedFile({ url, sha256, credentials }: ArtifactDownloadProps): string {
  const [, scheme, file] = URL.exec(url) ?? [];
  if (file === undefined || (scheme === 'http' && (sha256 === undefined || credentials !== undefined))) {
    throw new Refusal({
      code: 'artifact-url',
      what: file === undefined ? 'the address of the download names no jar' : 'over plain http anybody may change the jar and read the credentials',
      got: addressShown(String(url)),
      allowed: 'https and a path that ends with the name of a jar, without login and query; http with a checksum and without credentials',
      fix: 'write for example "https://repo.example.com/jobs/job-1.4.0.jar", and pass a login as `credentials`',
    });
  }
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new Refusal({
      code: 'artifact-checksum',
      what: 'sha256 of the download is no SHA-256',
      got: `${sha256.length} characters`,
      allowed: '64 hexadecimal digits',
      fix: 'take what `sha256sum` prints for the jar',
    });
  }
  return file;
}

/** Downloads beside the target and moves it there when it is whole; a redirect would carry the credentials away. */
export function downloadContainer(props: ArtifactDownloadProps, image: string, volume: string, directory: string): InitContainer {
  const { url, sha256, credentials } = props;
  const login = credentials === undefined ? '' : ` --max-redirect=0 --header="Authorization: ${credentials._header}"`;
  const script = [
    'set -eu',
    `wget -nv --tries=3 --timeout=60${login} -O "$DOWNLOAD_TARGET.part" "$DOWNLOAD_URL"`,
    ...sha256 === undefined ? [] : ['echo "$DOWNLOAD_SHA256  $DOWNLOAD_TARGET.part" | sha256sum -c -'],
    'mv "$DOWNLOAD_TARGET.part" "$DOWNLOAD_TARGET"',
  ];
  return {
    name: 'download-job',
    image: props.image ?? image,
    // Less than any JobManager, so that the pod requests no more.
    cpu: Cpu.millis(250),
    memory: Size.mebibytes(128),
    command: ['sh', '-c'],
    args: [script.join('\n')],
    environment: [
      EnvironmentVariable.literal('DOWNLOAD_URL', url),
      EnvironmentVariable.literal('DOWNLOAD_TARGET', `${directory}/${downloadedFile(props)}`),
      ...sha256 === undefined ? [] : [EnvironmentVariable.literal('DOWNLOAD_SHA256', sha256.toLowerCase())],
      ...credentials?._environment ?? [],
    ],
    mounts: [{ volume, mountPath: directory }],
    readOnlyRootFilesystem: true,
  };
}
