import { readFileSync, writeFileSync } from 'node:fs';
import { embedded, README } from './embedded';

writeFileSync(README, embedded(readFileSync(README, 'utf8')));
