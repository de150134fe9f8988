/** logrotate: the files that are rotated, and the scripts around it. */
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { pathFacts, readingBuilder, token } from '../text/facts.ts';
import { linesOf, piecesOf, trimRange } from '../text/lines.ts';

const SCRIPT = /^(?:postrotate|prerotate|firstaction|lastaction|preremove)$/;

export function isLogrotate(name: string, text: string): boolean {
  if (/\/logrotate(?:\.d\/|\.conf|[^/]*$)|\.logrotate(?:\.\w+)?$/.test(name)) return true;
  const sample = text.slice(0, 8192);
  return (
    /^[ \t]*(?:"?\/\S+[ \t]+)*"?\/[^\s{]*[ \t]*\{[ \t\r]*$/m.test(sample) &&
    /^[ \t]*(?:rotate|copytruncate|missingok)\b/m.test(sample)
  );
}

export function readLogrotate(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const { text } = view;
  let inside = false;
  let script: number | undefined;
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    const first = text.slice(start, Math.min(end, start + 20));
    if (script !== undefined) {
      if (first !== 'endscript') continue;
      builder.add(scriptFacts(slice(view, script, start), { document, depth: input.depth, embed }));
      script = undefined;
    } else if (start === end || text[start] === '#') continue;
    else if (SCRIPT.test(first)) script = Math.min(line.end + 1, text.length);
    else if (first === '}') inside = false;
    else if (!inside) {
      for (const piece of piecesOf(text, start, end)) {
        const quote = text[piece.start] === '"' && text[piece.end - 1] === '"' ? 1 : 0;
        const brace = text[piece.end - 1] === '{' ? 1 : 0;
        if (text[piece.start + quote] !== '/') continue;
        builder.fact(...pathFacts(document, token(view, piece.start + quote, piece.end - quote - brace), 'read'));
      }
      if (text[end - 1] === '{') inside = true;
    }
  }
  return builder.build();
}
