/** Writes the section «Fix» of each rule page from the words of its rule. */
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../src/rules/index.ts';
import { withFixSection } from './rule-pages/fix-section.ts';

for (const { id, fix } of RULES) {
  const path = `docs/rules/${id}.md`;
  writeFileSync(path, withFixSection(readFileSync(path, 'utf8'), fix));
}
