import { runCli, withFile } from './run-cli';

const COMMANDS: Record<string, (path: string) => string[]> = {
  lint: (path) => ['lint', path],
  explain: (path) => ['explain', path],
  diff: (path) => ['diff', path, path],
  import: (path) => ['import', path],
};
const TEMPLATE = 'apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: {{ .Values.name }}\n';
const OTHER = 'apiVersion: v1\nkind: Service\nmetadata: { name: orders }\n';

/** What a command says of a file, which is called `file` here. */
async function saidOf(args: (path: string) => string[], text: string): Promise<{ readonly code: number; readonly err: string }> {
  return withFile(text, async (path) => {
    const { code, err } = await runCli(args(path));
    return { code, err: err.split(path).join('file').trimEnd() };
  });
}

describe.each(Object.entries(COMMANDS))('%s', (command, args) => {
  test('a file that is not there', async () => {
    const { code, out, err } = await runCli(args('no/such.yaml'));
    expect({ code, out, err: err.trimEnd() }).toEqual({
      code: 2,
      out: '',
      err: 'no/such.yaml: the file cannot be read [input-file]\n  got      no such file (ENOENT)\n  allowed  a file of YAML or JSON, or - for the standard input\n  fix      check the path and the permissions',
    });
  });

  test('a template of Helm', async () => {
    expect(await saidOf(args, TEMPLATE)).toEqual({
      code: 2,
      err: 'file: this is a template of Helm, and no manifest before Helm has rendered it [helm-template]\n  got      {{ … }}\n  allowed  YAML or JSON\n  fix      render it first: helm template <chart>, and give what it prints',
    });
  });

  test.each([['', 'nothing', ''], [OTHER, 'Service', ', only Service']])('a file without a resource of the operator: %j', async (text, got, only) => {
    expect(await saidOf(args, text)).toEqual(command === 'lint'
      ? { code: 0, err: `note: file holds no resource of the Flink operator${only}` }
      : {
        code: 2,
        err: `file: the file holds no resource of the operator [no-resource]\n  got      ${got}\n  allowed  FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot, FlinkBlueGreenDeployment or FlinkApplication\n`
          + '  fix      give the file that the operator gets, after Helm or kustomize',
      });
  });

  test('the standard input for manifests and for the configuration of the operator', async () => {
    const paths = args('-').slice(0, 2);
    const { code, out, err } = await runCli([...paths, ...(command === 'diff' ? ['after.yaml'] : []), '--operator-config', '-'], { input: OTHER });
    expect({ code, out, err: err.split('\n')[0] }).toEqual({ code: 2, out: '', err: '--operator-config: the standard input can be read only once [input-file]' });
  });

  test('a release of the operator that is not known', async () => {
    const { code, err } = await saidOf((path) => [...args(path), '--operator', '0.9'], OTHER);
    expect({ code, err: err.split('\n')[0] }).toEqual({ code: 2, err: expect.stringMatching(/^--operator: .* \[operator-version\]$/) });
  });

  test('its help has examples, a guide and exit codes, the options of the operator last', async () => {
    const { code, out } = await runCli([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\nOptions:\n {2}--(format|language)[^]*\n {2}--operator <release>[^]*\n {2}--operator-config <file>[^]*\n {2}-h, --help[^]*\nExamples:\n[^]*\nMore: https://[^ ]*/docs/guides/${command}.md\n\nExit codes:\n {2}0 `));
  });
});

test('an output that cannot be written', async () => {
  for (const args of [['explain', 'examples/lint/orders.yaml', '--output', '/dev/null/a.txt'], ['import', 'examples/product-dedup/tuned.k8s.yaml', '--output', '/dev/null/a']]) {
    const { code, err } = await runCli(args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${args[3]}: the output cannot be written [output-file]\n  got      ENOTDIR\n`) });
  }
});
