import { folderOf, globPattern, isGlob } from '../../../src/cli/lint/glob-pattern';

test.each([
  ['deploy/*.yaml', 'deploy/a.yaml', true],
  ['deploy/*.yaml', 'deploy/x/a.yaml', false],
  ['deploy/**/*.yaml', 'deploy/a.yaml', true],
  ['deploy/**/*.yaml', 'deploy/x/y/a.yaml', true],
  ['deploy/**', 'deploy/x/y/a.yaml', true],
  ['./deploy/a?.yaml', 'deploy/ab.yaml', true],
  ['deploy/a?.yaml', 'deploy/a/.yaml', false],
  ['{dev,prod}/*.{yaml,yml}', 'prod/a.yml', true],
  ['{dev,prod}/*.{yaml,yml}', 'test/a.yml', false],
  ['a+b(c)/*.yaml', 'a+b(c)/x.yaml', true],
  ['a.b/*', 'aXb/x', false],
  ['a,b}/*', 'a,b}/x', true],
])('%s against %s', (glob, path, matches) => {
  expect(globPattern(glob).test(path)).toBe(matches);
});

test('the search begins in the last folder that is no pattern', () => {
  expect(['deploy/apps/*/x.yaml', '*.yaml', '/etc/*.yaml', '/*.yaml', '../{a,b}/x'].map(folderOf)).toEqual(['deploy/apps', '', '/etc', '/', '..']);
  expect(['a.yaml', 'a[1].yaml', 'a*', 'a?', '{a,b}'].map(isGlob)).toEqual([false, false, true, true, true]);
});
