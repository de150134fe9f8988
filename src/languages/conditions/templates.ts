/** The branches of templates in any syntax: what stands in `{% if container_manager == 'docker' %}` counts only there. */
import { type Branches, type Condition, inverted, NOTHING, within } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import { hasTemplate, type TemplateAction, templateActions } from '../../text/mask.ts';
import { once } from '../../text/once.ts';
import type { Source } from '../../text/source.ts';
import { fileView, type View } from '../../text/view.ts';
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
  for (const action of templateActions(view.text)) {
    if (action.kind !== 'directive') continue;
    const conditions = step(frames, action, view, stretches.at(-1)?.conditions ?? []);
    if (conditions) stretches.push({ start: action.end, conditions });
  }
  return stretches;
}

/** A block of Ruby: `<% @nodes.each do |node| -%>`. */
const DO = /\bdo(?:\s*\|[^|]*\|)?$/;

/** What holds behind the directive, or undefined where it changes nothing. */
function step(
  frames: Frame[],
  action: TemplateAction,
  view: View,
  now: readonly Condition[],
): readonly Condition[] | undefined {
  const body = action.body.replace(/^[-+~]|[-+~]$/g, '').trim();
  const word = /^\w+/.exec(body)?.[0] ?? '';
  if (/^(?:for|range|with|define|block|macro|call|filter|raw|autoescape|case)$/.test(word) || DO.test(body)) {
    frames.push({ outer: now, otherwise: [] });
    return undefined;
  }
  if (word === 'if' || word === 'unless') {
    const test = testOf(action, view);
    const branches = word === 'if' ? test : inverted(test);
    frames.push({ outer: now, otherwise: branches.whenFalse });
    return within(now, branches.whenTrue);
  }
  if (/^(?:else|elif|elseif|elsif)$/.test(word))
    return otherwise(frames, action, view, word === 'else' && !/\bif\b/.test(body));
  return /^end/.test(word) ? frames.pop()?.outer : undefined;
}

function otherwise(
  frames: Frame[],
  action: TemplateAction,
  view: View,
  last: boolean,
): readonly Condition[] | undefined {
  const frame = frames.pop();
  if (!frame) return undefined;
  const branches = last ? NOTHING : testOf(action, view);
  frames.push({ outer: frame.outer, otherwise: within(frame.otherwise, branches.whenFalse) });
  return within(within(frame.outer, frame.otherwise), branches.whenTrue);
}

function testOf({ start, end }: TemplateAction, view: View): Branches {
  const text = view.text.slice(start, end);
  const head = /^[<{%]{1,2}[-+~]?\s*(?:else\s+if|elif|elseif|elsif|if|unless)\b/.exec(text)?.[0].length;
  const tail = /[-+~]?[%>}]{1,2}$/.exec(text)?.[0].length ?? 0;
  return head === undefined ? NOTHING : readExpression(view, start + head, Math.max(start + head, end - tail));
}
