import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { podAnswer, PodQuestion } from '../../../conformance/pod-answer';

type Vector = PodQuestion & { readonly value: { readonly jobManager: any; readonly taskManager: any } };

const FOLDER = join(__dirname, '..', '..', 'vectors');

describe.each(['pods-native', 'pods-standalone', 'pods-refused'])('%s', (name) => {
  const { vectors } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as { readonly vectors: Vector[] };

  test.each(vectors.map((vector, index): [number, Vector] => [index, vector]))('pods %i are those that the real classes built', (_, { value, ...question }) => {
    expect(podAnswer(question)).toEqual(value);
  });

  test('there are several', () => {
    expect(vectors.length).toBeGreaterThan(7);
    expect(vectors.every(({ value }) => (value.jobManager.refused ?? value.taskManager.refused) === undefined)).toBe(name !== 'pods-refused');
  });
});
