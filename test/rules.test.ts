/** Lints the examples of every rule page: each marked line is found, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../src/model/rule-id.ts';
import { expected, found, lintGroup, readRulePage } from './support/rule-page.ts';

const PAGES = join(import.meta.dirname, '../docs/rules');

for (const id of RULE_IDS) {
  describe(id, () => {
    const page = readRulePage(readFileSync(join(PAGES, `${id}.md`), 'utf8'));
    for (const group of page.groups) {
      it(group.heading, () => {
        const { findings } = lintGroup(group);
        expect([...new Set(found(group, findings))]).toEqual([...new Set(expected(group))]);
      });
      it(`${group.heading}: the same without the word filter`, () => {
        expect(found(group, lintGroup(group, true).findings)).toEqual(found(group, lintGroup(group).findings));
      });
    }
  });
}
