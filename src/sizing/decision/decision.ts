import { Duration } from 'cdk8s';
import { Cpu } from '../../units/cpu';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';

/** Where a decision comes from. */
export enum DecisionBasis {
  /** A rule of this library, from the workload. */
  RULE = 'rule',
  /** A rule, with a number that was measured in the place of the rule's own. */
  MEASUREMENT = 'measurement',
  /** A property that the user set; it stands as given. */
  EXPLICIT = 'explicit',
}

/** A decided amount: a number with its unit, or a choice by name. */
export class Amount {
  /** @internal */
  public static _count(value: number, unit: string): Amount {
    const number = value > 0 && value < 0.005 ? 'under 0.01' : grouped(value);
    return new Amount(`${number}${unit === '' ? '' : ` ${value === 1 ? unit.replace(/s$/, '') : unit}`}`, unit, value);
  }

  /** @internal */
  public static _memory(size: MemorySize): Amount {
    return new Amount(`${grouped(size.mebibytes)} MiB`, 'MiB', size.mebibytes);
  }

  /** An amount of memory or disk that may be large, in the unit that reads best. @internal */
  public static _size(size: MemorySize): Amount {
    return new Amount(size.toString(), 'MiB', size.mebibytes);
  }

  /** @internal */
  public static _cpu(cpu: Cpu): Amount {
    return new Amount(cpu.toString(), 'cores', cpu.amountInCores);
  }

  /** @internal */
  public static _duration(duration: Duration): Amount {
    const seconds = duration.toMilliseconds() / 1000;
    const text = seconds < 1 ? `${Math.round(seconds * 1000)} ms` : seconds >= 7200 ? `${grouped(seconds / 3600)} h` : seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
    return new Amount(text, 's', seconds);
  }

  /** @internal */
  public static _switch(on: boolean): Amount {
    return new Amount(on ? 'on' : 'off', '');
  }

  /** @internal */
  public static _choice(name: string): Amount {
    return new Amount(name, '');
  }

  private constructor(
    /** As people read it, for example `3,584 MiB`. */
    public readonly text: string,
    /** The unit of `value`: `MiB`, `cores`, `s`, `slots`, …; empty for a choice. */
    public readonly unit: string,
    /** The number, in `unit`; absent for a choice. */
    public readonly value?: number,
  ) {}

  /** The same as `text`. */
  public toString(): string {
    return this.text;
  }
}

/** One value of a plan, and everything needed to argue about it. */
export interface Decision {
  /** Stable name of what was decided, in kebab-case, for example `task-manager-memory`. */
  readonly quantity: string;
  /** The same for people, for example `TaskManager memory`. */
  readonly title: string;
  /** What was decided. */
  readonly value: Amount;
  /** The lowest value that the rule's sources would give. */
  readonly low: Amount;
  /** The highest value that the rule's sources would give. */
  readonly high: Amount;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The facts and earlier decisions that went in, as `name value`. */
  readonly inputs: string[];
  /** Name of the rule, in kebab-case. */
  readonly rule: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** Whether a rule decided, a rule with a measurement, or the user. */
  readonly basis: DecisionBasis;
}
