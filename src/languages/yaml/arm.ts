/** Expressions of templates of Azure that put a text together: `[concat('kubeadm join ', parameters('address'))]`. */
import { HOLE, type View, viewBuilder } from '../../text/view.ts';

/** The whole of it is one call. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
const CALL = /^\[\s{0,20}(concat|format)\s{0,20}\(/;
const LITERAL = /'((?:[^']|'')*)'/g;
/** An expression in a text of `format`. */
const FILLED = /\{\d{1,2}(?::[^{}]{0,20})?\}/g;

/** What it makes, with holes for what is filled in; a text that is no such call as it is. */
export function armText(view: View): View {
  const { text } = view;
  const call = CALL.exec(text);
  if (!call || !/\)\s*\]\s*$/.test(text.slice(-40))) return view;
  const builder = viewBuilder(view);
  return call[1] === 'format' ? formatted(view, builder) : concatenated(view, builder, call[0].length);
}

function concatenated(view: View, builder: ReturnType<typeof viewBuilder>, from: number): View {
  const { text } = view;
  const end = text.lastIndexOf(')');
  let at = from;
  let depth = 0;
  for (const { index, 0: literal, 1: inner = '' } of text.matchAll(LITERAL)) {
    if (index < at) continue;
    depth += depthOf(text.slice(at, index));
    if (isFilled(text.slice(at, index))) builder.put(HOLE, at, index);
    if (depth === 0) builder.copy(index + 1, index + 1 + inner.length);
    at = index + literal.length;
  }
  if (isFilled(text.slice(at, end))) builder.put(HOLE, at, end);
  return builder.build((replacement) => (/["\\\n]/.test(replacement) ? null : replacement));
}

/** True for more than the comma between two texts. */
function isFilled(between: string): boolean {
  return /[^\s,()]/.test(between);
}

function depthOf(between: string): number {
  let depth = 0;
  for (const char of between) depth += char === '(' ? 1 : char === ')' ? -1 : 0;
  return depth;
}

function formatted(view: View, builder: ReturnType<typeof viewBuilder>): View {
  const first = new RegExp(LITERAL).exec(view.text);
  if (!first) return view;
  const start = first.index + 1;
  const inner = first[1] ?? '';
  let from = 0;
  for (const { index, 0: filled } of inner.matchAll(FILLED)) {
    builder.copy(start + from, start + index);
    builder.put(HOLE, start + index, start + index + filled.length);
    from = index + filled.length;
  }
  builder.copy(start + from, start + inner.length);
  return builder.build((replacement) => (/["\\\n]/.test(replacement) ? null : replacement));
}
