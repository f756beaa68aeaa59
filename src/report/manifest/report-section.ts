import { RoleMemory, SettingExplanation } from './manifest-explanation';

/*
 * What people read, before it has a format: text, Markdown and HTML show the same sections.
 */

/** How a thing stands; never said by colour alone. */
export type Tone = 'good' | 'bad' | 'warning' | 'note';

/** One resource. */
export interface ResourceReport {
  readonly title: string;
  readonly subtitle: string;
  readonly tone: Tone;
  readonly verdict: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  /** Shut at first, where the format can. */
  readonly folded?: boolean;
  readonly blocks: readonly Block[];
}

/** A part of a section, shown in a form of its own. */
export type Block =
  /** The few numbers that matter most. */
  | { readonly is: 'figures'; readonly figures: readonly Figure[] }
  | { readonly is: 'facts'; readonly title?: string; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'memory'; readonly memory: RoleMemory }
  | { readonly is: 'settings'; readonly settings: readonly SettingExplanation[] }
  | { readonly is: 'messages'; readonly messages: readonly Message[] }
  | { readonly is: 'note'; readonly text: string };

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

export interface Message {
  readonly tone: Tone;
  /** Of the rule or refusal. */
  readonly code: string;
  readonly text: string;
  readonly details: readonly (readonly [label: string, value: string])[];
}
