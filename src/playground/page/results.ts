/** Findings as elements of the page. Every text of a file goes in as text; nothing here is read as HTML. */
import type { Answer, ShownFinding } from '../messages.ts';

const MOST_SHOWN = 500;

export interface Results {
  show(answer: Answer): void;
  say(sentence: string): void;
}

export function createResults(
  places: { readonly verdict: HTMLElement; readonly findings: HTMLElement; readonly notes: HTMLElement },
  open: (finding: ShownFinding) => void,
): Results {
  const { verdict, findings, notes } = places;
  const say = (sentence: string): void => {
    verdict.textContent = sentence;
    findings.replaceChildren();
    notes.replaceChildren();
  };
  return {
    say,
    show({ findings: all, sentences: [first = '', ...rest], problem }) {
      say(problem ?? first);
      findings.replaceChildren(...all.slice(0, MOST_SHOWN).map((finding) => findingElement(finding, open)));
      const more = all.length - MOST_SHOWN;
      const words = more > 0 ? [`${more} more findings are not shown.`, ...rest] : rest;
      notes.replaceChildren(...words.map((sentence) => element('li', {}, sentence)));
    },
  };
}

function findingElement(finding: ShownFinding, open: (finding: ShownFinding) => void): HTMLElement {
  const { severity, rule, help, message, frame, path, start, because, instead, where } = finding;
  const place = element('button', { type: 'button' }, `${path}:${start.line}:${start.column}`);
  place.addEventListener('click', () => open(finding));
  const details = [
    ['why', because],
    ['instead', instead],
    ['where', where],
  ].filter(([, text]) => text !== '');
  return element(
    'li',
    { class: severity },
    element('p', {}, element('span', { class: 'severity' }, severity), ' ', link(help, rule), ' ', place),
    element('p', {}, ...prose(message)),
    element('pre', {}, frame),
    element(
      'dl',
      {},
      ...details.flatMap(([name = '', text = '']) => [element('dt', {}, name), element('dd', {}, ...prose(text))]),
    ),
  );
}

/** Back-ticks mark code. */
function prose(text: string): readonly (string | Node)[] {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}

/** An address of the configuration may be anything. */
function link(address: string, text: string): HTMLElement {
  if (!address.startsWith('https://')) return element('span', {}, text);
  return element('a', { href: address, rel: 'noreferrer', target: '_blank' }, text);
}

interface Attributes {
  readonly class?: string;
  readonly type?: 'button';
  readonly value?: string;
  readonly label?: string;
  readonly href?: string;
  readonly rel?: string;
  readonly target?: string;
}

export function element(
  name: keyof HTMLElementTagNameMap,
  attributes: Attributes,
  ...children: readonly (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
