import fc from 'fast-check';
import { FlinkTls } from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

const secret = named('keystores');
const password = secret.map((from) => ({ secret: from, key: 'password' }));
const keystore = { keystoreKey: one('keystore.jks', 'store.p12') };

const internal = some({ ...keystore, truststoreKey: one('truststore.jks', 'ca.jks') }, 2, { secret, password });
const rest = some(keystore, 1, { secret, password });

export const anyTls: Drawn = making(mostly(some({
  rest,
}, 1, { internal }), fc.oneof({ weight: 5, arbitrary: fc.record({ rest }) }, { weight: 1, arbitrary: fc.constant({}) }), 6), (props) => new FlinkTls(props));
