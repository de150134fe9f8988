/** Files that hold several texts as Go templates with names: `{{ define "userdata" }}#cloud-config …{{ end }}`. */
import { templateActions } from '../text/mask.ts';
import { slice, type View } from '../text/view.ts';

export interface NamedTemplate {
  readonly name: string;
  readonly view: View;
}

const DEFINE = /\{\{-?[ \t]*define[ \t]/;
const NAME = /^define[ \t]+["`]([^"`\n]{1,200})["`]$/;
const OPENS = /^(?:if|range|with|define|block)\b/;
/** A text that says by its first line what it is. */
const SAYS_WHAT_IT_IS = /^(?:#!|#cloud-config\b|MIME-Version:)/;

/** Nothing where no template says what it is: then its file is read as one text. */
export function namedTemplates(view: View): readonly NamedTemplate[] {
  if (!DEFINE.test(view.text)) return [];
  const templates: NamedTemplate[] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  let depth = 0;
  for (const { kind, body, start, end } of templateActions(view.text)) {
    if (kind !== 'directive') continue;
    if (OPENS.test(body)) {
      if (depth === 0) open = { name: NAME.exec(body)?.[1] ?? '', start: end };
      depth += 1;
    } else if (body === 'end' && depth > 0) {
      depth -= 1;
      if (depth === 0 && open && open.name !== '')
        templates.push({ name: open.name, view: trimmed(view, open.start, start) });
    }
  }
  return templates.some((template) => SAYS_WHAT_IT_IS.test(template.view.text)) ? templates : [];
}

function trimmed(view: View, start: number, end: number): View {
  const before = /^\s*/.exec(view.text.slice(start, end))?.[0].length ?? 0;
  return slice(view, start + before, end);
}
