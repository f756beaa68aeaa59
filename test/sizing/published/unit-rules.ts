import { BIDS, BIDS_AND_AUCTIONS, EVENTS } from './nexmark';
import { declared, planned, PublishedCase, ratePerCore, ratePerSlot, Source } from './published-case';
import { StateLocation, Throughput, Workload } from '../../../src';

const AWS: Source = {
  name: 'AWS',
  url: 'https://github.com/aws/agent-toolkit-for-aws/tree/d6ad2e4',
  reads: 'resource-optimization.md of the skill for Managed Flink: a rule for planning, in bytes a second of one vCPU; no record size given, so ours',
};
const ALIBABA: Source = {
  name: 'Alibaba',
  url: 'https://www.alibabacloud.com/help/en/flink/realtime-flink/support/nexmark-performance-testing',
  reads: 'Nexmark on 8 CU, 100 million events; a CU is one core and 4 GiB',
};

const something = { throughput: Throughput.of({ recordsPerSecond: 1e6 }) };
const megabytes = (...perSecond: number[]) => perSecond.map((rate) => (rate * 1e6) / something.throughput.averageRecordBytes);
const etl = Workload.statelessTransformation(something);
const heavy = Workload.regularJoin(something);
const windows = Workload.windowedAggregation(something);
const simpleQueries = Workload.statelessTransformation(EVENTS);
const joinOfQ4 = Workload.regularJoin({ ...EVENTS, keyedShare: BIDS_AND_AUCTIONS, shuffles: 4 });
const complexQueries = Workload.unboundedAggregation({ ...EVENTS, keyedShare: BIDS, shuffles: 2 });

export const UNIT_RULES: PublishedCase[] = [
  {
    source: AWS,
    name: 'ETL, 5–10 MB/s',
    declared: declared(etl),
    unit: 'core',
    predicted: planned(etl, ratePerCore(etl, StateLocation.HEAP)),
    published: megabytes(5, 10),
    choseConstant: true,
    note: 'planned rate',
  },
  {
    source: AWS,
    name: 'heavy, 1–3 MB/s',
    declared: declared(heavy),
    unit: 'slot',
    predicted: planned(heavy, ratePerSlot(heavy, StateLocation.LOCAL_DISK)),
    published: megabytes(1, 3),
    choseConstant: true,
    note: 'planned rate; "heavy" taken as the heaviest of our kinds',
    otherwise: { as: 'as windowed aggregation', predicted: planned(windows, ratePerSlot(windows, StateLocation.LOCAL_DISK)) },
  },
  {
    source: ALIBABA,
    name: 'q0–q2',
    declared: declared(simpleQueries),
    unit: 'core',
    predicted: ratePerCore(simpleQueries, StateLocation.HEAP),
    published: [500_000, 812_500],
    choseConstant: false,
    whyMissed: 'an engine of its own, said to be 3.24 times as fast as open source Flink: without that, 154–251 k',
  },
  {
    source: ALIBABA,
    name: 'q4, q5, q16',
    declared: declared(complexQueries),
    unit: 'core',
    predicted: ratePerCore(complexQueries, StateLocation.LOCAL_DISK),
    published: [18_750, 78_750],
    choseConstant: false,
    note: 'one range for all three, declared as q16',
    otherwise: { as: 'as q4', predicted: ratePerCore(joinOfQ4, StateLocation.LOCAL_DISK) },
  },
];
