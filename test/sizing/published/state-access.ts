import { declared, PublishedCase, ratePerSlot, Source } from './published-case';
import { StateLocation, Throughput, Workload } from '../../../src';
import { Bound, OPPOSITE } from '../../../src/sizing/decision/constants';
import { RULES } from '../../../src/sizing/facts/assumptions';

const FOR_ST: Source = {
  name: 'ForSt',
  url: 'https://github.com/ververica/ForSt/releases',
  reads: 'v0.1.2-beta, word count over 300 million words of 16 B, one slot with 512 MB managed memory; Flink 2.0 preview',
};
const DB_BENCH: Source = {
  name: 'db_bench',
  url: 'https://gist.github.com/mdcallag/6bb93aa409812555317237969995aa4d',
  reads: 'RocksDB of 574 GB, block cache of 1 and of 128 GB; operations a second of both as a ratio',
};

const wordCount = Workload.unboundedAggregation({
  throughput: Throughput.of({ recordsPerSecond: 20_000, averageRecordBytes: 16 }),
  distinctKeys: 300e6,
});

const onState = (name: string, location: StateLocation, rate: number, choseConstant: boolean): PublishedCase => ({
  source: FOR_ST,
  name: `word count on ${name}`,
  declared: declared(wordCount),
  unit: 'slot',
  predicted: ratePerSlot(wordCount, location),
  published: [rate],
  choseConstant,
});

const largerCache = (reads: string, hitRates: [before: number, after: number], times: number, whyMissed?: string): PublishedCase => ({
  source: DB_BENCH,
  name: `larger cache, ${reads} reads`,
  declared: `hit rate ${hitRates[0]} → ${hitRates[1]}`,
  unit: 'times',
  // The dearer a miss beside a hit, the more a cache gives: the two constants lie at opposite ends.
  predicted: (at) => {
    const [before, after] = hitRates.map((hitRate) => accessMicros(hitRate, at));
    return before / after;
  },
  published: [times],
  choseConstant: true,
  whyMissed,
});

function accessMicros(hitRate: number, miss: Bound): number {
  return RULES.stateAccessMicros[OPPOSITE[miss]] + (1 - hitRate) * RULES.diskReadMicros[miss];
}

export const STATE_ACCESS: PublishedCase[] = [
  onState('RocksDB', StateLocation.LOCAL_DISK, 19_200, false),
  onState('ForSt', StateLocation.REMOTE, 16_000, true),
  largerCache('skewed', [0.28, 0.9], 2.26),
  largerCache('uniform', [0.26, 0.49], 1.11, 'there a read that hits costs some 1.6 times what a miss adds; with our constants at most 1.25 times'),
  largerCache('mixed', [0.76, 0.87], 1.22),
];
