/** What a variable brings only counts where the variable gets it: `if [ -S /run/docker.sock ]; then SOCKET=…; fi`. */
import { type Condition, underConditions } from '../../model/condition.ts';
import type { Fact } from '../../model/fact.ts';
import { groupBy } from '../../text/group.ts';
import { type PlacedText, spanOf } from '../../text/placed.ts';
import type { Span } from '../../text/source.ts';
import { broughtInto, segmentIndexAt, type View } from '../../text/view.ts';
import type { NodeOf, ShellPart, ShellWord } from './ast.ts';

/** The value of an assignment, and what has to hold for it to be made. */
export interface Definition extends Pick<Span, 'start' | 'end'> {
  readonly path: string;
  readonly name: string;
  /** The function that it stands in. */
  readonly inside: NodeOf<'function'> | undefined;
  readonly conditions: readonly Condition[];
}

/** Of a value that runs a script only what that prints is the variable's, and it is not written here. */
export function definitionOf(
  word: ShellWord,
  view: View,
  made: Pick<Definition, 'name' | 'inside' | 'conditions'>,
): Definition | undefined {
  if (word.end === word.start || word.parts.some(runsScript)) return undefined;
  const { source, start, end } = spanOf({ view, start: word.start, end: word.end });
  return { path: source.path, start, end, ...made };
}

/** Whether the value of the part is what a script prints, also where it is a default. */
export function runsScript(part: ShellPart): boolean {
  switch (part.kind) {
    case 'text':
      return false;
    case 'script':
    case 'arithmetic':
      return true;
    case 'variable': {
      const { operation } = part;
      if (operation.kind === 'other') return operation.words.some(({ parts }) => parts.some(runsScript));
      return (operation.kind === 'default' || operation.kind === 'alternate') && operation.word.parts.some(runsScript);
    }
  }
}

/**
 * The facts of a script; those that stand in the value of an assignment count under its conditions too, and so do paths and flags that
 * a variable brings from there: `unix://$SOCKET`.
 */
export function underDefinitions(facts: readonly Fact[], definitions: readonly Definition[]): readonly Fact[] {
  if (definitions.every(({ conditions }) => conditions.length === 0)) return facts;
  const files = new Map(
    [...groupBy(definitions, ({ path }) => path)].map(([path, all]) => [path, distinctOf(all)] as const),
  );
  const conditionsAt = ({ source, start, end }: Span): readonly Condition[] => {
    const written = files.get(source.path) ?? [];
    const definition = written[segmentIndexAt(written, start)];
    return definition && definition.start <= start && end <= definition.end ? definition.conditions : [];
  };
  return facts.map((fact) => {
    const conditions = placesOf(fact).flatMap(conditionsAt);
    return conditions.length === 0 ? fact : underConditions(fact, conditions);
  });
}

function placesOf(fact: Fact): readonly Span[] {
  switch (fact.kind) {
    case 'path':
      return [spanOf(fact.at), ...placesBehind(fact.at)];
    case 'flag':
      return [spanOf(fact.at), ...placesBehind(fact.at), ...(fact.value ? placesBehind(fact.value) : [])];
    default:
      return [spanOf(fact.at)];
  }
}

/** Scripts hand a text on through few variables. */
const MOST_HANDED = 4;

/** Where variables got what they bring, and where those got it from. */
function placesBehind({ view, start, end }: Omit<PlacedText, 'text'>, handed = 0): readonly Span[] {
  if (handed >= MOST_HANDED) return [];
  return broughtInto(view, start, end).flatMap(({ use, definition }) => {
    const here = handed === 0 ? [] : [use];
    return definition ? [...here, spanOf(definition), ...placesBehind(definition, handed + 1)] : here;
  });
}

/** In order. Where a function makes an assignment under several conditions, the one that asks least counts. */
function distinctOf(definitions: readonly Definition[]): readonly Definition[] {
  const sorted = definitions.toSorted((a, b) => a.start - b.start || a.conditions.length - b.conditions.length);
  return sorted.filter(({ start }, i) => sorted[i - 1]?.start !== start);
}
