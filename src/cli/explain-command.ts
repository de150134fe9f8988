/** `dockershim-lint explain RULE`: the page of a rule. */
import { readRuleId } from '../config/read-value.ts';
import { UsageError } from '../config/usage-error.ts';
import { helpPage } from '../model/tool.ts';
import { renderPage } from '../report/page.ts';
import { RULES } from '../rules/index.ts';
import { PAGES } from '../rules/pages.generated.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, terminalWidth, wantsColor } from './io.ts';

export function explainCommand({ operands, layer }: Arguments, io: Io): ExitCode {
  const [name, ...more] = operands;
  if (name === undefined) throw new UsageError('explain needs the name of a rule; dockershim-lint rules lists them.');
  if (more.length > 0) throw new UsageError('explain takes one rule.');
  const id = readRuleId(name);
  const page = PAGES[id];
  const format = layer.format ?? 'text';
  switch (format) {
    case 'text':
      io.out.write(
        renderPage(page, { color: wantsColor(layer.color ?? 'auto', io.out, io.env), width: terminalWidth(io.out) }),
      );
      return EXIT.clean;
    case 'markdown':
      io.out.write(page);
      return EXIT.clean;
    case 'json': {
      const summary = RULES.find((rule) => rule.id === id)?.summary;
      io.out.write(`${JSON.stringify({ schemaVersion: 1, id, summary, help: helpPage(id), page }, null, 2)}\n`);
      return EXIT.clean;
    }
    default:
      throw new UsageError(`explain prints text, markdown or json, not ${format}.`);
  }
}
