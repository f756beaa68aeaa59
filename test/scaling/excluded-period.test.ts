import fc from 'fast-check';
import { isExcludedPeriod } from '../../src/operator/admission/excluded-periods';
import { refusalIn } from '../../src/refusal';
import { refusalOf, says } from '../refusals';
import { ExcludedPeriod } from 'cdk8s-flink';

test.each<[string, ExcludedPeriod, string]>([
  ['a morning', ExcludedPeriod.daily('09:00', '12:30'), '09:00-12:30'],
  ['to the second', ExcludedPeriod.daily('9:30:15', '10:50:20'), '9:30:15-10:50:20'],
  ['hours of every day', ExcludedPeriod.cron('* * 9-11,14-16 * * ?'), '* * 9-11,14-16 * * ?'],
  ['working days', ExcludedPeriod.cron(' * * * ? * MON-FRI '), '* * * ? * MON-FRI'],
  ['a time on some days', ExcludedPeriod.dailyWhen('9:30:30', '10:50:20', '* * * ? * 2,5'), '9:30:30-10:50:20 && * * * ? * 2,5'],
])('%s', (_, period, text) => {
  expect(period._text).toBe(text);
  expect(isExcludedPeriod(period._text)).toBe(true);
});

test.each([['12:00', '09:00'], ['9', '10'], ['09:00', '09:00'], ['22:00', '25:00'], ['09:00', '24:00'], ['9-10', '11:00'], ['', ''], ['09:00', '12:00;']])(
  '%j to %j is refused', (from, to) => expect(refusalOf(() => ExcludedPeriod.daily(from, to)).message).toBe(says(
    'this is no period that the autoscaler could leave out [excluded-period]', `"${from}-${to}"`, 'two times of one day, the earlier first',
    'for example ExcludedPeriod.daily("09:00", "12:30"); over midnight, two of them',
  )));

test.each(['* * 9-11 * *', '0 0 9 * * ?', '0-30 * 9 * * ?', '* * 25 * * ?', '* * * * * *', '* * 9 * * ?;', '', '9:00-10:00'])(
  'cron %j is refused', (cron) => {
    const message = says('this is no period that the autoscaler could leave out [excluded-period]', `"${cron}"`,
      'a cron expression of Quartz with 6 or 7 positions, the first of them *', 'for example "* * 9-11 * * ?", 9:00:00 to 11:59:59 every day');
    expect(refusalOf(() => ExcludedPeriod.cron(cron)).message).toBe(message);
    expect(refusalOf(() => ExcludedPeriod.dailyWhen('09:00', '10:00', cron)).message).toBe(message);
  });

test('whatever is not refused is what the operator accepts, as one entry of a list', () => {
  const time = fc.stringMatching(/^[0-9]{1,2}(:[0-9]{1,2}){0,3}$/);
  const cron = fc.noBias(fc.tuple(
    fc.constantFrom('*', '*', '0'), fc.constantFrom('*', '0-29', '70'), fc.constantFrom('*', '9-11', '25', '9;10'),
    fc.constantFrom('*', '?', '1,15', 'L'), fc.constantFrom('*', 'MAR'), fc.constantFrom('?', 'MON-FRI', '2#1', '8'), fc.constantFrom('', '2026'),
  )).map((positions) => positions.join(' '));
  let accepted = 0;
  fc.assert(fc.property(time, time, cron, (from, to, expression) => {
    const ways = [
      () => ExcludedPeriod.daily(from, to), () => ExcludedPeriod.cron(expression), () => ExcludedPeriod.dailyWhen(from, to, expression),
    ];
    for (const make of ways) {
      if (refusalIn(make) === undefined) {
        accepted++;
        expect(isExcludedPeriod(make()._text)).toBe(true);
        expect(make()._text).not.toMatch(/[;'"]/);
      }
    }
  }), { numRuns: 500 });
  expect(accepted).toBeGreaterThan(50);
});
