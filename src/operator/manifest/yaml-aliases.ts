import { Alias, isAlias, isMap, isSeq, Node } from 'yaml';
import { refused } from './yaml-refusals';

const MOST_NAMES = 1_000;
const MOST_NODES = 500_000;

interface Anchor {
  readonly node: Node;
  /** Nothing as long as the anchored value is still being looked at. */
  size?: number;
}

/** The anchors and aliases of a text: where each leads, and how many nodes all who follow them would walk. */
export class YamlAliases {
  private readonly anchors = new Map<string, Anchor>();
  /** An anchor may be set again, so that what an alias led to is noted where it stands. */
  private readonly targets = new Map<Alias, Node>();
  private names = 0;
  private walked = 0;

  constructor(private readonly at: (node: Node) => string) {}

  /** Anchors count in their own document only, but the work in all of them together. */
  public startDocument(): void {
    this.anchors.clear();
  }

  /** Notes the anchor of a value; what it returns takes the size of the value when that is known. */
  public anchor(node: Node, name: string): Anchor {
    this.countName(node);
    const anchor: Anchor = { node };
    this.anchors.set(name, anchor);
    return anchor;
  }

  /** The size of what an alias stands for. */
  public follow(alias: Alias): number {
    this.countName(alias);
    const anchor = this.anchors.get(alias.source);
    if (anchor === undefined) {
      throw this.unusable(alias, 'an alias that leads nowhere', 'an anchor before each alias', 'set the anchor, or write the value out');
    }
    if (anchor.size === undefined) {
      throw this.unusable(alias, 'an alias within its own anchor', 'an anchor that ends before its alias', 'write the value out');
    }
    this.targets.set(alias, anchor.node);
    this.walk(alias, anchor.size);
    return anchor.size;
  }

  /** What is merged is copied key by key, each time. */
  public merge(value: unknown, size: number, key: Node): void {
    const source = this.target(value);
    const fits = isSeq(source) ? source.items.every((item) => isMap(this.target(item))) : isMap(source);
    if (!fits) {
      throw this.unusable(isAlias(value) ? value : key, 'a merge of what are no fields', 'fields, or a list of fields', 'merge fields, or write the values out');
    }
    this.walk(key, size);
  }

  private target(value: unknown): unknown {
    return isAlias(value) ? this.targets.get(value) : value;
  }

  private countName(node: Node): void {
    if (++this.names > MOST_NAMES) {
      throw this.unusable(node, `more than ${MOST_NAMES} anchors and aliases`, `at most ${MOST_NAMES}`, 'write the values out');
    }
  }

  private walk(node: Node, size: number): void {
    this.walked += size;
    if (this.walked > MOST_NODES) {
      throw this.unusable(node, `aliases and merges that stand for more than ${MOST_NODES} values`, `at most ${MOST_NODES} in all`, 'use them less often');
    }
  }

  private unusable(node: Node, got: string, allowed: string, fix: string): Error {
    return refused('manifest-text', 'the text is not YAML that can be read', got, allowed, fix, this.at(node));
  }
}
