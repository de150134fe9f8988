/** The shells of Windows, as a command line of any other language calls them: `powershell -Command …`, `pwsh -c …`, `cmd /c …`. */
import { joined, type Step } from './runners.ts';
import type { ShellToken } from './words.ts';

export function isWindowsShell(program: string): boolean {
  return /^(?:powershell|pwsh|cmd)$/i.test(program);
}

/** The text that the shell is handed; a file, a text that is encoded and standard input are none. */
export function unwrapWindowsShell(program: string, words: readonly ShellToken[]): Step | undefined {
  const isCmd = /^cmd$/i.test(program);
  const from = isCmd ? behindSwitches(words) : behindParameters(words, /^powershell$/i.test(program));
  const script = from === undefined ? [] : words.slice(from);
  if (script.length === 0 || script[0]?.text === '-') return undefined;
  return {
    kind: 'scripts',
    views: [joined(script)],
    words: words.slice(0, from),
    language: isCmd ? 'batch' : 'powershell',
  };
}

/** `cmd /s /c …`: https://learn.microsoft.com/windows-server/administration/windows-commands/cmd */
function behindSwitches(words: readonly ShellToken[]): number | undefined {
  for (let at = 1; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (/^\/{1,2}[ckr]$/i.test(text)) return at + 1;
    if (!text.startsWith('/')) return undefined;
  }
  return undefined;
}

/** Parameters may be cut short, and are written with a slash as well. */
const VALUED = /^[-/](?:ex\w*|ep|v\w*|inp?\w*|if|out?\w*|of|w|wi\w*|config\w*|psc\w*|wo\w*|wd|cus\w*|set\w*)$/i;

/**
 * All words behind `-Command`; without it, Windows PowerShell takes what follows its parameters as a command, and the newer one as a file:
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_powershell_exe
 */
function behindParameters(words: readonly ShellToken[], takesCommand: boolean): number | undefined {
  for (let at = 1; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (/^[-/](?:c|co\w*|cwa|commandwithargs)$/i.test(text) && !/^.config/i.test(text)) return at + 1;
    if (/^[-/](?:f|fi\w*|e|ec|en\w*)$/i.test(text)) return undefined;
    if (!/^[-/][a-z]/i.test(text)) return takesCommand ? at : undefined;
    if (VALUED.test(text)) at++;
  }
  return undefined;
}
