/** `dockershim-lint explain RULE`: the page of a rule. `explain FILE:LINE`: why something is reported there, or nothing is. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Layer } from '../config/options.ts';
import { readRuleId } from '../config/read-value.ts';
import { UsageError } from '../config/usage-error.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { prefixFrom, wayFrom } from '../files/paths.ts';
import { realPath } from '../files/real-path.ts';
import { helpPage } from '../model/tool.ts';
import { explanationJson } from '../report/debug.ts';
import { oneLine, visibleJson } from '../report/escape.ts';
import { renderExplanation } from '../report/explanation.ts';
import { renderPage } from '../report/page.ts';
import { leftOutReason } from '../report/words.ts';
import { RULES } from '../rules/index.ts';
import { PAGES } from '../rules/pages.generated.ts';
import type { Examination } from '../stages/examination.ts';
import { explainLine } from '../stages/explaining.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, terminalWidth, wantsColor } from './io.ts';
import { scan } from './scan.ts';

export async function explainCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  const [subject, ...more] = operands;
  if (subject === undefined)
    throw new UsageError('explain needs the name of a rule, or a FILE:LINE; dockershim-lint rules lists the rules.');
  if (more.length > 0) throw new UsageError('explain takes one rule or one FILE:LINE.');
  const place = /^(.+?):(\d{1,7})(?::\d{1,7})?$/.exec(subject);
  return place ? explainPlace(place[1] ?? '', Number(place[2]), layer, io) : explainRule(subject, layer, io);
}

function explainRule(name: string, layer: Layer, io: Io): ExitCode {
  const id = readRuleId(name);
  const foreign = Object.keys(layer).find((option) => option !== 'format' && option !== 'color');
  if (foreign !== undefined)
    throw new UsageError(`--${foreign} means nothing to a rule; it belongs to explain FILE:LINE.`);
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

/** The current folder is scanned as always: what stands elsewhere in it decides where the line runs. */
async function explainPlace(written: string, line: number, layer: Layer, io: Io): Promise<ExitCode> {
  const format = layer.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`explain FILE:LINE prints text or json, not ${format}.`);
  const here = realpathSync(io.cwd);
  const file = existing(resolve(here, written), written);
  let seen: Examination | undefined;
  const scanned = await scan(isInside(here, file) ? [] : [repositoryTop(dirname(file))], layer, io, {
    watch: (examination) => {
      seen = examination;
    },
  });
  const { folder } = scanned.root;
  const path = wayFrom(folder, file);
  const explanation = seen && explainLine(seen, scanned.report.result, path, line);
  if (!explanation) return explainUnread(path, line, seen, io, written);
  const prefix = prefixFrom(here, folder);
  io.out.write(
    format === 'json'
      ? `${visibleJson(explanationJson(explanation), 2)}\n`
      : renderExplanation(explanation, {
          color: wantsColor(layer.color ?? 'auto', io.out, io.env),
          width: Math.min(terminalWidth(io.out), 120),
          pathOf: (one) => prefix + one,
        }),
  );
  return EXIT.clean;
}

function existing(path: string, written: string): string {
  const file = realPath(path);
  if (file === undefined) throw new UsageError(`${written} does not exist.`);
  if (!statSync(file).isFile()) throw new UsageError(`${written} is not a file.`);
  return file;
}

/** A line that is not there is a mistake; a file that is not read has a reason. */
function explainUnread(path: string, line: number, seen: Examination | undefined, io: Io, written: string): ExitCode {
  const file = seen?.files.find((one) => one.path === path);
  if (file) throw new UsageError(`${written} has no line ${line}.`);
  const note = seen?.notes.find(
    (one) => one.coverage !== 'about' && (one.path === path || path.startsWith(`${one.path}/`)),
  );
  const isOther = !note || note.coverage === 'other-kind';
  const why = isOther ? 'nothing here reads files of its kind' : (leftOutReason(note) ?? note.message);
  io.out.write(`${oneLine(`${written} is not read: ${why}.`)}\n`);
  return EXIT.clean;
}
