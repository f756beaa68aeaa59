import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Maven says of an artifact that its registry does not have. */
const MISSING = /Could not find artifact|was not found in|Couldn't find|No versions available/;

/** The same program compiled against one set of jars; `folder` is where it then lies. */
interface ClassPath {
  readonly folder: string;
  readonly profiles: readonly string[];
}

/** A Java program around real classes, as Maven compiles it for one of their versions. */
export class OracleProgram {
  public static flink(version: string): OracleProgram {
    return new OracleProgram(`Flink ${version}`, 'flink', 'FlinkOracle', `flink.version=${version}`, [{ folder: version, profiles: [] }]);
  }

  /** With its own jars alone; if need be and allowed, with nearest ones in the place of those that are not found. */
  public static operator(version: string, standIns: boolean): OracleProgram {
    const own = { folder: version, profiles: [] };
    const withFlink = { folder: version, profiles: ['flink-stand-ins'] };
    const withAll = { folder: `${version}-with-stand-ins`, profiles: ['flink-stand-ins', 'operator-stand-ins'] };
    return new OracleProgram(`operator ${version}`, 'operator', 'OperatorOracle', `operator.version=${version}`, standIns ? [own, withFlink, withAll] : [own]);
  }

  private built?: ClassPath;

  private constructor(
    public readonly title: string,
    private readonly module: string,
    private readonly main: string,
    private readonly version: string,
    private readonly classPaths: readonly ClassPath[],
  ) {}

  /** Compiles the program with the first set of jars that the registry has; false when it has none. */
  public async build(): Promise<boolean> {
    for (const classPath of this.classPaths) {
      const { status, output } = await this.compile(classPath);
      if (status === 0 && existsSync(this.classpathFile(classPath))) {
        this.built = classPath;
        return true;
      }
      if (!MISSING.test(output)) {
        throw new Error(`cannot build the oracle of ${this.title}: Maven ended with ${status}.`
          + ` Conformance needs Java 17, Maven and Maven Central.\n${output}`);
      }
    }
    return false;
  }

  /** False when jars of another release of the operator stand in for its own. */
  public get ownJars(): boolean {
    return !this.built!.profiles.includes('operator-stand-ins');
  }

  /** What to give to `java`. */
  public get command(): string[] {
    const { folder } = this.built!;
    const classpath = readFileSync(this.classpathFile(this.built!), 'utf8').trim();
    return ['-cp', `${join(__dirname, this.module, 'target', folder, 'classes')}:${classpath}`, `io.cdk8sflink.conformance.${this.main}`];
  }

  private compile({ folder, profiles }: ClassPath): Promise<{ status: number | null; output: string }> {
    const args = [
      '--quiet', '--batch-mode', '-Dstyle.color=never', '-f', join(__dirname, this.module, 'pom.xml'), `-D${this.version}`,
      ...(profiles.length === 0 ? [] : [`-P${profiles.join(',')}`]),
      'compile', 'dependency:build-classpath', `-Dmdep.outputFile=target/${folder}/classpath`,
    ];
    return new Promise((resolve, reject) => {
      const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      maven.stdout.on('data', (text) => { output += text; });
      maven.stderr.on('data', (text) => { output += text; });
      maven.on('error', reject).on('close', (status) => resolve({ status, output }));
    });
  }

  private classpathFile({ folder }: ClassPath): string {
    return join(__dirname, this.module, 'target', folder, 'classpath');
  }
}
