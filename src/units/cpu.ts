import { Refusal, shown } from '../refusal';

/**
 * Processor time in whole thousandths of a core.
 *
 * The operator takes CPU as a plain number of cores and prints it through a Java double, so the
 * clean decimals that thousandths give are what reaches the pod.
 */
export class Cpu {
  /**
   * In cores, for example 1.5.
   * Refused with `[cpu-amount]`: zero, negative, NaN, infinite or finer than a thousandth.
   */
  public static cores(amount: number): Cpu {
    return new Cpu(amount * 1000, `${shown(amount)} cores`);
  }

  /**
   * In thousandths of a core, for example 500.
   * Refused with `[cpu-amount]`: zero, negative, NaN, infinite or fractional.
   */
  public static millis(amount: number): Cpu {
    return new Cpu(amount, `${shown(amount)} thousandths of a core`);
  }

  /** In thousandths of a core. */
  public readonly amountInMillis: number;

  private constructor(millis: number, got: string) {
    // 1.001 * 1000 is 1000.9999999999999 in a double: near enough to a whole thousandth is whole.
    const whole = Math.round(millis);
    if (!Number.isSafeInteger(whole) || whole <= 0 || Math.abs(millis - whole) > 1e-6) {
      throw new Refusal({
        code: 'cpu-amount',
        what: 'an amount of CPU must be above zero and whole in thousandths of a core',
        got,
        allowed: '0.001 cores and more, at most three decimals',
        fix: 'for example Cpu.cores(1.5) or Cpu.millis(500)',
      });
    }
    this.amountInMillis = whole;
  }

  /** In cores. */
  public get amountInCores(): number {
    return this.amountInMillis / 1000;
  }

  /** For people: `1.5 cores`. */
  public toString(): string {
    return this.amountInMillis === 1000 ? '1 core' : `${this.amountInCores} cores`;
  }
}
