import fc from 'fast-check';
import { CONTRADICTION, withOption } from './manifests';
import { runCli } from '../run-cli';

/** What nobody writes by chance, with letters that YAML and JSON escape in some quotes. */
const secret = fc.array(fc.constantFrom(...'abcXYZ0189+/=\'"\\%$ é'), { minLength: 10, maxLength: 24 })
  .map((letters) => `S3cr${letters.join('')}etS`);

/** Where people put them; beside a finding each, so that their lines are looked at. */
const PLACES: Record<string, (text: string) => string> = {
  'an option': (text) => withOption(`s3.secret-key: ${text}`),
  'an option with a comment': (text) => withOption(`s3.access-key: ${text} # ${text.replace(/[\n#]/g, '')} is the key`),
  'an option that nobody has': (text) => withOption(`state.backend.rocksdb.password: ${text}`),
  'an option that contradicts': (text) => withOption(`kubernetes.taskmanager.cpu.secret: ${text}`),
  'nested options': (text) => withOption(`s3: { secret: { key: ${text} } }`),
  'an argument': (text) => CONTRADICTION.replace('    parallelism: 4', () => `    args: [--password, ${text}]\n    parallelism: 4`),
  'arguments in a block': (text) => CONTRADICTION.replace('    parallelism: 4', () => `    args:\n    - --api-key\n    - ${text}\n    parallelism: 4`),
  'a variable': (text) => inPodTemplate(`containers: [{ name: flink-main-container, env: [{ name: AWS_SECRET_ACCESS_KEY, value: ${text} }] }]`),
  'a variable, its value first': (text) => inPodTemplate(`containers:\n      - name: flink-main-container\n        env:\n        - value: ${text}\n          name: DB_PASSWORD`),
  'an anchor': (text) => withOption(`state.foo: &s ${text}\n    s3.secret-key: *s`),
  'a field of the wrong kind': (text) => CONTRADICTION.replace('parallelism: 4', () => `parallelism: { password: ${text} }`),
  'an annotation': (text) => CONTRADICTION.replace('metadata:\n', () => `metadata:\n  annotations:\n    example.com/token: ${text}\n`),
};
function inPodTemplate(text: string): string {
  return CONTRADICTION.replace('  podTemplate:\n    spec:\n', (above) => `${above}      ${text}\n`);
}
const STYLES: ((text: string) => string)[] = [(text) => JSON.stringify(text), (text) => `'${text.replace(/'/g, '\'\'')}'`];
const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'];

test('no format tells a secret, wherever it stands', async () => {
  const seen = new Set<string>();
  const places = fc.constantFrom(...Object.keys(PLACES));
  const styles = fc.constantFrom(...STYLES);
  await fc.assert(fc.asyncProperty(secret, places, styles, fc.constantFrom(...FORMATS), fc.boolean(), async (text, place, style, format, fix) => {
    const args = ['lint', '-', '--format', format, '--pack', 'all', ...(fix ? ['--fix'] : [])];
    const { code, out, err } = await runCli(args, { input: PLACES[place](style(text)) });
    // The mended text is the input, with its secrets.
    const told = fix ? err : out + err;
    seen.add(`${place}: ${code}`);
    // As it is, as the text had it, as JSON would have it, and in part.
    return [text, style(text), JSON.stringify(text).slice(1, -1), text.slice(3, 12)].every((each) => !told.includes(each));
  }), { numRuns: 400 });
  // All of them are read, and an annotation is no error of its own.
  expect([...seen].sort()).toEqual(Object.keys(PLACES).map((place) => `${place}: ${place === 'an annotation' ? 0 : 1}`).sort());
}, 120_000);
