/** What a directive of a template does with the blocks around it, in any syntax. */
import type { TemplateAction } from '../../text/mask.ts';

/** `opens` a block that asks nothing, or one that `asks`; `otherwise` is its next branch, the `last` one without a test. */
export type Directive =
  | { readonly kind: 'opens' | 'ends' }
  | { readonly kind: 'asks'; readonly word: 'if' | 'unless'; readonly test: string }
  | { readonly kind: 'otherwise'; readonly isLast: boolean };

/** Nothing for a directive that is no part of a block. */
export function directiveOf(action: TemplateAction): Directive | undefined {
  const body = action.body.replace(/^[-+~]|[-+~]$/g, '').trim();
  const word = /^\w+/.exec(body)?.[0] ?? '';
  if (OPENS.test(word) || DO.test(body)) return { kind: 'opens' };
  if (word === 'if' || word === 'unless') return { kind: 'asks', word, test: body.slice(word.length) };
  if (OTHERWISE.test(word)) return { kind: 'otherwise', isLast: word === 'else' && !/\bif\b/.test(body) };
  return word.startsWith('end') ? { kind: 'ends' } : undefined;
}

const OPENS = /^(?:for|range|with|define|block|macro|call|filter|raw|autoescape|case)$/;
const OTHERWISE = /^(?:else|elif|elseif|elsif)$/;

/** A block of Ruby: `<% @nodes.each do |node| -%>`. */
const DO = /\bdo(?:\s*\|[^|]*\|)?$/;
