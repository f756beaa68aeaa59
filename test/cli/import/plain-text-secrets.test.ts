import { dataCode } from '../../../src/cli/import/data-code';
import { isPlainTextSecret, PlainTextSecrets } from '../../../src/cli/import/plain-text-secrets';
import { printCode } from '../../../src/cli/import/print-code';

test.each([
  ['s3.secret-key', 'hunter2'], ['AWS_SECRET_ACCESS_KEY', 'hunter2'], ['', 'jdbc:postgresql://u:hunter2@db/orders'], ['args', '--db-password=hunter2'],
  ['command', 'export DB_PASSWORD=hunter2; run'], ['log4j-console.properties', 'appender.http.token = hunter2'], ['password', 'hunter2'],
])('%s: %s is a secret', (name, text) => {
  expect(isPlainTextSecret(name, text)).toBe(true);
});

test.each([
  ['secretName', 'orders-tls'], ['kubernetes.secrets', 'orders-secret:/opt/secrets'], ['kubernetes.env.secretKeyRef', 'env:A,secret:b,key:c'],
  ['key', 'password'], ['name', 'DB_PASSWORD'], ['args', '--password=$DB_PASSWORD'], ['command', 'PASSWORD=${DB_PASSWORD} run'], ['s3.endpoint', 'http://minio:9000'],
])('%s: %s is none', (name, text) => {
  expect(isPlainTextSecret(name, text)).toBe(false);
});

test('secrets in arguments, variables and fields become variables of the environment; equal values share one', () => {
  const owner = { resource: 'orders', secrets: new PlainTextSecrets() };
  const value = {
    args: ['--password', 'hunter2', '--topic', 'orders'],
    env: [{ name: 'PASSWORD', value: 'hunter2' }, { name: 'PASSWORD', value: 'other' }],
    from: { secretKeyRef: { name: 'orders', key: 'password' } },
  };
  expect(printCode(dataCode(value, owner)!, 0, 0)).toBe(`{
  args: ['--password', secretOf('ORDERS_PASSWORD'), '--topic', 'orders'],
  env: [
    { name: 'PASSWORD', value: secretOf('ORDERS_PASSWORD') },
    { name: 'PASSWORD', value: secretOf('ORDERS_PASSWORD_2') },
  ],
  from: { secretKeyRef: { name: 'orders', key: 'password' } },
}`);
});
