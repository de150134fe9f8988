/** monit: the programs that a check starts, and the pid files that it watches. */
import type { Reading } from '../../model/project.ts';
import { MONIT_LINE } from '../../recognise/daemon-lines.ts';
import { maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { pathFacts, readingBuilder, token } from '../text/facts.ts';
import { linesOf } from '../text/lines.ts';
import { asked } from './asked.ts';

export function isMonit(name: string, text: string): boolean {
  return /\/monit|\.monit$/.test(name) || MONIT_LINE.test(text.slice(0, 4096));
}

const PROGRAM =
  /\b(?:(?:start|stop|restart)(?: program)?(?:\s*=)?|exec|with path|program \S+ with path)\s*"([^"]*)"/dgi;
const PID_FILE = /\b(?:pidfile|with path|path)\s+"?(\/[^\s"]+)/dgi;

export function readMonit(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const context = { document, depth: input.depth, embed };
  for (const line of linesOf(view.text)) {
    const text = view.text.slice(line.start, Math.min(line.end, line.start + 2000));
    if (text.trimStart().startsWith('#')) continue;
    for (const match of text.matchAll(PROGRAM)) {
      const range = match.indices?.[1];
      if (!range) continue;
      const reading = scriptFacts(slice(view, line.start + range[0], line.start + range[1]), context);
      builder.add(/^(?:with path|program)/i.test(match[0]) ? asked(reading) : reading);
    }
    for (const match of text.matchAll(PID_FILE)) {
      const range = match.indices?.[1];
      if (!range) continue;
      builder.fact(...pathFacts(document, token(view, line.start + range[0], line.start + range[1]), 'read'));
    }
  }
  return builder.build();
}
