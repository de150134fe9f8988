/** What a shell is given, where a file holds it in another form: line ends of Windows, escapes of templates, tests of Bats. */
import { type View, viewBuilder, withText } from '../../text/view.ts';

export function scriptText(view: View): View {
  return withTestFunctions(withoutTemplateEscapes(withoutReturns(view)));
}

/** The tests of a Bats file as functions of the same length, which a shell understands. */
function withTestFunctions(view: View): View {
  if (!/^[ \t]*@test[ \t]/m.test(view.text)) return view;
  const text = view.text.replace(
    /^([ \t]*)(@test[ \t].*)(\{[ \t]*)$/gm,
    (_, indent: string, head: string, brace: string) => {
      return `${indent}${'t() '.padEnd(head.length)}${brace}`;
    },
  );
  return withText(view, text);
}

/** Windows line ends confuse a shell; the view keeps the way back. */
function withoutReturns(view: View): View {
  return withoutFirstOf(view, '\r\n', (replacement) => replacement);
}

/** `$${NAME}` is how templates of Terraform write `${NAME}`; in a shell it would be the number of its process and a brace. */
function withoutTemplateEscapes(view: View): View {
  return withoutFirstOf(view, '$${', (replacement) => (replacement.includes('${') ? null : replacement));
}

/** Each `pattern` loses its first character. */
function withoutFirstOf(view: View, pattern: string, rewrite: (replacement: string) => string | null): View {
  if (!view.text.includes(pattern)) return view;
  const builder = viewBuilder(view);
  let from = 0;
  for (let at = view.text.indexOf(pattern); at >= 0; at = view.text.indexOf(pattern, from)) {
    builder.copy(from, at);
    from = at + 1;
  }
  builder.copy(from, view.text.length);
  return builder.build(rewrite);
}
