/** Lines of /etc/fstab: where disks are mounted. */
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { createDocument, type Input } from '../front-end.ts';
import { pathFacts, readingBuilder, token } from '../text/facts.ts';
import { linesOf, piecesOf, trimRange } from '../text/lines.ts';

export function readFstab(input: Input): Reading {
  const view = maskView(input.view);
  const builder = readingBuilder(createDocument({ ...input, view }, 'ini'));
  for (const line of linesOf(view.text)) {
    const { start, end } = trimRange(view.text, line.start, line.end);
    if (view.text[start] === '#') continue;
    const [, target] = [...piecesOf(view.text, start, Math.min(end, start + 4096))];
    if (target) builder.fact(...pathFacts(builder.document, token(view, target.start, target.end), 'read'));
  }
  return builder.build();
}
