/** Every command that the advice prints is made of words that the tools themselves have read (npm run test:tools). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dockerTable, printedCommands, wordsOf } from '../../scripts/tools/printed.ts';
import recorded from './tools.recorded.json' with { type: 'json' };

it('prints only subcommands and options that crictl, ctr, podman, skopeo, jq and nerdctl have read', () => {
  const known = new Set([...recorded.words, ...recorded.untried]);
  const commands = printedCommands();
  expect(commands.length).toBeGreaterThan(60);
  expect(commands.filter((command) => !wordsOf(command).every((word) => known.has(word)))).toEqual([]);
});

it('lists every docker subcommand in docs/docker-commands.md as it is answered now', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/docker-commands.md'), 'utf8')).toBe(dockerTable());
});
