import { catalogueFile, CatalogueFile, CatalogueRow } from './catalogue-file';
import { KeyNeighbours } from './nearest-key';
import { FLINK_FAMILIES, OpenFamily, OPERATOR_FAMILIES } from './open-families';
import { OptionType, optionType } from './option-type';
import { FlinkVersion } from '../flink-version';

/** An option as one line of Flink, or one release of the operator, knows it. */
export interface Option {
  readonly key: string;
  readonly type: OptionType;
  /** As one would write it; `<tmp>` and the like stand for what the machine has. */
  readonly defaultText?: string;
  /** Spellings that are still read, the first that is set, when the key itself is not. */
  readonly older: readonly string[];
}

/** What a key is to one line. */
export type KeyFinding =
  | { readonly is: 'option'; readonly option: Option }
  /** Of one option, or now and then of two. */
  | { readonly is: 'older-spelling'; readonly options: readonly Option[] }
  /** Below the key of a map, or named after something that the user made up. */
  | { readonly is: 'member'; readonly option: Option }
  | { readonly is: 'handed-on'; readonly family: OpenFamily }
  /** Never read here, though in these other lines it is or was; `instead` is what this line reads. */
  | { readonly is: 'of-other-lines'; readonly lines: readonly string[]; readonly instead?: string }
  | { readonly is: 'unknown'; readonly nearest: readonly string[] };

const catalogues = new Map<string, OptionCatalogue>();

/** The options of Flink in the line of a version. */
export function flinkOptions({ minorLine }: FlinkVersion): OptionCatalogue {
  return catalogue('flink', minorLine, FLINK_FAMILIES);
}

/** The options of the operator and its autoscaler, by the line of a release: `1.16`. */
export function operatorOptions(release: string): OptionCatalogue {
  return catalogue('operator', release, OPERATOR_FAMILIES);
}

/** Whether the operator or its autoscaler reads a key, and Flink does not. */
export function isOperatorOption(key: string): boolean {
  return /^(kubernetes\.operator|job\.autoscaler)\./.test(key);
}

function catalogue(of: 'flink' | 'operator', line: string, families: readonly OpenFamily[]): OptionCatalogue {
  const name = `${of} ${line}`;
  const made = catalogues.get(name) ?? new OptionCatalogue(catalogueFile(of), line, families);
  catalogues.set(name, made);
  return made;
}

/** All options of one line, by every spelling. */
export class OptionCatalogue {
  private readonly rows = new Map<string, CatalogueRow>();
  private readonly current = new Map<string, string[]>();
  private readonly open: [pattern: RegExp, key: string][] = [];
  private readonly families: [pattern: RegExp, family: OpenFamily][];
  private neighbours?: KeyNeighbours;

  constructor(private readonly file: CatalogueFile, line: string, families: readonly OpenFamily[]) {
    this.families = families.map((family) => [memberPattern(`${family.prefix}<key>`), family]);
    const here = file.spans.map((span) => span.includes(line));
    for (const row of file.options) {
      if (here[row[1]]) {
        this.rows.set(row[0], row);
        row[4]?.forEach((older) => this.current.set(older, [...this.current.get(older) ?? [], row[0]]));
        if (file.types[row[2]] === 'Map' || row[0].includes('<')) {
          this.open.push([memberPattern(row[0]), row[0]]);
        }
      }
    }
  }

  public get keys(): Iterable<string> {
    return this.rows.keys();
  }

  /** The option with this current key. */
  public option(key: string): Option | undefined {
    const row = this.rows.get(key);
    return row === undefined ? undefined : { key, type: optionType(this.file.types[row[2]]), defaultText: row[3] ?? undefined, older: row[4] ?? [] };
  }

  public find(key: string): KeyFinding {
    const own = this.option(key);
    if (own !== undefined) {
      return { is: 'option', option: own };
    }
    const current = this.current.get(key);
    if (current !== undefined) {
      return { is: 'older-spelling', options: current.map((each) => this.option(each)!) };
    }
    const member = this.open.find(([pattern]) => pattern.test(key));
    if (member !== undefined) {
      return { is: 'member', option: this.option(member[1])! };
    }
    const handed = this.families.find(([pattern]) => pattern.test(key));
    return handed === undefined ? this.elsewhere(key) ?? { is: 'unknown', nearest: this.nearest(key) } : { is: 'handed-on', family: handed[1] };
  }

  /** Prepared at the first key that is unknown, which most configurations do not have. */
  private nearest(key: string): string[] {
    return (this.neighbours ??= new KeyNeighbours(this.keys)).of(key);
  }

  private elsewhere(key: string): KeyFinding | undefined {
    const rows = this.file.options.filter(([own, , , , older]) => own === key || older?.includes(key) === true);
    const lines = new Set(rows.flatMap(([, span]) => this.file.spans[span]));
    const spellings = rows.flatMap(([own, , , , older = []]) => [own, ...older]);
    return rows.length === 0 ? undefined : {
      is: 'of-other-lines',
      lines: this.file.lines.filter((line) => lines.has(line)),
      instead: spellings.map((each) => this.rows.has(each) ? each : this.current.get(each)?.[0]).find((each) => each !== undefined),
    };
  }
}

/** Whatever stands below a map, or a key with names of the user's in the place of `<name>`. */
function memberPattern(key: string): RegExp {
  const escaped = key.replace(/[.$*]/g, '\\$&');
  return key.includes('<') ? new RegExp(`^${escaped.replace(/<[^>]+>$/, '.+').replace(/<[^>]+>/g, '[^.]+')}$`) : new RegExp(`^${escaped}\\..`);
}
