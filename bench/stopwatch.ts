import { Cost } from './statistics';

/** What `work` costs this process. */
export function costOf(work: () => void): Cost {
  const [cpu, wall] = [process.cpuUsage(), process.hrtime.bigint()];
  work();
  const elapsed = process.hrtime.bigint() - wall;
  const { user, system } = process.cpuUsage(cpu);
  return { wall: Number(elapsed) / 1e6, cpu: (user + system) / 1e3 };
}

/** Calls a second over at least `slice` milliseconds of `work`, which does `calls` of them at a time. */
export function callsPerSecond(slice: number, calls: number, work: () => void): number {
  let rounds = 0;
  const start = process.hrtime.bigint();
  let elapsed = 0;
  while (elapsed < slice * 1e6) {
    work();
    rounds += 1;
    elapsed = Number(process.hrtime.bigint() - start);
  }
  return (rounds * calls * 1e9) / elapsed;
}
