/** The last resort for a file that cannot be executed: its text with every action blanked to equal length. */
import type { Template } from '../chart/scope.ts';
import { rendered } from '../rendered.ts';
import { cutTemplate } from '../template/lexer.ts';
import type { RenderedFile } from '../types.ts';
import { tracked } from '../values/tracked.ts';

/** Text keeps its offsets, so all of it is exact. */
export function fallbackRender(template: Template): RenderedFile {
  const { source } = template;
  const chars: string[] = [];
  let at = 0;
  for (const segment of cutTemplate(source.text)) {
    if (segment.type !== 'text') continue;
    chars.push(blank(source.text.slice(at, segment.from)), source.text.slice(segment.from, segment.to));
    at = segment.to;
  }
  chars.push(blank(source.text.slice(at)));
  const origin = { source, from: 0, to: source.text.length, exact: true, kind: 'template' } as const;
  return rendered(template, tracked(chars.join(''), origin), { pass: 'default' });
}

const blank = (text: string): string => text.replace(/[^\s]/g, ' ');
