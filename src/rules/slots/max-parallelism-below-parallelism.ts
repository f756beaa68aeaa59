import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'pipeline.max-parallelism';

export const maxParallelismBelowParallelism: Rule = {
  id: 'max-parallelism-below-parallelism',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.ERROR,
  title: 'a bound on parallelism below the parallelism',
  why: 'Flink refuses the job when it starts',
  fix: 'raise pipeline.max-parallelism while the job has no state; where it has some, which only its old bound can read, lower the parallelism',
  source: 'Flink ExecutionConfig and VertexParallelismStore: parallelism must not pass max parallelism',
  fires: `
flinkConfiguration:
  pipeline.max-parallelism: "2"
job:
  parallelism: 4
`,
  passes: `
flinkConfiguration:
  pipeline.max-parallelism: "120"
job:
  parallelism: 4
`,
  check: ({ configuration, parallelism }) => {
    const bound = configuration.get(KEY);
    return bound === undefined || !(Number(bound) > 0 && Number(bound) < parallelism) ? [] : [{
      path: optionPath(KEY),
      what: `${KEY} is below the parallelism`,
      got: `"${bound}" with parallelism ${parallelism}`,
      allowed: `${parallelism} to 32768`,
      inConstruct: 'leave it to maxParallelism of the construct',
    }];
  },
};
