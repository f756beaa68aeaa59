import { Refusal, shown } from '../refusal';
import { isPort } from '../units/whole-number';

/** RPC of both roles, blob server, queryable state, REST. */
const FLINK_PORTS = [6122, 6123, 6124, 6125, 8081];

/** Where a reporter sends its metrics. */
export function refuseAddress(reporter: string, host: string, port: number): void {
  const isHost = typeof host === 'string' && /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host);
  if (!isHost || !isPort(port)) {
    throw new Refusal({
      code: 'reporter-address',
      what: `${isHost ? 'port' : 'host'} of ${reporter} has the wrong form`,
      // A URL with a user part would carry a secret.
      got: isHost ? shown(port) : /@/.test(String(host)) ? 'a host with credentials inside' : shown(host),
      allowed: isHost ? 'a whole number from 1 to 65535' : 'a DNS name or an IPv4 address alone, for example "statsd.monitoring.svc"',
      fix: isHost ? 'leave port out for its default' : 'leave out scheme, port and path',
    });
  }
}

/** A port that the Flink container itself answers on. */
export function refuseOwnPort(refused: { readonly code: string; readonly what: string; readonly fix: string }, port: number): void {
  if (!isPort(port) || port < 1024 || FLINK_PORTS.includes(port)) {
    throw new Refusal({
      ...refused,
      got: shown(port),
      allowed: '1024 to 65535 without Flink\'s own, 6122 to 6125 and 8081; the image does not run as root',
    });
  }
}
