import fc from 'fast-check';
import { FlinkTls } from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

const secret = named('keystores');
const password = secret.map((from) => ({ secret: from, key: 'password' }));
const keystore = { keystoreKey: one('keystore.jks', 'store.p12') };

const internal = some({ ...keystore, truststoreKey: one('truststore.jks', 'ca.jks') }, 2, { secret, password });
const rest = some(keystore, 1, { secret, password });

const traffic = fc.oneof(fc.record({ internal }), fc.record({ rest }), fc.record({ internal, rest }));

export const anyTls: Drawn = making(mostly(traffic, fc.constant({})), (props) => new FlinkTls(props));
