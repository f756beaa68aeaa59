import { BIDS, EVENTS, PERSONS_AND_AUCTIONS } from './nexmark';
import { declared, OtherDeclaration, PublishedCase, ratePerSlot, Source } from './published-case';
import { FlinkApi, StateLocation, Workload } from '../../../src';

const SOURCE: Source = {
  name: 'StreamBed',
  url: 'https://github.com/CloudLargeScale-UCLouvain/StreamBed/tree/78765da/experiments/regression-results/final',
  reads: 'highest sustained rate ÷ all slots, sources counted, over 8–64 GiB a TaskManager; '
    + 'Flink 1.14 SQL, RocksDB, Kafka but for q1 and q2, each operator in slots of its own',
};

const stateless = Workload.statelessTransformation(EVENTS);
const hopping = { ...EVENTS, keyedShare: BIDS, shuffles: 4, windowOverlap: 5 };
const onSlots = (workload: Workload) => ratePerSlot(workload, StateLocation.LOCAL_DISK);

/** The exchanges that slots of its own for each operator make are no fact of a query. */
const unchained = (shuffles: number): OtherDeclaration => ({
  as: `with the exchanges of unchained operators, ${shuffles}`,
  predicted: onSlots(Workload.statelessTransformation({ ...EVENTS, shuffles })),
});

const QUERIES: [query: string, rates: number[], workload: Workload, note?: string, otherwise?: OtherDeclaration][] = [
  ['q1', [222, 248], stateless, undefined, unchained(2)],
  ['q2', [274, 293], stateless, undefined, unchained(1)],
  ['q5', [3.3, 3.4], Workload.windowedAggregation({ ...hopping, api: FlinkApi.DATA_STREAM }),
    '`HOP` in `GROUP BY` updates one pane and sets a timer for each of five windows, as many accesses as in the DataStream API',
    { as: 'as SQL', predicted: onSlots(Workload.windowedAggregation(hopping)) }],
  ['q8', [76], Workload.windowedAggregation({ ...EVENTS, keyedShare: PERSONS_AND_AUCTIONS, shuffles: 4 }), 'never saturated: the least it can do'],
  ['q11', [33, 37], Workload.windowedAggregation({ ...EVENTS, keyedShare: BIDS }), 'session windows'],
];

export const STREAMBED: PublishedCase[] = QUERIES.map(([query, rates, workload, note, otherwise]) => ({
  source: SOURCE,
  name: query,
  declared: declared(workload),
  unit: 'slot',
  predicted: onSlots(workload),
  published: rates.map((rate) => rate * 1_000),
  choseConstant: true,
  note,
  otherwise,
}));
