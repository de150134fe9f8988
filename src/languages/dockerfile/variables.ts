/** ARG and ENV of a Dockerfile: what `$NAME` and `${NAME:-default}` stand for. */
import { HOLE } from '../../text/view.ts';

export type Variables = ReadonlyMap<string, string>;

const MAX_LENGTH = 8192;

/** Fills in variables; what is not known becomes holes. */
export function substitute(text: string, variables: Variables): string {
  if (!text.includes('$')) return text;
  let out = '';
  let from = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', from)) {
    out += text.slice(from, at);
    if (text[at - 1] === '\\') {
      out = `${out.slice(0, -1)}$`;
      from = at + 1;
      continue;
    }
    const { value, end } = reference(text, at, variables);
    out += value;
    from = end;
    if (out.length > MAX_LENGTH) break;
  }
  return out + text.slice(from);
}

function reference(text: string, at: number, variables: Variables): { value: string; end: number } {
  const braced = text[at + 1] === '{';
  const match = /^[A-Za-z_]\w*/.exec(text.slice(at + (braced ? 2 : 1), at + 202));
  if (!match) return { value: '$', end: at + 1 };
  const known = variables.get(match[0]);
  if (!braced) return { value: known ?? HOLE.repeat(match[0].length), end: at + 1 + match[0].length };
  const close = text.indexOf('}', at);
  if (close < 0) return { value: HOLE, end: text.length };
  const operator = text.slice(at + 2 + match[0].length, close);
  return { value: expand(known, operator) ?? HOLE.repeat(close - at), end: close + 1 };
}

function expand(known: string | undefined, operator: string): string | undefined {
  const word = operator.slice(operator.startsWith(':') ? 2 : 1);
  if (/^:?-/.test(operator)) return known ? known : word;
  if (/^:?\+/.test(operator)) return known ? word : '';
  return operator === '' ? known : undefined;
}
