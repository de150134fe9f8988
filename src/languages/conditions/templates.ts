/** The branches of templates in any syntax: what stands in `{% if container_manager == 'docker' %}` counts only there. */
import { type Branches, type Condition, inverted, NOTHING, within } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import { hasTemplate, type TemplateAction, templateActions } from '../../text/mask.ts';
import { once } from '../../text/once.ts';
import type { Source } from '../../text/source.ts';
import { fileView, type View } from '../../text/view.ts';
import { readExpression } from './expression.ts';
import { conditionsAt, type Stretch, underStretches } from './stretches.ts';

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

/** What the template asks of the version of Kubernetes for this text to be there: `semverCompare "<1.24-0" …`. */
export function versionsAskedAt(template: Source, offset: number): readonly Condition[] {
  return conditionsAt(stretchesOfSource(template), offset).filter(({ kind }) => kind === 'version');
}

/** The value of the chart that has to name Docker for this text of a template to be there. */
export function dockerValueAt(template: Source, offset: number): string | undefined {
  const runtime = conditionsAt(stretchesOfSource(template), offset).find(
    ({ kind, holds }) => kind === 'runtime' && holds,
  );
  return runtime && /\.Values\.([\w.]{1,200})/.exec(textOf(runtime))?.[1];
}

const stretchesOfSource = once((source: Source) => (hasTemplate(source.text) ? stretchesOf(fileView(source)) : []));

function textOf({ at: { view, start, end } }: Condition): string {
  return view.text.slice(start, end);
}

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

/** What holds behind the directive, or undefined where it changes nothing. */
function step(
  frames: Frame[],
  action: TemplateAction,
  view: View,
  now: readonly Condition[],
): readonly Condition[] | undefined {
  const body = action.body.replace(/^[-+~]|[-+~]$/g, '').trim();
  const word = /^\w+/.exec(body)?.[0] ?? '';
  if (/^(?:for|range|with|define|block|macro|call|filter|raw|autoescape)$/.test(word)) {
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
  const head = /^[{%]{1,2}[-+~]?\s*(?:else\s+if|elif|elseif|elsif|if|unless)\b/.exec(text)?.[0].length;
  const tail = /[-+~]?[%}]{1,2}$/.exec(text)?.[0].length ?? 0;
  return head === undefined ? NOTHING : readExpression(view, start + head, Math.max(start + head, end - tail));
}
