import { plainHttpStore } from '../../../src/rules/security/plain-http-store';
import { foundBy, told } from '../example-of';

const endpoint = (value: string) => foundBy(plainHttpStore, `flinkConfiguration: { s3.endpoint: "${value}" }`);

test('an address by http', () => expect(told(endpoint('http://minio:9000'))).toEqual([
  'spec.flinkConfiguration["s3.endpoint"]: the state of the job goes to its store in plain text; got "http://minio:9000"; allowed an address by https',
]));

test.each(['https://minio:9000', 's3.eu-central-1.amazonaws.com'])('%s is none', (value) => expect(endpoint(value)).toEqual([]));

test('who logs in is not shown', () => expect(JSON.stringify(endpoint('http://minio:hunter2@minio:9000'))).not.toContain('hunter2'));
