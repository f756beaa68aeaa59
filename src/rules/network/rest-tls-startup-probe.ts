import { readBoolean } from '../../flink/configuration/option-reading';
import { isMain } from '../../operator/pods/role-pod-templates';
import { jobManagerSpec } from '../pods/volume-at';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const TLS = 'security.ssl.rest.enabled';

export const restTlsStartupProbe: Rule = {
  id: 'rest-tls-startup-probe',
  pack: Pack.PRODUCTION,
  category: Category.NETWORK,
  severity: Severity.ERROR,
  title: 'TLS on the REST API that a probe asks in plain text',
  why: 'the JobManager never counts as started, and the operator waits for it for ever',
  fix: 'set kubernetes.operator.jm-deployment.startup.probe.enabled to false, or give the main container a startup probe with scheme HTTPS',
  source: 'operator FlinkUtils.addStartupProbe: an HTTP GET of /config on port rest, without a scheme',
  fires: `
flinkConfiguration:
  security.ssl.rest.enabled: "true"
`,
  passes: `
flinkConfiguration:
  security.ssl.rest.enabled: "true"
  kubernetes.operator.jm-deployment.startup.probe.enabled: "false"
`,
  check: (cluster) => {
    // A session job is looked at without the pods of its session.
    if (cluster.manifest.spec.jobManager === undefined || !readBoolean(cluster.configuration, TLS, false)) {
      return [];
    }
    const main = jobManagerSpec(cluster.pods).containers?.find(isMain);
    const { httpGet } = (main?.startupProbe ?? {}) as { readonly httpGet?: { readonly scheme?: string } };
    return httpGet === undefined || httpGet.scheme === 'HTTPS' ? [] : [{
      path: optionPath(TLS),
      what: 'the REST API answers in TLS alone, and the startup probe of the JobManager asks it in plain text',
      got: 'an HTTP probe',
      allowed: 'a probe by HTTPS, or none',
      inConstruct: 'use `tls` of the construct, new FlinkTls({ rest }), which turns the operator\'s probe off',
    }];
  },
};
