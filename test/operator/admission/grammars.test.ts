import { ingressObjection } from '../../../src/operator/admission/ingress-rules';
import { ipv4Bytes, ipv6Bytes, restricted } from '../../../src/operator/admission/literal-address';
import { parseUri } from '../../../src/operator/java-uri';

describe('URIs', () => {
  test.each<[string, ReturnType<typeof parseUri>]>([
    ['https://repo.example.com:443/a?b#c', { scheme: 'https', host: 'repo.example.com' }], ['s3a://a_b/c', { scheme: 's3a' }], ['mailto:a', { scheme: 'mailto' }],
    ['/opt/job.jar', {}], ['', {}], ['https://user@[::1]:80/', { scheme: 'https', host: '[::1]' }], ['file:///a', { scheme: 'file' }], ['https://1.2.3.4', { scheme: 'https', host: '1.2.3.4' }],
    ['https://1.2.3.4.5/', { scheme: 'https' }], ['https://[fe80::1%eth0]/', { scheme: 'https', host: '[fe80::1%eth0]' }], ['https://a.b.c./é', { scheme: 'https', host: 'a.b.c.' }],
  ])('%j', (text, parts) => expect(parseUri(text)).toEqual(parts));

  test.each(['a b', '%zz', 'https:', ':a', '1s:a', 'https://', 'https://[::1', 'https://[1:2]/', 'https://a/\\', 'https://a/#b#c', 'https://a/?{', 'https://a%zz/', 'a:b^'])(
    '%j is none', (text) => expect(parseUri(text)).toBeUndefined());
});

describe('addresses', () => {
  test.each(['127.0.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.0.1', '0.0.0.0', '224.0.0.1', '239.1.1.1', '2130706433', '10.1'])(
    '%s is restricted', (text) => expect(restricted(ipv4Bytes(text)!)).toBe(true));
  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.169.0.1', '240.0.0.1', '134744072'])('%s is not', (text) => expect(restricted(ipv4Bytes(text)!)).toBe(false));
  test.each(['::1', '::', 'fe80::1', 'fec0::1', 'ff02::1', '::ffff:10.0.0.1'])('%s is restricted', (text) => expect(restricted(ipv6Bytes(text)!)).toBe(true));
  test.each(['2001:db8::1', '::ffff:8.8.8.8', '::2', '1:2:3:4:5:6:7:8'])('%s is not', (text) => expect(restricted(ipv6Bytes(text)!)).toBe(false));
  test.each(['1:2', '1::2::3', '::g', '1:2:3:4:5:6:7:8:9', '::12345', '::1.2.3'])('%s is no address', (text) => expect(ipv6Bytes(text)).toBeUndefined());
  test.each(['256.1.1.1', '1.2.3.4.5', 'a', '', '4294967296'])('%j is no address', (text) => expect(ipv4Bytes(text)).toBeUndefined());
});

describe('ingress templates', () => {
  const fits = (template: string) => ingressObjection({ template }, 'a', 'b') === undefined;
  test.each(['a', 'a:80/x', 'https://{{name}}.{{NAMESPACE}}.example.com', 'a/{{name}}(/|$)(.*)', 'HTTP://a', '', '/', 'a:', 'a:-1', 'a@b@c:x', '[::1]:80', 'http:////a:x', 'a b', ' http://a:80', 'ftp://a:b/'])(
    '%j is a URL; another protocol is taken for a host', (template) => expect(fits(template)).toBe(true));
  test.each(['a:b', 'a:80x', 'a:-2', 'a:99999999999', '[::1', '[::g]', '[::1]x', 'a@b:c'])('%j is none', (template) => expect(fits(template)).toBe(false));
});
