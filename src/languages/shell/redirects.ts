/** Where redirects lead what a command reads and prints. */
import type { View } from '../../text/view.ts';
import type { ShellRedirect } from './ast.ts';
import type { Site } from './engine.ts';
import { expandText, expandUnsplit, type Scope } from './words.ts';

/** The site of what stands in front of the redirects. */
export function behindRedirects(site: Site, redirects: readonly ShellRedirect[], scope: Scope): Site {
  return {
    ...site,
    output: outputOf(redirects, scope) ?? site.output,
    hidesErrors: site.hidesErrors || hidesErrorsIn(redirects, scope),
    input: inputOf(redirects, scope) ?? site.input,
    inputFile: inputFileOf(redirects, scope) ?? site.inputFile,
  };
}

function outputOf(redirects: readonly ShellRedirect[], scope: Scope) {
  const redirect = redirects.findLast((r) => r.kind === 'file' && /^(>|>>|>\||&>|&>>)$/.test(r.operator));
  if (redirect?.kind !== 'file' || !redirect.target) return undefined;
  if (scope.view.text.startsWith('2', redirect.start)) return undefined;
  return expandUnsplit(redirect.target, scope)[0];
}

/** `2>/dev/null`, `&>/dev/null` */
function hidesErrorsIn(redirects: readonly ShellRedirect[], { view }: Scope): boolean {
  return redirects.some(({ start, end }) => /^(?:2>>?|&>>?|>&)\s*\/dev\/null$/.test(view.text.slice(start, end)));
}

function inputOf(redirects: readonly ShellRedirect[], scope: Scope): View | undefined {
  const redirect = redirects.findLast((r) => r.kind === 'here-document' || r.kind === 'here-string');
  if (redirect?.kind === 'here-document') return expandText(redirect.body, scope);
  if (redirect?.kind === 'here-string' && redirect.target) return expandText(redirect.target, scope);
  return undefined;
}

/** `< FILE` */
export function inputFileOf(redirects: readonly ShellRedirect[], scope: Scope) {
  const redirect = redirects.findLast((r) => r.kind === 'file' && r.operator === '<');
  return redirect?.kind === 'file' && redirect.target ? expandUnsplit(redirect.target, scope)[0] : undefined;
}
