/** What a template hands on only where somebody fills it in: `{% if endpoint %}--docker-endpoint={{ endpoint }}{% endif %}`. */
import { hasTemplate, type TemplateAction, templateActions } from '../../text/mask.ts';
import { once } from '../../text/once.ts';
import { lastFrom } from '../../text/search.ts';
import type { Source, Span } from '../../text/source.ts';
import { directiveOf } from './directives.ts';

/** Whether the template writes the place only where the variable is filled that the place reads. */
export function isHandedOn({ source, start, end }: Span): boolean {
  const names = lastFrom(askedIn(source), start)?.names ?? [];
  if (names.length === 0) return false;
  const read = new Set<string>(source.text.slice(start, Math.min(end, start + LONGEST)).match(/\w+/g));
  return names.some((name) => read.has(name));
}

interface Stretch {
  readonly start: number;
  /** The variables that have to be filled there, the innermost ones. */
  readonly names: readonly string[];
}

const askedIn = once((source: Source): readonly Stretch[] =>
  hasTemplate(source.text) ? stretchesOf(source.text) : [],
);

function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const open: (readonly string[])[] = [];
  for (const action of templateActions(text)) {
    if (action.kind !== 'directive') continue;
    step(open, action);
    stretches.push({ start: action.end, names: open.slice(-INNERMOST).flat() });
  }
  return stretches;
}

const INNERMOST = 3;
const LONGEST = 400;

function step(open: (readonly string[])[], action: TemplateAction): void {
  const directive = directiveOf(action);
  switch (directive?.kind) {
    case 'opens':
      open.push([]);
      return;
    case 'asks':
      open.push(nameOf(directive.word, directive.test.slice(0, LONGEST)));
      return;
    case 'otherwise':
      open.splice(-1, 1, []);
      return;
    case 'ends':
      open.pop();
      return;
    case undefined:
      return;
    default:
      directive satisfies never;
  }
}

/** The one variable of a test that only asks whether it is filled: `@x`, `x is defined`, `unless [nil, ''].include?(scope['a::x'])`. */
function nameOf(word: 'if' | 'unless', test: string): readonly string[] {
  const isList = test.includes('.include?(');
  if ((word === 'unless') !== isList || /==|=~|[<>]|\bnot\b(?! none)|^\s*!|\bin\b|\bor\b|\|\|/.test(test)) return [];
  const words = test.replace(/["'](?!\w+::)[^"'\n]*["']/g, ' ').match(/[\w:.]+/g) ?? [];
  const names = new Set(
    words.map((one) => one.replace(/^.*[:.]/, '')).filter((one) => one !== '' && !OF_TESTS.test(one)),
  );
  return names.size === 1 ? [...names] : [];
}

const OF_TESTS =
  /^(?:is|defined|none|nil|undef|undefined|empty|and|not|true|length|count|default|bool|scope|lookupvar|include|ne|\d+)$/i;
