import { ApiObject, App, Chart } from 'cdk8s';
import { ImportedResource } from './imported-resource';
import { valueOf } from './library-names';
import { runAll, runCode, Scope } from './run-code';
import { checkOf } from '../../deployment/tree/resource-check';
import { toldFinding } from '../../deployment/tree/told-finding';
import { refusalIn } from '../../refusal';

/** What a resource comes to when its code runs. */
export interface RunResource {
  readonly manifest: Record<string, any>;
  /** What the library says against it when an app is validated. */
  readonly errors: readonly string[];
  /** Other objects that it makes beside itself: kind and name. */
  readonly beside: readonly string[];
}

/** Runs the code of one resource in an app of its own. What the library refuses is thrown. */
export function runResource(resource: ImportedResource): RunResource {
  const app = new App({ outdir: '' });
  return runIn(new Chart(app, 'chart', { namespace: resource.namespace }), resource);
}

/** Runs the code of several resources in one app, a chart for each namespace. */
export function runResources(resources: readonly ImportedResource[]): RunResource[] {
  const app = new App({ outdir: '' });
  const charts = new Map<string | undefined, Chart>();
  return resources.map((resource) => {
    const { namespace } = resource;
    const chart = charts.get(namespace) ?? new Chart(app, namespace ?? 'chart', { namespace });
    charts.set(namespace, chart);
    return runIn(chart, resource);
  });
}

function runIn(chart: Chart, { construct, id, props, calls }: ImportedResource): RunResource {
  const others = new Set(chart.node.findAll());
  const scope: Scope = { chart };
  const made = Reflect.construct(valueOf(construct) as new () => ApiObject, [chart, id, runCode(props, scope)]);
  for (const { method, args } of calls) {
    const path = method.split('.');
    const owner = path.slice(0, -1).reduce((value, member) => value[member], made as any);
    owner[path[path.length - 1]](...runAll(args, scope));
  }
  const beside = chart.node.findAll().filter((each): each is ApiObject => each !== made && !others.has(each) && ApiObject.isApiObject(each));
  return { manifest: made.toJson(), errors: errorsIn(made), beside: beside.map(({ kind, name }) => `${kind} ${name}`) };
}

/** As a validation would tell them, without a word on the warnings. */
function errorsIn(made: ApiObject): readonly string[] {
  let errors: readonly string[] = [];
  const refusal = refusalIn(() => { errors = checkOf(made)?.outcome.errors.map(toldFinding) ?? []; });
  return refusal === undefined ? errors : [refusal.message];
}
