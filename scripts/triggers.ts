/** Writes src/stages/triggers.generated.ts, so that a run can look for the words of all rules before it loads a rule. */
import { writeFileSync } from 'node:fs';
import { RULES } from '../src/rules/index.ts';
import { triggersText } from './triggers-text.ts';

writeFileSync('src/stages/triggers.generated.ts', triggersText(RULES));
