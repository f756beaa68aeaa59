import { aroundTheJob } from './around-the-job';
import { decisionTable } from './decision-table';
import { Explained, WIDTH } from './explained';
import { findingList } from './finding-list';
import { inheritedList } from './inherited-list';
import { memoryPicture } from './memory-picture';
import { planHeading } from './plan-heading';
import { settingsByAuthor } from './settings-by-author';

/** What stays in the way, the decisions, the memory that follows, and the settings with their authors, as text for a terminal. */
export function explain(explained: Explained): string {
  return [
    planHeading(explained, WIDTH),
    ...findingList(explained.findings, WIDTH),
    ...inheritedList(explained.inherited, WIDTH),
    ...decisionTable(explained, WIDTH),
    memoryPicture(explained.cluster, WIDTH),
    aroundTheJob(explained.cluster, WIDTH),
    settingsByAuthor(explained, WIDTH),
  ].join('\n\n') + '\n';
}
