import * as fc from 'fast-check';
import { Question } from './answers';
import { MEMORY_UNITS, texts, TIME_UNITS } from './grammar-cases';
import { FlinkVersion } from '../src/flink/flink-version';
import { ConfigurationFile } from '../src/flink/options/value-dialect';

const joined = (...parts: fc.Arbitrary<string | number>[]) => fc.tuple(...parts).map((texts_) => texts_.join(''));
const perhaps = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text);
const isoPart = (unit: string) => perhaps(joined(fc.constantFrom('', '', '-', '+'), fc.nat({ max: 99_999 }), fc.constantFrom(unit, unit.toLowerCase())));
const seconds = perhaps(joined(
  fc.constantFrom('', '-'), fc.nat(), fc.constantFrom('', '.', ','), fc.constantFrom('', '5', '000000001', '1234567890'), fc.constant('S')));
const isoDuration = joined(
  fc.constantFrom('P', 'P', 'p', '-P', '+P', ''), isoPart('D'), fc.constantFrom('T', 'T', 't', ''), isoPart('H'), isoPart('M'), seconds);

const wholeNumber = fc.oneof(fc.integer().map(String), fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }).map(String), fc.constantFrom(
  '', '+1', '-0', '0x10', '1_000', '1.0', '1e3', ' 1', '1 ', '2147483647', '2147483648', '-2147483648', '9223372036854775807', '9223372036854775808'));
const fraction = fc.oneof(fc.double().map(String), fc.float().map(String), fc.integer().map(String), fc.constantFrom(
  '.5', '5.', '1e-1', '0.1f', '0.1F', '1d', 'NaN', 'nan', '-Infinity', 'infinity', '+NaN', '-0', '0,5', '10%', ' 0.5 ', '.', '1e', '1e400', '1e-400', '3.5e38'));
const word = fc.constantFrom('a', 'hdfs://a:1/b', 'x.y-z', '', ' a b ', '010', '1.50', 'null', '~', 'true', 'a #b', '[x, y z]', '{k: v}',
  '[1.50, true, [~, .inf]]', '{a: \'1\', 2: "b:c"}', 'it\'s', '1e3');

/** Texts of one value, by type; most can be read. */
const SCALARS: Record<string, fc.Arbitrary<string>> = {
  'Boolean': fc.constantFrom('true', 'false', 'True', 'FALSE', 'tRuE', 'yes', 'on', 'off', '1', '0', '', ' true', 'true '),
  'Integer': wholeNumber,
  'Long': wholeNumber,
  'Float': fraction,
  'Double': fraction,
  'String': fc.oneof(word, fc.stringMatching(/^[\w ./@=+$<>()-]{0,12}$/)),
  'Duration': fc.oneof({ weight: 3, arbitrary: texts(TIME_UNITS, 2n ** 90n) }, { weight: 1, arbitrary: isoDuration }),
  'MemorySize': texts(MEMORY_UNITS, 2n ** 64n),
  'Enum(STREAMING|BATCH|AUTOMATIC)': fc.constantFrom('STREAMING', 'batch', 'Automatic', 'AUTO', 'BATCH_', 'streaming', '', ' BATCH', 'BATCH'),
  'Map': map(),
};

function map(): fc.Arbitrary<string> {
  const side = quoted(fc.constantFrom('a', 'b', 'key', 'app.kubernetes.io/name', '1', '1.0', 'true', 'null', 'x y', ' z ', 'http://h:1/p', 'it\'s', 'x-y', '#c'));
  const pair = joined(side, fc.constantFrom(':', ':', ': ', '=', ''), perhaps(side));
  return fc.array(pair, { maxLength: 4 }).chain((pairs) => around(pairs, [',', ', ', ';'], '{', '}'));
}

function quoted(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.constantFrom('', '', '', '\'', '"'))
    .map(([bare, quote]) => quote === '' ? bare : `${quote}${bare.replaceAll(quote, quote + quote)}${quote}`);
}

/** Items one after the other, sometimes in the brackets of YAML; without tabs and the oddities that readers of YAML treat apart. */
function around(items: string[], delimiters: string[], open: string, close: string): fc.Arbitrary<string> {
  const style = fc.constantFrom(['', ''], ['', ''], [open, close], [open, close], ['', close]);
  return fc.tuple(fc.constantFrom(...delimiters), style, fc.constantFrom('', ' ', '  '))
    .map(([delimiter, [before, after], space]) => `${before}${space}${items.join(delimiter)}${space}${after}`);
}

function listOf(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const lines = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.map((text) => `- ${text}`).join('\n'));
  const brackets = fc.array(quoted(item), { maxLength: 4 }).chain((items) => around(items, [';', ';', ', ', ',', ' ; '], '[', ']'));
  return fc.oneof({ weight: 6, arbitrary: brackets }, { weight: 1, arbitrary: lines });
}

const FILES: ConfigurationFile[] = ['config.yaml', 'flink-conf.yaml'];
const TYPES = Object.entries(SCALARS).flatMap(([type, text]) => [[type, text], [`List<${type}>`, listOf(text)]] as const);

function valuesOf(type: string, text: fc.Arbitrary<string>, cases: number, seed: number, { minorLine }: FlinkVersion): Question[] {
  return fc.sample(fc.tuple(text, fc.constantFrom(...FILES)), { numRuns: cases, seed })
    .map(([value, file]) => ({ op: 'optionValue', text: value, type, flink: minorLine, file }));
}

/** What options of each type read in a version of Flink, alone and in lists. */
export const VALUE_SUITES = TYPES.map(([type, text]) => ({
  title: `values of type ${type.replace(/\(.*\)/, '')}`,
  cases: 5_000,
  questions: (cases: number, seed: number, version: FlinkVersion) => valuesOf(type, text, cases, seed, version),
}));

/** A few values of each type, one type after the other, to be kept as vectors: the versions differ. */
export const MIXED_VALUES = {
  title: 'values of every type',
  cases: 200,
  questions: (cases: number, seed: number, version: FlinkVersion) => {
    const each = TYPES.map(([type, text]) => valuesOf(type, text, Math.ceil(cases / TYPES.length), seed, version));
    return each[0].flatMap((_, index) => each.map((questions) => questions[index]));
  },
  vectors: ['option-values', 100] as const,
  vectorsOfEach: true,
};
