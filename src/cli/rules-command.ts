/** `dockershim-lint rules`: every rule with its one line. */
import { UsageError } from '../config/usage-error.ts';
import { helpPage } from '../model/tool.ts';
import { markdownSentence } from '../report/escape.ts';
import { wrap } from '../report/width.ts';
import { RULES } from '../rules/index.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, terminalWidth } from './io.ts';

export function rulesCommand({ operands, layer }: Arguments, io: Io): ExitCode {
  if (operands.length > 0) throw new UsageError(`rules takes no argument; for one rule, use explain ${operands[0]}.`);
  const format = layer.format ?? 'text';
  switch (format) {
    case 'text':
      io.out.write(listText(terminalWidth(io.out)));
      return EXIT.clean;
    case 'json':
      io.out.write(
        `${JSON.stringify({ schemaVersion: 1, rules: RULES.map(({ id, summary }) => ({ id, summary })) }, null, 2)}\n`,
      );
      return EXIT.clean;
    case 'markdown':
      io.out.write(listMarkdown());
      return EXIT.clean;
    default:
      throw new UsageError(`rules prints text, markdown or json, not ${format}.`);
  }
}

function listMarkdown(): string {
  const rows = RULES.map(({ id, summary }) => `| [${id}](${helpPage(id)}) | ${markdownSentence(summary)} |`);
  return `${['| rule | what it finds |', '|---|---|', ...rows].join('\n')}\n`;
}

function listText(width: number): string {
  const column = Math.max(...RULES.map((rule) => rule.id.length)) + 2;
  return RULES.flatMap(({ id, summary }) =>
    wrap(summary, Math.max(30, width - column)).map(
      (line, index) => `${(index === 0 ? id : '').padEnd(column)}${line}\n`,
    ),
  ).join('');
}
