/** Cron tables: the command of every line is shell. */
import type { Reading } from '../../model/project.ts';
import { CRON_LINE } from '../../recognise/daemon-lines.ts';
import { maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { envFact, readingBuilder, token } from '../text/facts.ts';
import { linesOf, piecesOf, trimRange } from '../text/lines.ts';

const TIME_FIELD = /^(?:[\d*,/-]+|[A-Za-z]{3}(?:[,-][A-Za-z]{3})*)$/;
const SYSTEM_TABLE = /\/cron\.d\/|\/etc\/crontab$|\/crontab$/;

/** No program has this name: where it stands in front of the command, the table names users. */
const NAMES_ROOT = /^[ \t]*(?:(?:\S{1,60}[ \t]+){5}|@\w+[ \t]+)root[ \t]+\S/m;

export function isCrontab(name: string, text: string): boolean {
  if (/\/cron\.d\/|\/crontabs?(?:\/|$)|\.(?:cron|crontab)(?:\.\w+)?$/.test(name)) return true;
  return CRON_LINE.test(text.slice(0, 4096));
}

export function readCrontab(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const context = { document, depth: input.depth, embed };
  const { text } = view;
  const withUser = SYSTEM_TABLE.test(`/${(input.target ?? input.path).toLowerCase()}`) || NAMES_ROOT.test(text);
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || text[start] === '#') continue;
    const variable = /^([A-Za-z_]\w*)[ \t]*=[ \t]*/.exec(text.slice(start, Math.min(end, start + 200)));
    if (variable) {
      const name = token(view, start, start + (variable[1] ?? '').length);
      builder.fact(envFact(document, name, token(view, start + variable[0].length, end)));
      continue;
    }
    const command = commandStart(text, start, end, withUser);
    if (command !== undefined) builder.add(scriptFacts(slice(view, command, end), context));
  }
  return builder.build();
}

function commandStart(text: string, start: number, end: number, withUser: boolean): number | undefined {
  const fields = text[start] === '@' ? 1 : 5;
  let index = 0;
  for (const piece of piecesOf(text, start, end)) {
    if (index >= fields + (withUser ? 1 : 0)) return piece.start;
    if (fields === 5 && index < 5 && !TIME_FIELD.test(text.slice(piece.start, Math.min(piece.end, piece.start + 60)))) {
      return undefined;
    }
    index++;
  }
  return undefined;
}
