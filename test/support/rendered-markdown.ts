/** Renders Markdown as GitHub's dialect and tells what is in it. */
import { marked } from 'marked';

export interface Rendered {
  /** Names of the elements, each once. */
  readonly elements: readonly string[];
  readonly links: readonly string[];
  /** The text that a reader sees outside code, where GitHub looks for mentions and references. */
  readonly prose: string;
  /** The text of each inline code element. */
  readonly codes: readonly string[];
  readonly text: string;
}

export function renderedMarkdown(markdown: string): Rendered {
  // A reader sees no comments.
  const html = marked.parse(markdown, { gfm: true, async: false }).replace(/<!--[\s\S]*?-->/g, '');
  const elements = [...html.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map(([, name = '']) => name.toLowerCase());
  const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => decode(address));
  const withoutCode = html.replace(/<pre>[\s\S]*?<\/pre>|<code\b[^>]*>[\s\S]*?<\/code>/g, '\u0001');
  const codes = [...html.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, inner = '']) => decode(inner));
  return {
    elements: [...new Set(elements)],
    links,
    prose: decode(withoutCode.replace(/<[^>]*>/g, '')),
    codes,
    text: decode(html.replace(/<[^>]*>/g, '')),
  };
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** Each entity once: what it decodes to is not looked at again. */
function decode(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|amp));/gi, (_, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? '';
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal));
  });
}
