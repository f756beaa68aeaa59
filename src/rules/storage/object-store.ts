import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { directoryAt, SnapshotDirectory } from './snapshot-directories';
import { placeOfOption } from '../written-option';

const S3 = ['s3', 's3a', 's3p', 's3n'];
const DIRECTORIES = ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir'];
/** Each plugin takes it under several prefixes, spelt with dots or hyphens. */
const PATH_STYLE = /(^|\.)path[.-]style[.-]access$/;
const ENDPOINT = 's3.endpoint';

export const mixedS3Schemes: Rule = {
  id: 'mixed-s3-schemes',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.INFO,
  title: 'directories of one store by several schemes',
  why: 's3a is the Hadoop plugin, s3p the Presto plugin, and s3 whichever of them is there: each needs its plugin on both roles, and each has its own client and settings',
  fix: 'write the same scheme everywhere, s3 where one plugin alone is there',
  source: 'Flink S3FileSystemFactory, S3PFileSystemFactory, S3AFileSystemFactory: getScheme; Flink docs, Amazon S3',
  fires: 'flinkConfiguration: { execution.checkpointing.savepoint-dir: "s3a://flink-state/orders/savepoints" }',
  passes: 'flinkConfiguration: { execution.checkpointing.savepoint-dir: "s3://flink-state/orders/savepoints" }',
  check: (cluster) => {
    const directories = s3Directories(cluster.configuration);
    const [first] = directories;
    return directories.filter(({ scheme }) => scheme !== first.scheme).slice(0, 1).map(({ key, value }) => ({
      path: placeOfOption(cluster, key),
      what: 'this directory has another scheme than the others, and may need another plugin',
      got: `${valueShown(key, value)} beside ${valueShown(first.key, first.value)}`,
      allowed: `one scheme, such as ${first.scheme}`,
    }));
  },
};

export const endpointWithoutPathStyle: Rule = {
  id: 'endpoint-without-path-style',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.WARNING,
  title: 'a store within the cluster that is asked by bucket names it may not have',
  why: 'without path style the client asks for bucket.host, and for a Service of the cluster such a name leads nowhere: the first checkpoint fails',
  fix: 'set s3.path.style.access: "true"',
  source: 'S3FileSystemFactory of flink-s3-fs-hadoop and flink-s3-fs-presto, which mirror path-style-access; Flink docs, Amazon S3: configure path style access; tuning chapter §5',
  fires: 'flinkConfiguration: { s3.endpoint: "http://minio.storage.svc.cluster.local:9000" }',
  passes: 'flinkConfiguration: { s3.endpoint: "http://minio.storage.svc.cluster.local:9000", s3.path.style.access: "true" }',
  check: ({ configuration }) => {
    const host = hostOf(configuration.get(ENDPOINT) ?? '');
    return !isWithinCluster(host) || asksByPath(configuration) || s3Directories(configuration).length === 0 ? [] : [finding(host)];
  },
};

function finding(host: string): Finding {
  return {
    path: optionPath(ENDPOINT),
    what: 'the client asks this store for a host of the bucket\'s name',
    got: `host ${host}, and no path style`,
    allowed: 's3.path.style.access "true" for a store within the cluster',
    becomes: `requests to <bucket>.${host}`,
    edits: [{ set: optionPath('s3.path.style.access'), value: 'true' }],
  };
}

function asksByPath(configuration: FlinkSettings): boolean {
  return [...configuration].some(([key, value]) => PATH_STYLE.test(key) && value.trim().toLowerCase() === 'true');
}

function s3Directories(configuration: FlinkSettings): SnapshotDirectory[] {
  return DIRECTORIES.flatMap((key) => directoryAt(key, configuration) ?? []).filter(({ scheme }) => S3.includes(scheme));
}

/** Of an address with a login nothing is told but the host. */
function hostOf(endpoint: string): string {
  return /^(?:[a-z]+:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(endpoint.trim())?.[1].toLowerCase() ?? '';
}

/** A Service or a single word; the client asks by path for an address of numbers by itself. */
function isWithinCluster(host: string): boolean {
  return /\.svc(\.|$)|\.local$/.test(host) || /^[a-z][a-z0-9-]*$/.test(host);
}
