/** Names that say that a text is a template, or a copy that a person fills in, of what the rest of the name says. */
import { isTemplate } from './chart-layout.ts';

const TEMPLATE = /\.(?:j2|jinja2?|tmpl|tpl|template|gotmpl|tftpl|erb)$/i;
const COPY = /\.(?:in|example|sample|dist)$/i;
const MOST_SUFFIXES = 3;

/** What an editor, a merge or Terraform leaves beside the file that is used. */
const KEPT = /\.(?:bak|backup|old|orig|save|tfstate)(?:\.\d{1,20})?$|~$/i;

/** Whether the name is that of a copy that is kept beside the file in use: `values.yaml.bak`. */
export function isKeptCopy(path: string): boolean {
  return KEPT.test(path);
}

/** Whether a program fills the text in before it is used. */
export function isTemplateName(path: string): boolean {
  return TEMPLATE.test(path) || isTemplate(path);
}

/** `config.toml.j2` is `config.toml`. */
export function withoutTemplateSuffix(path: string): string {
  return strip(path, [TEMPLATE]);
}

/** `config.toml.j2` and `config.toml.example` are `config.toml`. */
export function withoutSuffixes(path: string): string {
  return strip(path, [TEMPLATE, COPY]);
}

function strip(path: string, suffixes: readonly RegExp[]): string {
  let name = path;
  for (let i = 0; i < MOST_SUFFIXES; i++) {
    const suffix = suffixes.find((one) => one.test(name));
    if (!suffix) break;
    name = name.replace(suffix, '');
  }
  return name;
}
