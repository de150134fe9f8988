/**
 * Branches of a template that are commands: `{% if a %}docker ps{% else %}crictl ps{% endif %}` on one line, or in a text
 * that YAML folds into one. Where a whole `if` stands in the place of a command, its `else` ends one as a line break does;
 * `{% if a %}docker{% else %}podman{% endif %} ps` and options under conditions stay one command.
 */
import { type TemplateAction, templateActions } from '../../text/mask.ts';
import { type View, withText } from '../../text/view.ts';

interface Choice {
  readonly actions: TemplateAction[];
  isClosed: boolean;
}

export function branchesApart(view: View): View {
  const { text } = view;
  if (!text.includes('endif')) return view;
  const actions = templateActions(text);
  const ends = new Set<number>();
  const starts = new Set<number>();
  for (const { actions: parts } of choicesOf(actions)) {
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last || !beginsCommand(text, first.start, ends) || !endsCommand(text, last.end, starts)) continue;
    for (const { start, end } of parts) {
      starts.add(start);
      ends.add(end);
    }
  }
  return ends.size === 0 ? view : withText(view, separated(text, actions, ends));
}

/** The outer ones before those inside of them. */
function choicesOf(actions: readonly TemplateAction[]): readonly Choice[] {
  const all: Choice[] = [];
  const open: Choice[] = [];
  for (const action of actions) {
    if (action.kind !== 'directive') continue;
    const word = /^[-+~]?\s*(\w+)/.exec(action.body)?.[1];
    if (word === 'if') {
      const choice = { actions: [action], isClosed: false };
      all.push(choice);
      open.push(choice);
    } else if (word === 'else' || word === 'elif') open.at(-1)?.actions.push(action);
    else if (word === 'endif') {
      const choice = open.pop();
      choice?.actions.push(action);
      if (choice) choice.isClosed = true;
    }
  }
  return all.filter(({ actions: parts, isClosed }) => isClosed && parts.length > 2);
}

function beginsCommand(text: string, start: number, ends: ReadonlySet<number>): boolean {
  let at = start;
  while (/[ \t]/.test(text[at - 1] ?? '')) at--;
  const before = text[at - 1];
  if (before === '\n') return text[at - 2] !== '\\';
  return before === undefined || /[;&|]/.test(before) || ends.has(at);
}

function endsCommand(text: string, end: number, starts: ReadonlySet<number>): boolean {
  let at = end;
  while (/[ \t\r]/.test(text[at] ?? '')) at++;
  return at >= text.length || /[\n;&|]/.test(text[at] ?? '') || starts.has(at);
}

function separated(text: string, actions: readonly TemplateAction[], ends: ReadonlySet<number>): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of actions) {
    if (!ends.has(end) || isAlone(text, start, end)) continue;
    pieces.push(text.slice(from, start), '\n', ' '.repeat(end - start - 1));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** A line of its own ends the command before it already. */
function isAlone(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '\n') && (end >= text.length || text[end] === '\n');
}
