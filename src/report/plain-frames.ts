/** The lines of a finding and of its related places below one another, without colours. */
import type { Finding } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { renderFrame } from './frame.ts';
import type { RenderOptions } from './model.ts';
import { relatedText } from './reasons.ts';
import { createStyle } from './style.ts';

interface Extent {
  readonly width: number;
  /** So many related places are shown. */
  readonly related: number;
}

export function plainFrames(finding: Finding, { pathOf }: Pick<RenderOptions, 'pathOf'>, extent: Extent): string {
  const style = createStyle(false, false);
  const related = finding.related
    .slice(0, extent.related)
    .map((one) => ({ span: one.span, message: relatedText(one) }));
  return [{ span: finding.span, message: '' }, ...related]
    .flatMap(({ span, message }, index) => {
      const gutter = String(positionAt(span.source, span.end).line).length;
      const mark = { span, label: message, role: 'related', caret: index === 0 ? '^' : '-' } as const;
      const name = index === 0 ? [] : [`${pathOf(span.source.path)}:${positionAt(span.source, span.start).line}`];
      return [...name, ...renderFrame(span.source, [mark], gutter, extent.width, style)];
    })
    .join('\n');
}
