import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { triggersText } from '../../scripts/triggers-text.ts';
import { RULES } from '../../src/rules/index.ts';

it('looks for the words of all rules; npm run generate writes them down', () => {
  const file = join(resolve(import.meta.dirname, '../..'), 'src/stages/triggers.generated.ts');
  expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).toBe(triggersText(RULES));
});
