import { FlinkRole } from '../operator/flink-role';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';

/** Flags of the Java processes, each an entry of its own, for example `-XX:+UseG1GC`. */
export interface JvmOptionsProps {
  /**
   * For JobManagers and TaskManagers.
   * @default - none
   */
  readonly both?: string[];
  /**
   * For the JobManagers, behind those for both. Flink option `env.java.opts.jobmanager`.
   * @default - none
   */
  readonly jobManager?: string[];
  /**
   * For the TaskManagers, behind those for both. Flink option `env.java.opts.taskmanager`.
   * @default - none
   */
  readonly taskManager?: string[];
}

/**
 * Flags of the Java processes, added to those that Flink and the operator need themselves: `--add-opens` and the like
 * stay as they are. Sizes of memory are no flags but follow from the memory of the pods; refused with `[jvm-memory-flag]`.
 */
export class JvmOptions {
  /**
   * Refused with `[jvm-option]`: what the start script would take apart or run. It puts in the variables of the container,
   * for example `${FLINK_LOG_PREFIX}`, which is the path of the log files without their ending.
   */
  public static of(props: JvmOptionsProps): JvmOptions {
    const { both = [], jobManager = [], taskManager = [] } = props;
    [...both, ...jobManager, ...taskManager].forEach(refuseFlag);
    return new JvmOptions([...both, ...jobManager], [...both, ...taskManager]);
  }

  private constructor(private readonly jobManager: string[], private readonly taskManager: string[]) {}

  /**
   * Each role's own option: `env.java.opts.all` would take the place of a list that a platform has there.
   * @internal
   */
  public _bind(): StrategyConfig {
    const roles: [FlinkRole, string[]][] = [[FlinkRole.JOB_MANAGER, this.jobManager], [FlinkRole.TASK_MANAGER, this.taskManager]];
    return {
      settings: roles.filter(([, flags]) => flags.length > 0)
        .map(([role, flags]) => ({ key: `env.java.opts.${role}`, value: flags.join(' '), reason: 'added to the flags that Flink needs' })),
    };
  }
}

/** The script hands the flags to `eval`, and splits them at blanks. */
function refuseFlag(flag: string): void {
  if (typeof flag !== 'string' || !/^-([^\s"'`\\;|&()<>{}$]|\$\{[A-Za-z_]\w*\})+$/.test(flag)) {
    throw new Refusal({
      code: 'jvm-option',
      what: 'the start script of Flink would not hand this flag to Java as it stands',
      got: shown(flag),
      allowed: 'one flag that begins with a dash, without blanks, quotes and what a shell heeds; ${NAME} for a variable of the container',
      fix: 'give each flag as an entry of its own; what needs other characters goes into a file that a flag names',
    });
  }
}
