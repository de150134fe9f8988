/** Our own Markdown pages, as a terminal shows them. */
import { createStyle, type Style } from './style.ts';
import { wrap } from './width.ts';

const MARKER = /(?<!\s)\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*/s;

/** Headings, paragraphs, lists, tables and fenced examples; other Markdown stays as it is written. */
export function renderPage(markdown: string, options: { readonly color: boolean; readonly width: number }): string {
  const style = createStyle(options.color, false);
  const width = Math.min(options.width, 100);
  const out: string[] = [];
  let fence = '';
  for (const line of markdown.trimEnd().split('\n')) {
    const opening = /^(`{3,})(?!`)(.*)$/s.exec(line);
    if (fence !== '') {
      if (line === fence) fence = '';
      else out.push(exampleLine(line, style));
    } else if (opening) {
      fence = opening[1] ?? '';
      const path = /(?:^|\s)path=(\S+)/.exec(opening[2] ?? '')?.[1];
      if (path !== undefined) out.push(`  ${style.paint('dim', path)}`);
    } else out.push(...proseLines(line, width, style));
  }
  return `${out.join('\n')}\n`;
}

/** A line that an example marks as found is pointed at. */
function exampleLine(line: string, style: Style): string {
  const marker = MARKER.exec(line);
  if (!marker) return `    ${line}`;
  const severity = marker[1] ?? 'found';
  const role = severity === 'error' || severity === 'warning' || severity === 'notice' ? severity : 'strong';
  return `  ${style.paint(role, '>')} ${line.slice(0, marker.index)}  ${style.paint(role, `← ${severity}`)}`;
}

function proseLines(line: string, width: number, style: Style): readonly string[] {
  const heading = /^#+ (.*)$/.exec(line);
  if (heading) return [style.paint('strong', heading[1] ?? '')];
  if (line.startsWith('|')) return paintCode([withAddresses(line)], style);
  const indent = /^\s*(?:[-*] |\d+\. )?/.exec(line)?.[0] ?? '';
  const lines = wrap(withAddresses(line.slice(indent.length)), Math.max(30, width - indent.length));
  const hanging = ' '.repeat(indent.length);
  return paintCode(lines, style).map((text, index) => `${index === 0 ? indent : hanging}${text}`.trimEnd());
}

/** Links as their text and their address. */
function withAddresses(text: string): string {
  return text.replace(/\[([^[\]]*)\]\(([^)]*)\)/g, (_, label: string, address: string) =>
    label === address ? address : `${label} (${address})`,
  );
}

/** Code in its colour, or in its back-ticks where there is none; it may go on over a line's end. */
function paintCode(lines: readonly string[], style: Style): readonly string[] {
  if (style.paint('code', 'x') === 'x') return lines;
  let isCode = false;
  return lines.map((line) =>
    line
      .split('`')
      .map((part, index) => {
        if (index > 0) isCode = !isCode;
        return isCode ? style.paint('code', part) : part;
      })
      .join(''),
  );
}
