/** `dockershim-lint -`: one text from standard input, such as what kubectl or helm prints. */
import type { InputFile } from '../model/input.ts';

/** Named by what it looks like, because the name of a file tells its language. */
export function inputFile(text: string): InputFile {
  return { path: `stdin${extensionOf(text)}`, text };
}

function extensionOf(text: string): string {
  const start = text.trimStart();
  if (start.startsWith('#!')) return '.sh';
  if (/^[{[]/.test(start)) return '.json';
  return /^(?:#.*\n|\s)*(?:FROM|ARG)\s/i.test(text) ? '.dockerfile' : '.yaml';
}
