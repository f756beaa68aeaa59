import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Question } from './answers';
import { OracleProgram } from './oracle-program';

/** What a real class answered: a value, a refusal with its text, or no verdict at all. */
export interface Reply {
  readonly value?: any;
  readonly refused?: string;
  readonly error?: string;
}

/** A running Java program around real classes: one question a line in, one reply a line out. */
export class Oracle {
  private readonly java: ChildProcessWithoutNullStreams;
  private readonly replies: AsyncIterator<string>;
  private fault?: Error;

  constructor(public readonly program: OracleProgram) {
    this.java = spawn('java', program.command, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.java.stderr.pipe(process.stderr);
    this.java.on('error', (error) => { this.fault = error; });
    // It may end while questions are still being written; the missing replies tell of it.
    this.java.stdin.on('error', (error) => { this.fault ??= error; });
    this.replies = createInterface({ input: this.java.stdout })[Symbol.asyncIterator]();
  }

  /** Replies come in the order of the questions. */
  public async ask(questions: readonly Question[]): Promise<Reply[]> {
    this.java.stdin.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
    const replies: Reply[] = [];
    while (replies.length < questions.length) {
      const { value, done } = await this.replies.next();
      if (done === true) {
        throw new Error(`the oracle of ${this.program.title} ended after ${replies.length} of ${questions.length} replies ${this.fault?.message ?? ''}`);
      }
      replies.push(JSON.parse(value));
    }
    return replies;
  }

  public stop(): void {
    this.java.stdin.end();
  }
}
