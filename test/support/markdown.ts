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

const OUR_ELEMENTS = new Set(
  'p h3 h4 table thead tbody tr th td br a code pre ul ol li blockquote strong em b sub details summary'.split(' '),
);
const OUR_ADDRESSES = [
  'https://github.com/dockershim-lint/dockershim-lint/',
  'https://github.example/acme/shop/blob/',
  'https://github.example/acme/shop/actions/runs/',
];

/**
 * Elements and addresses in rendered Markdown that are not of our own making; a mention or a reference outside code
 * counts too, because GitHub would turn it into a link.
 */
export function foreignMarkup(markdown: string): readonly string[] {
  const html = renderHtml(markdown).replace(/<!--[\s\S]*?-->/g, '');
  const found: string[] = [];
  for (const [tag, name = '', attributes = ''] of html.matchAll(
    /<\/?([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi,
  )) {
    if (!OUR_ELEMENTS.has(name.toLowerCase())) found.push(tag);
    for (const [, key, value = ''] of attributes.matchAll(/([a-z]+)="([^"]*)"/gi)) {
      const ours =
        (key === 'href' && isOurs(value)) ||
        (key === 'class' && value.startsWith('language-')) ||
        (key === 'align' && /^(left|right|center)$/.test(value));
      if (!ours) found.push(`${key}=${value}`);
    }
  }
  const prose = html.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  found.push(...(prose.match(/[@＠][\w-]+|(?<![&\w])#\d+|\bGH-\d+|\b[0-9a-f]{7,40}\b|https?:\/\/\S+/gi) ?? []));
  return found;
}

function isOurs(address: string): boolean {
  return OUR_ADDRESSES.some((start) => address.startsWith(start)) && !address.includes('/../');
}
