import { addressShown } from '../../flink/configuration/sensitive-key';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const ENDPOINTS = /^(s3\.endpoint|s3a\.endpoint|fs\.s3a\.endpoint|presto\.s3\.endpoint|fs\.oss\.endpoint)$/;

export const plainHttpStore: Rule = {
  id: 'plain-http-store',
  pack: Pack.STRICT,
  category: Category.SECURITY,
  severity: Severity.INFO,
  title: 'an object store by plain http',
  why: 'checkpoints hold the state of the job, and whoever is on the way between the pods and the store can read and change it',
  fix: 'use the https address of the store',
  source: 'Flink docs, Amazon S3: s3.endpoint; the S3 file systems speak the scheme of the endpoint',
  fires: 'flinkConfiguration: { s3.endpoint: "http://minio.storage:9000" }',
  passes: 'flinkConfiguration: { s3.endpoint: "https://minio.storage:9000" }',
  check: ({ written }) => [...written].filter(([key, value]) => ENDPOINTS.test(key) && /^\s*http:/i.test(value)).map(([key, value]): Finding => ({
    path: optionPath(key), what: 'the state of the job goes to its store in plain text', got: addressShown(value.trim()), allowed: 'an address by https',
  })),
};
