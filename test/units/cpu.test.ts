import fc from 'fast-check';
import { refusalOf, says } from '../refusals';
import { Cpu } from 'cdk8s-flink';

test('cores and thousandths are the same amount', () => {
  expect(Cpu.cores(1.5).amountInMillis).toBe(1500);
  expect(Cpu.millis(500).amountInCores).toBe(0.5);
});

test('every whole thousandth survives the way through a double', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 7 }), (millis) => {
    expect(Cpu.cores(millis / 1000).amountInMillis).toBe(millis);
    expect(Cpu.cores(Cpu.millis(millis).amountInCores).amountInMillis).toBe(millis);
  }));
});

test.each<[Cpu, string]>([[Cpu.cores(1), '1 core'], [Cpu.cores(2), '2 cores'], [Cpu.millis(1001), '1.001 cores'], [Cpu.cores(0.5), '0.5 cores']])(
  'is spelled for people (case %#)', (cpu, text) => expect(String(cpu)).toBe(text),
);

test.each<[() => Cpu, string]>([
  [() => Cpu.cores(0), '0 cores'], [() => Cpu.cores(-1), '-1 cores'], [() => Cpu.cores(NaN), 'NaN cores'],
  [() => Cpu.cores(Infinity), 'Infinity cores'], [() => Cpu.cores(1.0005), '1.0005 cores'],
  [() => Cpu.millis(0.5), '0.5 thousandths of a core'], [() => Cpu.millis(0), '0 thousandths of a core'],
])('refuses %#: %s', (make, got) => {
  expect(refusalOf(make).message).toBe(says(
    'an amount of CPU must be above zero and whole in thousandths of a core [cpu-amount]', got,
    '0.001 cores and more, at most three decimals', 'for example Cpu.cores(1.5) or Cpu.millis(500)',
  ));
});
