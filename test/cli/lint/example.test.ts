import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../run-cli';

const ROOT = join(__dirname, '..', '..', '..');

test('prints what stands beside the example, and in the guide', async () => {
  const before = process.cwd();
  process.chdir(ROOT);
  try {
    const { code, out, err } = await runCli(['lint', 'examples/lint/orders.yaml']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(readFileSync('examples/lint/orders.txt', 'utf8'));
    const [finding] = out.split('\n\n').slice(2);
    expect(readFileSync('docs/guides/lint.md', 'utf8')).toContain(`\`\`\`\n${finding}\n\`\`\`\n`);
  } finally {
    process.chdir(before);
  }
});
