import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const OPTIONS = /^env\.java\.(opts|(default-)?opts\.(all|jobmanager|taskmanager))$/;
const FLAG = /^-(Xm[xs]|XX:(Max|Initial|Min)?HeapSize=|XX:MaxDirectMemorySize=|XX:MaxMetaspaceSize=|XX:MaxRAM|XX:(Initial|Min)RAM)/;

export const jvmMemoryFlag: Rule = {
  id: 'jvm-memory-flag',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'a JVM flag against the memory that Flink has computed',
  why: 'Flink sizes heap, direct memory and metaspace from the memory of the pod; these options come behind its own flags, and the last one counts',
  fix: 'remove the flag; Flink computes it from options such as taskmanager.memory.task.heap.size and taskmanager.memory.jvm-metaspace.size',
  source: 'Flink ProcessMemoryUtils.generateJvmParametersStr; bin/flink-console.sh: $JVM_ARGS ${FLINK_ENV_JAVA_OPTS}',
  fires: `
flinkConfiguration:
  env.java.opts.taskmanager: -XX:+UseG1GC -Xmx3g
`,
  passes: `
flinkConfiguration:
  env.java.opts.taskmanager: -XX:+UseG1GC
`,
  check: ({ configuration }) => {
    const findings: Finding[] = [];
    configuration.forEach((value, key) => {
      const flag = OPTIONS.test(key) ? value.split(/[\s"']+/).find((each) => FLAG.test(each)) : undefined;
      if (flag !== undefined) {
        findings.push({
          path: optionPath(key),
          what: `${flag.replace(/[=\d].*$/, '')} contradicts the memory that Flink gives to the process`,
          got: `"${flag}"`,
          allowed: 'flags that leave the sizes of memory alone',
          inConstruct: 'give memory of jobManager or taskManager of the construct, from which Flink computes these flags',
        });
      }
    });
    return findings;
  },
};
