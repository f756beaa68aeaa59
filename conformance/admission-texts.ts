import * as fc from 'fast-check';

/** Random texts near what admission's grammars accept. */
type Texts = fc.Arbitrary<string>;

const joined = (...parts: Texts[]): Texts => fc.tuple(...parts).map((texts) => texts.join(''));
const listOf = (part: Texts, separator: string, most: number): Texts =>
  fc.array(part, { minLength: 1, maxLength: most }).map((parts) => parts.join(separator));
const mostly = (usual: Texts, rare: Texts, weight = 6): Texts => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });
const digits = (max: number) => fc.nat({ max }).map(String);
/** Sometimes with a sign taken out or put in. */
const disturbed = (texts: Texts): Texts => fc.tuple(texts, fc.nat({ max: 12 }), fc.nat({ max: 60 }), fc.constantFrom(...'%[]:/@# "\\_-.é?*L98'))
  .map(([text, kind, at, sign]) => {
    const position = at % (text.length + 1);
    const [before, after] = [text.slice(0, position), text.slice(position)];
    return kind === 0 ? before + sign + after : kind === 1 ? before + after.slice(1) : text;
  });

export const flags: Texts = mostly(fc.constantFrom('true', 'false', 'TRUE', 'False'), fc.constantFrom('yes', '', ' true', '1', 'tRuE'), 15);
export const durations: Texts = mostly(fc.constantFrom('1h', '10min', '90 s', '59s', '60000', '1d', '15m'), fc.constantFrom('1h30m', 'soon', '', '-1s', '10mins'));

export const quantities: Texts = disturbed(joined(
  mostly(digits(5000), fc.constantFrom('1.5', '0', '-1', '+2', '.5', '5.', '0.0', '-.5', '', 'x', '1_0', '0012', '99999999999999999999')),
  mostly(fc.constantFrom('', 'Ki', 'Mi', 'Gi', 'Ti', 'm', 'k', 'M', 'G', 'g', 'mb'),
    fc.constantFrom('Pi', 'Ei', 'n', 'u', 'T', 'P', 'E', 'e3', 'E-3', 'e+2', 'm5', 'Ki5', 'GiB', 'e', 'i', 'K', 'e3x', ' Gi', 'b', 'e16', 'e0')),
));

const cronNumber = fc.oneof({ weight: 10, arbitrary: digits(35) }, { weight: 1, arbitrary: fc.constantFrom('59', '60', '98', '99', '2030', '007', '2147483648') });
const cronEntry: Texts = fc.oneof(
  { weight: 4, arbitrary: fc.constant('*') },
  { weight: 5, arbitrary: cronNumber },
  { weight: 3, arbitrary: joined(cronNumber, fc.constant('-'), cronNumber) },
  { weight: 2, arbitrary: joined(fc.constantFrom('*/', '/', '5/', '1-9/'), digits(70)) },
  { weight: 2, arbitrary: fc.constantFrom('MON', 'MON-FRI', 'jan', 'FEB-OCT', 'TUE#2', 'THU#7', 'FRIL', 'SUNX', 'MON-', 'DEC-JANX', 'WED-XXX', 'MO') },
  { weight: 2, arbitrary: fc.constantFrom('L', 'LW', 'L-3', 'L-3W', 'L-', 'L-31', '15W', '32W', '6L', '6#3', '6#9', '3#1', '98#1', '98-5', '99-98', '?x', '?xx', '*x', '5x', 'L-W') },
  { weight: 2, arbitrary: fc.constant('?') },
);
const cronField = listOf(cronEntry, ',', 3);
const plainCron = fc.tuple(cronField, fc.boolean(), cronField).map(([time, byMonth, day]) =>
  `0 ${time} 9-17 ${byMonth ? `${day} * ?` : `? * ${day}`}`);
export const crons: Texts = disturbed(fc.oneof(
  plainCron,
  fc.constantFrom('* * 9-11,14-16 * * ?', '* * * ? * 2-6', '0 0 12 1/5 * ?', '0 15 10 ? * 6L 2022-2030', '0 0 0 L * ? 2030-2020', '0 0 0 ? JAN MON#1 *'),
  fc.array(cronField, { minLength: 4, maxLength: 8 }).map((fields) => fields.join(' ')),
));

const time = joined(digits(25), fc.constant(':'), digits(65), fc.constantFrom('', '', ':30', ':61', ':5:999', ':5:1000', '::7'));
export const dailyRanges: Texts = disturbed(joined(time, fc.constant('-'), time));
export const excludedPeriods: Texts = mostly(
  listOf(fc.oneof(dailyRanges, crons, joined(dailyRanges, fc.constantFrom(' && ', '&&'), crons), joined(crons, fc.constant('&&'), crons), fc.constantFrom('9:00-10:00', '&&', '1:00-2:00&&')),
    ';', 2),
  fc.constantFrom('\'9:00-10:00;\'', '"9:00-10:00"', '"9:00-10:00', '[9:00-10:00]', '', ';', '\'9:00-10:00\' x', '\'9:00-1\'\'0:00\''));

export const decimals: Texts = mostly(fc.constantFrom('0', '0.5', '0.7', '1', '1.0', '0.01', '0.3', '1e-1', '0.9'),
  fc.constantFrom('-0.1', '1.5', '-1', 'NaN', 'Infinity', '-Infinity', '0.5f', '0x1p-1', '10%', '', '0,5', ' 0.5 ', '2', '0.009', '1d', '.5', '0x.8p0', '0xp1'), 2);

const host = mostly(fc.constantFrom('repo.example.com', 'a', 'flink', '8.8.8.8', '10.0.0.1', '172.16.3.4', '172.32.0.1', '192.168.1.1', '127.0.0.1', '169.254.1.1',
  '[::1]', '[2001:db8::1]', '[fe80::1]', '[fec0::2]', '[ff02::1]', '[::ffff:10.0.0.1]', '[::ffff:8.8.8.8]', '0.0.0.0', '224.0.0.1', '2130706433', '134744072'),
fc.constantFrom('a_b', '-a', '[::g]', '[1:2]', '1.2.3', '010.0.0.1', '256.1.1.1', '', 'a..b', '[::1', '[::1%eth0]', '[1::2::3]', 'user@8.8.8.8', 'a@b@c', '1.2.3.4.5'));
const port = mostly(fc.constantFrom('', '', '', ':8081'), fc.constantFrom(':', ':x', ':-1', ':-2', ':99999999999', ':+80', ':80x'));
const path = mostly(fc.constantFrom('', '/', '/jars/job.jar', '/{{namespace}}/{{name}}(/|$)(.*)', '/a?b=c', '#x', '?q', '/a#b?c'), fc.constantFrom('//', '/a b', '/%zz', '/%20', '/é', '/[', '/{x}', '/^'));

export const ingressTemplates: Texts = disturbed(joined(
  mostly(fc.constantFrom('', 'http://', 'https://', 'HTTP://'), fc.constantFrom('ftp://', ' http://', '//', '/', 'http:///', 'url:')),
  mostly(fc.constantFrom('{{name}}.{{namespace}}.example.com', '{{NAME}}.example.com', 'flink.example.com'), host, 2), port, path,
));

/** Hosts are addresses: what a name resolves to is not for a comparison. */
export const jarUris: Texts = disturbed(joined(
  mostly(fc.constantFrom('https://', 'https://', 'HTTPS://', 's3://', 'local://', 'http://'), fc.constantFrom('', 'https:', '1s3://', ':', 'mailto:', 'file:///', 's3a:', 'https:/')),
  host, port, path,
));
