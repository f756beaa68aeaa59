import { isExcludedPeriod } from '../../../src/operator/admission/excluded-periods';
import { isQuartzCron } from '../../../src/operator/admission/quartz-cron';

test.each([
  '* * 9-11,14-16 * * ?', '* * * ? * 2-6', '0 0 12 1/5 * ?', '0 15 10 ? * 6L 2022-2030', '0 0 0 L * ?', '0 0 0 L-3W * ?', '0 0 0 15W * ?', '0 0 0 ? JAN MON#1 *',
  '0 0 0 ? jan-mar mon-fri', '5x *x 1 1 1 ?', '0 0 0 1 1 98', '0 0 0 1 1 ? 2020 and more', '50-10 * * ? * FRI-MON', '0 0 0 ? * 6#3', '0-30/70 * * * * ?', '0 0 0 L * ? L',
])('Quartz accepts %j', (text) => expect(isQuartzCron(text)).toBe(true));

test.each([
  '', '* * * * *', '* * * * * *', '* * * ? * ?', '60 * * * * ?', '* * 24 * * ?', '* * * 32 * ?', '* * * 0 * ?', '* * * * 13 ?', '* * * ? * 8', '*/60 * * * * ?', '/ * * * * ?',
  '0 0 0 1,L * ?', '0 0 0 L-31 * ?', '0 0 0 L- * ?', '0 0 0 32W * ?', '0 0 0 ? * 6#6', '0 0 0 ? * MON#1,TUE#2', '0 0 0 ? * MO', '0 0 0 ? XXX *', '? * * * * ?', '0 0 0 ?xx * *',
  '0 0 0 1 1 ? 2030-2020', '0 0 0 98-5 * ?', '1- * * * * ?', '1/ * * * * ?', '0/5x * * * * ?', '99999999999 * * * * ?', 'é * * * * ?',
])('Quartz refuses %j', (text) => expect(isQuartzCron(text)).toBe(false));

test.each(['9:30-10:50', '9:30:30-10:50:20', '0:0:0:0-23:59:59:999', ' 9:30-10:50 && * * * ? * 2,5 ', '* * * ? * 2 && 9:30-10:50', '9:30-10:50-', '&&', '9:30-10:50&&'])(
  '%j is a period', (text) => expect(isExcludedPeriod(text)).toBe(true));

test.each(['10:50-9:30', '9:30-9:30', '9-10', '24:00-25:00', '9:60-10:00', '9:00-10:00 && 11:00-12:00', '* * * ? * 2 && * * * ? * 3', '9:00 - 10:00',
  '9:00-10:00 && * * * ? * 2 && * * * ? * 3', ''])('%j is none', (text) => expect(isExcludedPeriod(text)).toBe(false));
