import { EVENTS } from './nexmark';
import { declared, PublishedCase, ratePerSlot } from './published-case';
import { StateLocation, Workload } from '../../../src';

const mapper = Workload.statelessTransformation(EVENTS);

/** 530 k, 967 k and 1.83 M records/s at parallelism 1, 2 and 4. */
export const CONTTUNE: PublishedCase[] = [{
  source: {
    name: 'ContTune',
    url: 'https://github.com/ljqcodelove/ContTune',
    reads: 'data of the Nexmark Q1 mapper at parallelism 1, 2 and 4; arXiv 2309.12239',
  },
  name: 'q1, the mapper',
  declared: declared(mapper),
  unit: 'slot',
  predicted: ratePerSlot(mapper, StateLocation.HEAP),
  published: [457_500, 530_000],
  choseConstant: false,
  whyMissed: 'one operator alone; ours counts reading and the sink too',
}];
