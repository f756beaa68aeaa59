import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT } from '../../documents';
import { runCli } from '../run-cli';

/** What the guide shows is what the command prints. */
test('the example of the guide', async () => {
  const before = process.cwd();
  process.chdir(join(ROOT, 'examples', 'import'));
  try {
    const { code, out, err } = await runCli(['import', 'orders.yaml']);
    const guide = read('docs/guides/import.md');
    expect({ code, out }).toEqual({ code: 0, out: readFileSync('orders.ts', 'utf8') });
    for (const shown of [out, err, readFileSync('orders.yaml', 'utf8')]) {
      expect(guide).toContain(`\n${shown}\`\`\`\n`);
    }
  } finally {
    process.chdir(before);
  }
});
