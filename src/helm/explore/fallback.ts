/** The last resort for a file that cannot be executed: its text with every action blanked to equal length. */
import type { Template } from '../chart/scope.ts';
import { rendered } from '../rendered.ts';
import { cutTemplate } from '../template/lexer.ts';
import type { RenderedFile } from '../types.ts';
import { blankedBut } from './literals.ts';

/** Text keeps its offsets. */
export function fallbackRender(template: Template): RenderedFile {
  const { source } = template;
  const texts = cutTemplate(source.text).filter(({ type }) => type === 'text');
  return rendered(template, blankedBut(source, texts), { pass: 'default' });
}
