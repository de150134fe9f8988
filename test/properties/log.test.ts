import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/github/log.ts';
import { fc } from '../support/fast-check.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { toolkitOutput } from '../support/toolkit.ts';

const HOSTILE = [
  '::error::forged',
  '  ::error file=x::forged',
  '##[error]forged',
  'text ##[add-mask]a',
  '::stop-commands::mine',
  '::endgroup::',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u0085',
  '%0A::error::x',
  '%25',
  ',line=1',
  '::',
  '\u202e',
  '\u001b[2J',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

function written(use: (log: ReturnType<typeof createLog>) => void): string {
  return toolkitOutput(() => use(createLog((part) => process.stdout.write(part))));
}

describe('what the Action prints', () => {
  it('holds no command when it is text', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const output = written((log) => {
          log.text(first);
          log.line(second);
          log.text(second);
        });
        expect(runnerCommands(output).map(({ name }) => name)).toEqual(['stop-commands', 'stop-commands']);
      }),
      { numRuns: 300 },
    );
  });

  it('is one command when it is one, with its properties as they were meant', () => {
    fc.assert(
      fc.property(text, text, (title, message) => {
        const commands = runnerCommands(written((log) => log.annotate('notice', message, { title: `t${title}` })));
        expect(commands.map(({ name, form }) => [name, form])).toEqual([['notice', 'current']]);
        expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['title']);
      }),
      { numRuns: 300 },
    );
  });

  it('folds text under a title that is no command either', () => {
    fc.assert(
      fc.property(text, text, (title, content) => {
        const names = runnerCommands(written((log) => log.group(title, content))).map(({ name }) => name);
        expect(names).toEqual(['group', 'stop-commands', 'endgroup']);
      }),
      { numRuns: 300 },
    );
  });

  it('hides a secret as exactly that text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (secret) => {
        const [command] = runnerCommands(written((log) => log.mask(secret)));
        expect([command?.name, command?.data]).toEqual(['add-mask', secret]);
      }),
    );
  });
});
