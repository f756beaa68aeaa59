import { readNodeShape } from '../../src/cli/node-shape-text';

test.each([
  ['8x32Gi', { cpu: 8, memory: '32Gi' }],
  ['7.5x30g', { cpu: 7.5, memory: '30g' }],
  ['8x32Gi:500Gi', { cpu: 8, memory: '32Gi', localDisk: '500Gi' }],
  ['8x32Gi:500Gi:local-ssd', { cpu: 8, memory: '32Gi', localDisk: '500Gi', diskKind: 'local SSD' }],
  ['8x32GiB:network-volume', { cpu: 8, memory: '32GiB', diskKind: 'network volume' }],
  ['8x32Gi:1Ti:spinning-disk', { cpu: 8, memory: '32Gi', localDisk: '1Ti', diskKind: 'spinning disk' }],
])('%s', (text, shape) => {
  expect(readNodeShape(text)).toEqual(shape);
});
