import fc from 'fast-check';
import { found } from './examples';
import { networkBuffersTooFew } from '../../src/rules/memory/network-buffers-too-few';
import { smallRocksDbShare } from '../../src/rules/state/rocksdb-memory';

// What a finding allows is enough, and a mebibyte less is not.
const parallelisms = fc.noBias(fc.integer({ min: 2, max: 1500 }));
const slots = fc.noBias(fc.integer({ min: 1, max: 8 }));

test('the network memory that is allowed is the least that does', () => {
  fc.assert(fc.property(parallelisms, slots, (parallelism, taskSlots) => {
    const withNetwork = (mebibytes: number) => found(networkBuffersTooFew, JSON.stringify({
      taskManager: { resource: { memory: '32g' } },
      job: { parallelism },
      flinkConfiguration: {
        'pipeline.max-parallelism': '32768',
        'taskmanager.numberOfTaskSlots': String(taskSlots),
        'taskmanager.memory.network.min': `${mebibytes}m`,
        'taskmanager.memory.network.max': `${mebibytes}m`,
      },
    }));
    const [{ allowed }] = withNetwork(0);
    const least = Number(/^\d+/.exec(allowed)![0]);
    expect(withNetwork(least)).toEqual([]);
    expect(withNetwork(least - 1)).toHaveLength(1);
  }), { numRuns: 100 });
});

test('the share of a slot that is allowed is enough for its write buffers', () => {
  fc.assert(fc.property(slots, fc.noBias(fc.integer({ min: 16, max: 256 })), (taskSlots, writeBuffer) => {
    const withShare = (mebibytes: number) => found(smallRocksDbShare, JSON.stringify({
      taskManager: { resource: { memory: '64g' } },
      flinkConfiguration: {
        'taskmanager.numberOfTaskSlots': String(taskSlots),
        'state.backend.rocksdb.writebuffer.size': `${writeBuffer}m`,
        'taskmanager.memory.managed.size': `${mebibytes * taskSlots}m`,
      },
    }));
    const [{ allowed }] = withShare(writeBuffer);
    const least = Number(/^[\d,]+/.exec(allowed)![0].replace(',', ''));
    expect(withShare(least)).toEqual([]);
    expect(withShare(least - 2)).toHaveLength(1);
  }), { numRuns: 100 });
});
