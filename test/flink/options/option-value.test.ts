import { optionType } from '../../../src/flink/options/option-type';
import { OptionValue, readOptionValue } from '../../../src/flink/options/option-value';
import { ConfigurationFile, valueDialect } from '../../../src/flink/options/value-dialect';
import { refusalOf, says } from '../../refusals';
import { FlinkVersion } from 'cdk8s-flink';

const SECOND = 1_000_000_000n;
const read = (type: string, text: string, version = FlinkVersion.V1_20, file?: ConfigurationFile) =>
  readOptionValue(text, optionType(type), valueDialect(version, file));

test.each<[string, string, OptionValue]>([
  ['Boolean', 'TRUE', true], ['Boolean', 'false', false],
  ['Integer', '-12', -12], ['Integer', '2147483647', 2147483647], ['Long', '+9223372036854775807', 9223372036854775807n],
  ['Float', '0.1f', Math.fround(0.1)], ['Double', ' .5 ', 0.5], ['Double', 'NaN', NaN], ['Double', '-Infinity', -Infinity],
  ['String', ' as it is ', ' as it is '],
  ['Duration', '10 min', 600n * SECOND], ['MemorySize', '1g', 2n ** 30n],
  ['Enum(EXACTLY_ONCE|AT_LEAST_ONCE)', 'exactly_once', 'EXACTLY_ONCE'],
  ['List<String>', 'a; b ;\'c;d\'', ['a', 'b', 'c;d']], ['List<String>', '[a, "b;c", 1.50]', ['a', 'b;c', '1.5']], ['List<String>', 'a,b', ['a,b']],
  ['List<String>', '- a\n- b', ['a', 'b']], ['List<Integer>', '[1, 2]', [1, 2]], ['List<Duration>', '1s;2s', [SECOND, 2n * SECOND]],
  ['List<Boolean>', '', []], ['List<String>', '[a, ~]', ['[a, ~]']], ['List<String>', '[a', ['[a']], ['List<String>', '[*a]', ['[*a]']],
  ['Map', 'a:1,\'\'\'b,c\'\':2\'', new Map([['a', '1'], ['b,c', '2']])], ['Map', '{a: ~}', new Map([['{a', '~}']])], ['Map', '{a: 1, b: c d}', new Map([['a', '1'], ['b', 'c d']])],
  ['Map', 'a: 1', new Map([['a', '1']])], ['List<Map>', 'a:1,b:2;c:3', [new Map([['a', '1'], ['b', '2']]), new Map([['c', '3']])]],
  ['List<Map>', '[{key: a, value: b}]', [new Map([['key', 'a'], ['value', 'b']])]],
])('Flink reads as %s: %j', (type, text, value) => {
  expect(read(type, text)).toEqual(value);
});

test.each<[string, string]>([
  ['Boolean', 'yes'], ['Boolean', ''], ['Integer', '1.0'], ['Integer', ' 1'], ['Integer', '2147483648'], ['Long', '9223372036854775808'],
  ['Float', '10%'], ['Double', '0,5'], ['Double', 'nan'], ['Duration', '10mins'], ['MemorySize', '1Gi'], ['Enum(EXACTLY_ONCE)', 'exactly-once'],
  ['List<Integer>', '1,2'], ['List<Integer>', '[1, x]'], ['List<String>', '\'a'], ['List<String>', '"a"b'], ['Map', 'a=1'], ['Map', 'a:1,a:2'], ['Map', 'a'],
  ['Map', '\'b,c\':2'], ['List<Map>', 'a:1;b'],
])('Flink refuses as %s: %j', (type, text) => {
  expect(refusalOf(() => read(type, text)).message).toMatch('Flink cannot read this value [option-value]');
});

test('a refusal says what the type allows', () => {
  expect(refusalOf(() => read('List<Enum(A|B)>', 'c')).message).toBe(says(
    'Flink cannot read this value [option-value]', '"c"', 'list of one of A, B', 'write the items with ";" between them',
  ));
  expect(refusalOf(() => read('Boolean', 'yes')).message).toBe(says(
    'Flink cannot read this value [option-value]', '"yes"', 'Boolean', 'write "true" or "false": Flink knows no yes, on or 1',
  ));
});

describe('versions differ', () => {
  const outcome = (type: string, text: string, version: FlinkVersion, file?: ConfigurationFile) => {
    try {
      return read(type, text, version, file);
    } catch {
      return 'refused';
    }
  };

  test('a comment may stand right behind a token of YAML, which 2.x reads in each item', () => {
    expect(outcome('List<Map>', 'a: ""#x', FlinkVersion.V2_2)).toEqual([new Map([['a', '']])]);
    expect(outcome('List<Map>', 'a: ""#x', FlinkVersion.V1_20)).toBe('refused');
  });

  test('ISO 8601 is a time from 2.1 on', () => {
    const versions = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_3];
    expect(versions.map((version) => outcome('Duration', 'PT1M30.5S', version))).toEqual(['refused', 'refused', 'refused', 90_500_000_000n, 90_500_000_000n]);
  });

  test.each<[string, bigint | 'refused']>([
    ['P1D', 86_400n * SECOND], ['pt2h', 7_200n * SECOND], ['-PT-5S', 5n * SECOND], ['PT-1S', 'refused'], ['P', 'refused'], ['PT', 'refused'], ['P1DT', 'refused'],
    ['P1Dt', 86_400n * SECOND], ['PT0.1234567891S', 'refused'], ['PT-0.5S', 'refused'], ['PT1M-0.5S', 59_500_000_000n], ['PT9223372036854775808S', 'refused'],
  ])('as java.time.Duration has it: %s', (text, expected) => expect(outcome('Duration', text, FlinkVersion.V2_1)).toEqual(expected));

  test('a number beyond 64 bits is a time from 2.0 on, as long as the time is not too long', () => {
    expect(outcome('Duration', '9223372036854775808ns', FlinkVersion.V1_20)).toBe('refused');
    expect(outcome('Duration', '9223372036854775808ns', FlinkVersion.V2_0)).toBe(9_223_372_036_854_775_808n);
    expect(outcome('Duration', '9223372036854775808s', FlinkVersion.V2_0)).toBe('refused');
  });

  test('flink-conf.yaml of 1.x has no YAML in its values, and 2.x reads YAML always', () => {
    expect(outcome('List<String>', '[a, b]', FlinkVersion.V1_20, 'flink-conf.yaml')).toEqual(['[a, b]']);
    expect(outcome('List<String>', '[a, b]', FlinkVersion.V1_20, 'config.yaml')).toEqual(['a', 'b']);
    expect(outcome('List<String>', '[a, b]', FlinkVersion.V2_0, 'flink-conf.yaml')).toEqual(['a', 'b']);
    expect(outcome('Map', '{a: b}', FlinkVersion.V1_19, 'flink-conf.yaml')).toEqual(new Map([['{a', 'b}']]));
  });

  test('an item of a list in the notation of Flink may be YAML from 2.0 on', () => {
    expect(outcome('List<Map>', '{a: 1};b:2', FlinkVersion.V1_20)).toEqual([new Map([['{a', '1}']]), new Map([['b', '2']])]);
    expect(outcome('List<Map>', '{a: 1};b:2', FlinkVersion.V2_0)).toEqual([new Map([['a', '1']]), new Map([['b', '2']])]);
  });
});
