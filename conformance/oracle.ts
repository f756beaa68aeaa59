import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Question } from './answers';

/** What a real class answered: a value, a refusal with its text, or no verdict at all. */
export interface Reply {
  readonly value?: any;
  readonly refused?: string;
  readonly error?: string;
}

/** A Java program around real classes: one question a line in, one reply a line out. */
export class Oracle {
  public static flink(version: string): Oracle {
    return new Oracle(`Flink ${version}`, 'flink', 'FlinkOracle', `target/${version}`, [`-Dflink.version=${version}`]);
  }

  public static operator(version: string): Oracle {
    return new Oracle(`operator ${version}`, 'operator', 'OperatorOracle', `target/${version}`, [`-Doperator.version=${version}`]);
  }

  private constructor(
    public readonly title: string,
    private readonly folder: string,
    private readonly main: string,
    private readonly target: string,
    private readonly properties: string[],
  ) {}

  /** Compiles the program; Maven keeps what it downloads for the next time. */
  public build(): void {
    const folder = join(__dirname, this.folder);
    const args = [
      '--quiet', '--batch-mode', '-Dstyle.color=never', '-f', join(folder, 'pom.xml'), ...this.properties,
      'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${this.target}/classpath`,
    ];
    const { status, error, stdout, stderr } = spawnSync('mvn', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (error !== undefined || status !== 0 || !existsSync(join(folder, this.target, 'classpath'))) {
      throw new Error(`cannot build the oracle of ${this.title}: ${error?.message ?? `Maven ended with ${status}`}.`
        + ` Conformance needs Java 17, Maven and Maven Central.\n${stdout ?? ''}${stderr ?? ''}`);
    }
  }

  /** Asks all questions of one process; replies come in the order of the questions. */
  public async ask(questions: Question[]): Promise<Reply[]> {
    const folder = join(__dirname, this.folder, this.target);
    const classpath = `${join(folder, 'classes')}:${readFileSync(join(folder, 'classpath'), 'utf8').trim()}`;
    const java = spawn('java', ['-cp', classpath, `io.cdk8sflink.conformance.${this.main}`], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => java.on('error', reject).on('close', resolve));
    java.stdin.end(questions.map((question) => JSON.stringify(question)).join('\n') + '\n');

    const replies: Reply[] = [];
    for await (const line of createInterface({ input: java.stdout })) {
      replies.push(JSON.parse(line));
    }
    const status = await ended;
    if (status !== 0 || replies.length !== questions.length) {
      throw new Error(`the oracle of ${this.title} ended with ${status} after ${replies.length} of ${questions.length} replies`);
    }
    return replies;
  }
}
