import { BIDS, EVENTS, PERSONS_AND_AUCTIONS } from './nexmark';
import { declared, PublishedCase, ratePerSlot, Source } from './published-case';
import { FlinkApi, StateLocation, Workload } from '../../../src';

const SOURCE: Source = {
  name: 'StreamBed',
  url: 'https://github.com/CloudLargeScale-UCLouvain/StreamBed/tree/78765da/experiments/regression-results/final',
  reads: 'highest sustained rate ÷ all slots, sources counted, over 8–64 GiB a TaskManager; Flink 1.14 SQL, RocksDB, each operator in slots of its own',
};

const stateless = Workload.statelessTransformation(EVENTS);
const hopping = { ...EVENTS, keyedShare: BIDS, shuffles: 4, windowOverlap: 5 };

/** What another declaration of the same job would have come to, so that nobody takes the one chosen for the only one. */
const thousandsAt = (at: 'low' | 'high', workload: Workload) => `${(ratePerSlot(workload, StateLocation.LOCAL_DISK)(at) / 1_000).toFixed(1)} k`;
const unchained = (shuffles: number) => `its exchanges between unchained operators are no fact of the query; with ${shuffles} declared we would say at most `
  + thousandsAt('high', Workload.statelessTransformation({ ...EVENTS, shuffles }));

const QUERIES: [query: string, thousands: number[], workload: Workload, note?: string][] = [
  ['q1', [222, 248], stateless, unchained(2)],
  ['q2', [274, 293], stateless, unchained(1)],
  ['q5', [3.3, 3.4], Workload.windowedAggregation({ ...hopping, api: FlinkApi.DATA_STREAM }),
    '`HOP` in `GROUP BY` shares no slices: each record sets a timer for each of its five windows, as in the DataStream API; '
      + `declared as SQL we would say at least ${thousandsAt('low', Workload.windowedAggregation(hopping))}`],
  ['q8', [76], Workload.windowedAggregation({ ...EVENTS, keyedShare: PERSONS_AND_AUCTIONS, shuffles: 4 }), 'never saturated: the least it can do'],
  ['q11', [33, 37], Workload.windowedAggregation({ ...EVENTS, keyedShare: BIDS }), 'session windows'],
];

export const STREAMBED: PublishedCase[] = QUERIES.map(([query, thousands, workload, note]) => ({
  source: SOURCE,
  name: query,
  declared: declared(workload),
  unit: 'slot',
  predicted: ratePerSlot(workload, StateLocation.LOCAL_DISK),
  published: thousands.map((rate) => rate * 1_000),
  choseConstant: true,
  note,
}));
