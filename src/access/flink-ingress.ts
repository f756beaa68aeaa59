import { ISecret } from 'cdk8s-plus-28';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';

/** How the web UI is reached from outside. */
export interface FlinkIngressProps {
  /**
   * Host without protocol, port or path, in lower case; `{{name}}` and `{{namespace}}` stand for those of the cluster.
   * Refused with `[ingress-host]`.
   */
  readonly host: string;
  /**
   * Path as the ingress controller reads it, from its first slash on, with the same placeholders; for a rewrite of nginx
   * `/{{namespace}}/{{name}}(/|$)(.*)`. Refused with `[ingress-path]`.
   * @default - every path
   */
  readonly path?: string;
  /**
   * Ingress class.
   * @default - the cluster's default class
   */
  readonly className?: string;
  /**
   * Annotations of the Ingress, which the controller reads.
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * Labels of the Ingress beside the operator's own.
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Secret with the certificate of the host. The operator fills placeholders in the template alone, so `{{namespace}}` in the host
   * is refused with `[ingress-tls-host]`.
   * @default - the ingress asks for no certificate
   */
  readonly tlsSecret?: ISecret;
  /**
   * Somebody asks who comes: the controller, by its annotations, or a proxy before it. Flink does not, which is a finding otherwise.
   * @default false
   */
  readonly authenticated?: boolean;
}

/** One label of a host name, of several with dots between. */
const HOST = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PLACEHOLDER = /\{\{(name|namespace)\}\}/gi;

/**
 * An Ingress that the operator makes for the web UI and the REST API. Field `spec.ingress`. The template begins with the host and
 * has no protocol, so that a blue/green deployment can put its colour before it.
 */
export class FlinkIngress {
  /** An ingress for a host, or for a path of it. */
  public static host(props: FlinkIngressProps): FlinkIngress {
    const { host, path, tlsSecret } = props;
    if (!HOST.test(host.replace(PLACEHOLDER, 'x')) || host.length > 253) {
      throw new Refusal({
        code: 'ingress-host',
        what: 'the host of an ingress is a host name alone',
        got: shown(host),
        allowed: 'lower-case letters, digits, dashes and dots, with {{name}} and {{namespace}}; no protocol, port or path',
        fix: 'for example "{{name}}.flink.example.com"; a path has a property of its own',
      });
    }
    if (path !== undefined && !/^\/[^\s?#]*$/.test(path)) {
      throw new Refusal({
        code: 'ingress-path',
        what: 'the path of an ingress begins with a slash',
        got: shown(path),
        allowed: 'a slash and what follows it, without blanks, "?" and "#"',
        fix: 'for example "/{{namespace}}/{{name}}(/|$)(.*)"',
      });
    }
    if (tlsSecret !== undefined && /\{\{namespace\}\}/i.test(host)) {
      throw new Refusal({
        code: 'ingress-tls-host',
        what: 'the operator fills {{namespace}} into the rule of an ingress, but not into the hosts of its certificate',
        got: shown(host),
        allowed: 'a host without {{namespace}} where there is a tlsSecret',
        fix: 'write the namespace itself',
      });
    }
    return new FlinkIngress(props);
  }

  private constructor(private readonly props: FlinkIngressProps) {}

  /** @internal */
  public _bind(): StrategyConfig {
    const { host, authenticated = false } = this.props;
    return authenticated ? {} : {
      findings: [{
        code: 'open-web-ui',
        message: `whoever reaches ${host} can cancel jobs and read their configuration and logs, and run any jar on a session cluster; Flink asks nobody who they are`,
        fix: 'let the ingress controller ask, by its annotations, and say authenticated: true',
      }],
    };
  }

  /**
   * Field `spec.ingress` of the cluster of this name.
   * @internal
   */
  public _render(clusterName: string): { [key: string]: any } {
    const { host, path = '', className, annotations, labels, tlsSecret } = this.props;
    const tls = tlsSecret && [{ hosts: [host.replace(/\{\{name\}\}/gi, () => clusterName)], secretName: tlsSecret.name }];
    const fields = { template: `${host}${path}`, className, annotations, labels, tls };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  }
}
