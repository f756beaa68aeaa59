import { isSensitiveKey } from '../../flink/configuration/sensitive-key';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** `--output /tmp/result`; what follows may hold a secret, and is never shown. */
const WITH_VALUE = /^(--?[A-Za-z][\w.-]*)\s+\S/;

export const argumentWithBlank: Rule = {
  id: 'argument-with-blank',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'an option and its value in one argument',
  why: 'no shell takes the list apart: the job gets one argument with a blank in it, and looks in vain for the option',
  fix: 'write two elements: ["--output", "/tmp/result"]',
  source: 'operator FlinkConfigBuilder: each element becomes one of ApplicationConfiguration.APPLICATION_ARGS; Flink ParameterTool.fromArgs',
  fires: 'job: { args: ["--topic orders"] }',
  passes: 'job: { args: ["--topic", "orders"] }',
  check: ({ manifest: { spec: { job } } }) => (job?.args ?? []).flatMap((argument, index): Finding[] => {
    const [, option] = WITH_VALUE.exec(argument) ?? [];
    return option === undefined ? [] : [{
      path: ['spec', 'job', 'args', index],
      what: 'this is one argument, with a blank in it',
      got: isSensitiveKey(option) ? 'an option and its value' : `"${option} …"`,
      allowed: 'the option and its value as two elements',
    }];
  }),
};
