import { keyFor, RENAMED } from '../../../src/flink/configuration/option-spelling';
import { flinkOptions } from '../../../src/flink/options/option-catalogue';
import { FlinkVersion } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

describe.each(Object.entries(RENAMED))('%s', (key, { older, since }) => {
  test.each(LINES)('is spelled as the catalogue of %s has it', (version) => {
    const options = flinkOptions(version);
    const read = options.option(keyFor(version, key));
    expect(options.option(key) !== undefined).toBe(version.isAtLeast(since));
    // What is an option of its own is no spelling of this one, though Flink falls back to it.
    const spellings = [read!.key, ...read!.older].filter((each) => each === read!.key || options.option(each) === undefined);
    expect(spellings).toEqual(version.isAtLeast(since) ? [key, ...older] : older);
  });
});
