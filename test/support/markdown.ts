/** Renders GitHub's Markdown and looks at it as a reader does. */
import { marked } from 'marked';

export function renderHtml(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false });
}

/** Lines that a reader sees before opening anything: folded parts count as their title. */
export function visibleLines(markdown: string): readonly string[] {
  const open = unfold(renderHtml(markdown));
  return open
    .replace(/<\/(p|h\d|tr|li|summary|pre|blockquote|div)>|<br\s*\/?>/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Keeps the summaries of outermost folds and drops what is inside. */
function unfold(html: string): string {
  let depth = 0;
  let inSummary = false;
  let text = '';
  for (const part of html.split(/(<\/?details[^>]*>|<\/?summary>)/)) {
    if (part.startsWith('<details')) depth += 1;
    else if (part === '</details>') depth -= 1;
    else if (part === '<summary>') inSummary = depth === 1;
    else if (part === '</summary>') {
      if (inSummary) text += '</summary>';
      inSummary = false;
    } else if (depth === 0 || inSummary) text += part;
  }
  return text;
}
