import fc from 'fast-check';
import { explanationOf, manifestOf } from './explained-spec';
import { htmlReport } from '../../../src/report/manifest/html-report';
import { ManifestExplanation } from '../../../src/report/manifest/manifest-explanation';
import { markdownReport } from '../../../src/report/manifest/markdown-report';
import { printable } from '../../../src/report/manifest/printable';
import { resourceReport } from '../../../src/report/manifest/resource-report';
import { bar, textReport } from '../../../src/report/manifest/text-report';

/** A manifest in which whatever a user names is this text; its name is never one that the operator takes. */
function named(text: string): ManifestExplanation {
  const resource = explanationOf(manifestOf({
    image: `x${text}:1.4.0`,
    flinkConfiguration: { 'state.backend.type': 'rocksdb', 'x.option': `x${text}` },
    job: { jarURI: 'local:///opt/job.jar', entryClass: `x${text}`, parallelism: 2, upgradeMode: 'stateless' },
    podTemplate: {
      spec: {
        containers: [{ name: 'flink-main-container', volumeMounts: [{ name: `v${text}`, mountPath: `/${text}` }] }, { name: `c${text}`, image: `i${text}:1.4.0` }],
        volumes: [{ name: `v${text}`, emptyDir: {} }],
      },
    },
  }, { name: `N_${text}`, namespace: 'some' }));
  return { source: `f${text}.yaml`, operator: '1.16', passedOver: [`k${text}`], resources: [resource] };
}

const reportsOf = ({ resources, source }: ManifestExplanation) => resources.map((resource) => resourceReport(resource, source));
const html = (explanation: ManifestExplanation) => htmlReport(explanation, reportsOf(explanation));
const tagsOf = (page: string) => page.match(/<[^>]*>/g)!;

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\' onload=\'x', '</style><b>', '<!--', ']]>', '&lt;b&gt;', '</title>', '\u0000<b>', '\ud800'),
).filter((text) => text !== '' && !/password|secret|token|key|[=:]/i.test(text));

// How many findings there are depends on the text.
test('whatever a manifest is called or holds, the page has no tag that a harmless one has not', () => {
  const tags = new Set(tagsOf(html(named('harmless'))));
  fc.assert(fc.property(fc.noBias(hostile), (text) => {
    const page = html(named(text));
    expect(tagsOf(page)!.filter((tag) => !tags.has(tag))).toEqual([]);
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  }), { numRuns: 150 });
});

test('no text of a manifest moves a terminal or ends a line', () => {
  const shape = (text: string) => textReport(reportsOf(named(text)), { width: 100, colours: false });
  fc.assert(fc.property(fc.noBias(hostile), (text) => {
    expect(shape(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }), { numRuns: 100 });
  expect(printable('a\nb\u001b[31mc\u202ed\ud800')).toBe('a↵b·[31mc·d·');
});

test('in Markdown a text is no table, link, tag or mention', () => {
  const page = markdownReport(reportsOf(named('|<b>[a](http://x)`@joe*')), () => undefined);
  const lines = page.split('\n');
  expect(page).not.toMatch(/(?<!`[^`\n]*)<b>/);
  expect(page.replace(/``.*?``/g, '')).not.toContain('@joe');
  const cellsOf = (line: string) => line.match(/(?<!\\)\|/g)!.length;
  lines.forEach((line, index) => {
    if (line.startsWith('|') && lines[index - 1].startsWith('|')) {
      expect(cellsOf(line)).toBe(cellsOf(lines[index - 1]));
    }
  });
});

test('the page needs nothing else, runs nothing, and tells the picture in words', () => {
  const page = html(named('x'));
  expect(page).not.toMatch(/<script|<link|url\(|@import|src=|http:|https:/);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<title>Memory of a TaskManager</title><desc>TaskManager: task heap ');
  expect(page.match(/<table/g)!.length).toBe(page.match(/<thead/g)!.length);
  expect(page).toContain('prefers-color-scheme:dark');
  expect(html(named('x'))).toBe(page);
});

test('a terminal has colours and marks, a file has marks alone', () => {
  const reports = [resourceReport(explanationOf(manifestOf({})), 'orders.yaml')];
  const [plain, painted] = [false, true].map((colours) => textReport(reports, { width: 80, colours }));
  expect(plain).toContain('\n✔  admitted by the operator; nothing keeps it from starting');
  // eslint-disable-next-line no-control-regex -- colours of a terminal
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  expect(painted).not.toBe(plain);
});

test('text fits 80 columns wherever words allow it', () => {
  const lines = textReport(reportsOf(named('x')), { width: 80, colours: false }).split('\n');
  expect(lines.filter((line) => line.length > 80 && !/^ {4}\S+: /.test(line))).toEqual([]);
});

test('bars are as long as their share, and never nothing', () => {
  expect([bar(50n, 100n, 10), bar(1n, 1000n, 10), bar(100n, 100n, 10)]).toEqual(['█████·····', '█·········', '██████████']);
});

test('what refuses a resource stands first, and a part that lacks for the same reason says so', () => {
  const resource = explanationOf(manifestOf({ taskManager: { resource: { cpu: 2, memory: '500m' } }, more: 1 }));
  const text = textReport([resourceReport(resource, 'orders.yaml')], { width: 100, colours: false });
  expect(text.split('\n').slice(0, 15)).toEqual([
    'orders',
    'FlinkDeployment · native application · v1_20 · orders.yaml:1',
    expect.stringMatching(/^✖ {2}admitted by the operator, and does not start/),
    '',
    'WHY NOT',
    '  error  Flink cannot start a TaskManager with this memory: the parts of the TaskManager memory need',
    '         more than Flink has [process-memory-too-small]',
    '      got      500m',
    '      allowed  982 MiB and more, with the other settings as they are',
    '      fix      raise the memory of the TaskManager, or leave it out to have it derived',
    '',
    '  1 field dropped without a word  spec.more',
    '',
    'JOB',
    '  jar           local:///opt/flink/usrlib/orders.jar',
  ]);
  expect(text).toContain('NETWORK BUFFERS\n  they cannot be made, for the same reason\n');
});
