/** The scripts that a line of PowerShell runs: `.\install.ps1`, `& "$PSScriptRoot\join.ps1"`, `powershell -File x.ps1`. */
import type { Document, Token } from '../../model/document.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import { programName } from './started.ts';

const SHELL = /^(?:powershell|pwsh)$/;
const SCRIPT = /\.ps1$/i;
/** Longer words are no paths. */
const LONGEST = 500;

export function scriptCalls(document: Document, words: readonly Token[]): readonly Link[] {
  const texts = words.map(({ text }) => text).filter((text) => text !== '&');
  const [first = '', second = ''] = texts;
  const isSourced = first === '.';
  const path = isSourced ? second : SHELL.test(programName(first)) ? texts.find((text) => SCRIPT.test(text)) : first;
  if (path === undefined || !SCRIPT.test(path) || path.length > LONGEST) return [];
  return [{ from: document, to: fileTarget(besideIt(path)), kind: isSourced ? 'sources' : 'calls' }];
}

/** A folder in a variable may be any: the rest of the path is looked for beside the script. */
function besideIt(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^\$\{?[\w:]+\}?\//, './')
    .replace(/^[A-Za-z]:\/(?:.*\/)?/, './');
}
