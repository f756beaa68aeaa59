import { spawnSync } from 'node:child_process';
import { COMMANDS } from '../../../src/cli/commands';
import { completedCommands } from '../../../src/cli/completion/completed-commands';
import { runCli } from '../run-cli';

const IO = { out: () => undefined, err: () => undefined, readInput: () => Promise.resolve(''), colours: false };
const ALL = completedCommands(COMMANDS.map(({ load }) => load()(IO, () => undefined)));

async function script(shell: string): Promise<string> {
  const { code, out, err } = await runCli(['completion', shell]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** What bash itself offers for the last of some words. */
function offered(completion: string, ...words: string[]): string[] {
  const line = ['cdk8s-flink', ...words].map((word) => `'${word}'`).join(' ');
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${completion}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _cdk8s_flink; printf '%s\\n' "\${COMPREPLY[@]}"`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

test('the commands have options with choices, files and free values', () => {
  expect(ALL.map(({ name }) => name)).toEqual(['lint', 'explain', 'diff', 'import', 'rules', 'size', 'completion']);
  const lint = ALL[0].options.map(({ flag, takesValue, takesFile, choices }) => [flag, takesValue, takesFile, choices.join(' ')]);
  expect(lint).toEqual([
    ['--format', true, false, 'text json sarif github markdown'],
    ['--pack', true, false, 'production cost strict all'],
    ['--fail-on', true, false, 'error warning info'],
    ['--fix', false, false, ''],
    ['--quiet', false, false, ''],
    ['--operator', true, false, ''],
    ['--operator-config', true, true, ''],
    ['--help', false, false, ''],
  ]);
});

test('the law: bash offers every command, option and choice, and no other', async () => {
  const completion = await script('bash');
  expect(offered(completion, '')).toEqual([...ALL.map(({ name }) => name), 'help', '--help', '--version']);
  for (const { name, options, choices } of ALL) {
    expect(offered(completion, name, '-')).toEqual(options.map(({ flag }) => flag));
    expect(offered(completion, name, '')).toEqual([...choices, ...(choices.length > 0 ? options.map(({ flag }) => flag) : [])]);
    for (const option of options.filter(({ takesValue }) => takesValue)) {
      expect(offered(completion, name, option.flag, '')).toEqual(option.choices);
      expect(offered(completion, name, option.flag, '=', '')).toEqual(option.choices);
    }
  }
}, 60_000);

test('bash goes on with what is begun, anywhere in the line', async () => {
  const completion = await script('bash');
  expect(offered(completion, 'exp')).toEqual(['explain']);
  expect(offered(completion, 'lint', 'deploy/', '--format', 's')).toEqual(['sarif']);
  expect(offered(completion, 'lint', 'deploy/', '--format=', '=')).toEqual([]);
  expect(offered(completion, 'completion', 'f')).toEqual(['fish']);
});

test.each([
  ['zsh', (flag: string) => `'${flag}[`],
  ['fish', (flag: string) => ` -l ${flag.slice(2)} `],
])('the script of %s has every command, option and choice', async (shell, written) => {
  const lines = (await script(shell)).split('\n');
  for (const { name, options, choices } of ALL) {
    const own = lines.filter((line) => line.includes(`${name})`) || line.includes(`__fish_seen_subcommand_from ${name}'`)).join('\n');
    options.forEach((option) => {
      expect(own).toContain(written(option.flag));
      expect(own).toContain(option.choices.join(' '));
    });
    expect(own).toContain(choices.join(' '));
  }
});

test('another shell is told which there are', async () => {
  expect(await runCli(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Allowed choices are bash, zsh, fish.') });
});
