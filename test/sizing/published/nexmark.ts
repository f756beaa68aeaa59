import { declared, OtherDeclaration, PublishedCase, ratePerCore, Source } from './published-case';
import { FlinkApi, StateLocation, StatefulWorkloadProps, Throughput, Workload } from '../../../src';

/** Mean of 200 B persons, 500 B auctions and 100 B bids as 1 to 3 to 46. */
const EVENT_BYTES = 126;
/** About what they come to with the channel and URL that a bid has besides. */
const EVENT_BYTES_WITH_URL = 195;
/** Of the events, bids; bids and auctions; persons and auctions. */
export const [BIDS, BIDS_AND_AUCTIONS, PERSONS_AND_AUCTIONS] = [0.92, 0.98, 0.08];

/** What every Nexmark query says of itself. The rate is of no account: rates are predicted for one core. */
export const EVENTS = { throughput: Throughput.of({ recordsPerSecond: 1e6, averageRecordBytes: EVENT_BYTES }), api: FlinkApi.SQL };

const SOURCE: Source = {
  name: 'Nexmark V1',
  url: 'https://github.com/nexmark/nexmark/blob/6b3646c/GUIDE_V1.md',
  reads: 'table "Throughput/Cores": 8 TaskManagers of one slot, RocksDB, mini-batch, datagen source; queries as in the same commit',
};

const stateless = Workload.statelessTransformation(EVENTS);
const keyed = (facts: Omit<StatefulWorkloadProps, 'throughput'>): StatefulWorkloadProps => ({ ...EVENTS, keyedShare: BIDS, ...facts });
const overBids = (shuffles?: number) => keyed({ shuffles });
const otherwise = (as: string, workload: Workload): OtherDeclaration => ({ as, predicted: ratePerCore(workload, StateLocation.LOCAL_DISK) });
const withUrl = { ...overBids(), throughput: Throughput.of({ recordsPerSecond: 1e6, averageRecordBytes: EVENT_BYTES_WITH_URL }) };

/** Thousands of events a second and core, the query as a workload, and what to know of the choice. */
const QUERIES: [query: string, rate: number, workload: Workload, note?: string, otherwise?: OtherDeclaration][] = [
  ['q0', 155.02, stateless],
  ['q1', 157.94, stateless],
  ['q2', 175.21, stateless],
  ['q3', 152.12, Workload.regularJoin(keyed({ keyedShare: PERSONS_AND_AUCTIONS }))],
  ['q4', 34.33, Workload.regularJoin(keyed({ keyedShare: BIDS_AND_AUCTIONS, shuffles: 4 })), 'join, maximum of each auction, mean of each category'],
  ['q5', 22.14, Workload.windowedAggregation({ ...overBids(4), windowOverlap: 5 }), 'hopping count, its maximum, and a join of the two'],
  ['q7', 12.33, Workload.intervalJoin(overBids(3)), 'bids with the maximum of their window'],
  ['q8', 146.14, Workload.windowedAggregation(keyed({ keyedShare: PERSONS_AND_AUCTIONS, shuffles: 4 })), 'two windows by key, joined'],
  ['q9', 14.24, Workload.regularJoin(keyed({ keyedShare: BIDS_AND_AUCTIONS, shuffles: 3 })), 'join, then the first of each auction'],
  ['q10', 57.81, stateless, 'writes files'],
  ['q11', 39.7, Workload.windowedAggregation(overBids()), 'session windows'],
  ['q12', 75.67, Workload.windowedAggregation(overBids()), 'windows of processing time'],
  ['q13', 130.73, stateless, 'looks up a file that each slot holds in memory',
    otherwise('as asynchronous enrichment', Workload.asyncEnrichment(EVENTS))],
  ['q14', 161.23, stateless],
  ['q15', 72.42, Workload.unboundedAggregation(overBids(2)), 'distinct counts, split in two steps'],
  ['q16', 18.65, Workload.unboundedAggregation(overBids(2)), 'distinct counts, split in two steps'],
  ['q17', 116.8, Workload.unboundedAggregation(overBids()), undefined,
    otherwise(`with events of ${EVENT_BYTES_WITH_URL} B`, Workload.unboundedAggregation(withUrl))],
  ['q18', 53.7, Workload.deduplication(overBids()), 'keeps the last bid'],
  ['q19', 44.04, Workload.unboundedAggregation(overBids()), 'ten highest bids of each auction'],
  ['q20', 18.98, Workload.regularJoin(keyed({ keyedShare: BIDS_AND_AUCTIONS }))],
  ['q21', 98.49, stateless, 'regular expressions'],
  ['q22', 129.96, stateless],
];

export const NEXMARK: PublishedCase[] = QUERIES.map(([query, rate, workload, note, other]) => ({
  source: SOURCE,
  name: query,
  declared: declared(workload),
  unit: 'core',
  predicted: ratePerCore(workload, StateLocation.LOCAL_DISK),
  published: [rate * 1_000],
  choseConstant: true,
  note,
  otherwise: other,
}));
