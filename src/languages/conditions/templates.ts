/** The branches of templates in any syntax: what stands in `{% if container_manager == 'docker' %}` counts only there. */
import { type Branches, type Condition, inverted, NOTHING, within } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import { hasTemplate, type TemplateAction, templateActions } from '../../text/mask.ts';
import { once } from '../../text/once.ts';
import type { Source } from '../../text/source.ts';
import { fileView, type View } from '../../text/view.ts';
import { directiveOf } from './directives.ts';
import { readExpression } from './expression.ts';
import { conditionsAt, type Stretch, underStretches } from './stretches.ts';
import { isDocker } from './words.ts';

/** An open block: what holds around it, and what does where no branch so far was taken. */
interface Frame {
  readonly outer: readonly Condition[];
  readonly otherwise: readonly Condition[];
}

/** The facts of a file with the conditions of the template around each. */
export function underTemplates(reading: Reading, file: Source): Reading {
  if (reading.facts.length === 0 || !hasTemplate(file.text)) return reading;
  return underStretches(reading, file.path, stretchesOf(fileView(file)));
}

/** What the template asks for this text to be there: `semverCompare "<1.24-0" …`, `eq .Values.runtime "docker"`. */
export function askedAt(template: Source, offset: number): readonly Condition[] {
  return conditionsAt(stretchesOfSource(template), offset);
}

/** The value of the chart that a condition asks for Docker: `a.runtime` for `eq .Values.a.runtime "docker"`. */
export function valueAsked(condition: Condition): string | undefined {
  const { view, start, end } = condition.at;
  const text = (condition.kind === 'runtime' && condition.of) || view.text.slice(start, end);
  const values = [...text.matchAll(/(?:^|\.)Values\.([\w.]{1,200})/g)].map(([, value]) => value);
  return values.find((value) => value && isDocker(value)) ?? values[0];
}

const stretchesOfSource = once((source: Source) => (hasTemplate(source.text) ? stretchesOf(fileView(source)) : []));

function stretchesOf(view: View): readonly Stretch[] {
  const stretches: Stretch[] = [{ start: 0, conditions: [] }];
  const frames: Frame[] = [];
  const kept: Kept = new Map();
  for (const action of templateActions(view.text)) {
    if (action.kind !== 'directive') continue;
    keepTest(kept, action, view);
    const conditions = step(frames, action, { view, kept }, stretches.at(-1)?.conditions ?? []);
    if (conditions) stretches.push({ start: action.end, conditions });
  }
  return stretches;
}

/** Variables that the template sets to the answer of a test. */
type Kept = Map<string, Branches>;

interface Template {
  readonly view: View;
  readonly kept: ReadonlyMap<string, Branches>;
}

/** `{% set legacy = kubernetes_version is version('1.24', '<') %}` */
function keepTest(kept: Kept, { start, end }: TemplateAction, view: View): void {
  const text = view.text.slice(start, Math.min(end, start + LONGEST_SET));
  const [head = '', name] = /^\{%[-+]?\s{0,9}set\s{1,9}(\w{1,60})\s{0,9}=(?!=)/.exec(text) ?? [];
  if (name === undefined) return;
  const test = readExpression(view, start + head.length, Math.max(start + head.length, end - tailOf(text)));
  if (test === NOTHING) kept.delete(name);
  else kept.set(name, test);
}

const LONGEST_SET = 400;

/** What holds behind the directive, or undefined where it changes nothing. */
function step(
  frames: Frame[],
  action: TemplateAction,
  template: Template,
  now: readonly Condition[],
): readonly Condition[] | undefined {
  const directive = directiveOf(action);
  switch (directive?.kind) {
    case 'opens':
      frames.push({ outer: now, otherwise: [] });
      return undefined;
    case 'asks': {
      const test = testOf(action, template);
      const branches = directive.word === 'if' ? test : inverted(test);
      frames.push({ outer: now, otherwise: branches.whenFalse });
      return within(now, branches.whenTrue);
    }
    case 'otherwise':
      return otherwise(frames, action, template, directive.isLast);
    case 'ends':
      return frames.pop()?.outer;
    case undefined:
      return undefined;
    default:
      return directive satisfies never;
  }
}

function otherwise(
  frames: Frame[],
  action: TemplateAction,
  template: Template,
  last: boolean,
): readonly Condition[] | undefined {
  const frame = frames.pop();
  if (!frame) return undefined;
  const branches = last ? NOTHING : testOf(action, template);
  frames.push({ outer: frame.outer, otherwise: within(frame.otherwise, branches.whenFalse) });
  return within(within(frame.outer, frame.otherwise), branches.whenTrue);
}

function testOf({ start, end }: TemplateAction, { view, kept }: Template): Branches {
  const text = view.text.slice(start, end);
  const head = /^[<{%]{1,2}[-+~]?\s*(?:else\s+if|elif|elseif|elsif|if|unless)\b/.exec(text)?.[0].length;
  if (head === undefined) return NOTHING;
  const to = Math.max(start + head, end - tailOf(text));
  const test = readExpression(view, start + head, to);
  if (test !== NOTHING) return test;
  const [, not, name = ''] = /^\s*(not\s+)?(\w{1,60})\s*$/.exec(view.text.slice(start + head, to).slice(0, 100)) ?? [];
  const known = kept.get(name) ?? NOTHING;
  return not ? inverted(known) : known;
}

function tailOf(text: string): number {
  return /[-+~]?[%>}]{1,2}$/.exec(text)?.[0].length ?? 0;
}
