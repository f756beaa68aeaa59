import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, FOLDER, rulePages } from './rule-pages';

const pages = rulePages();
filesIn(FOLDER).filter((name) => !pages.has(name)).forEach((name) => rmSync(join(FOLDER, name)));
pages.forEach((text, name) => writeFileSync(join(FOLDER, name), text));
