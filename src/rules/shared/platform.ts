/** Tells lines of Windows nodes from those of Linux: advice has to stay on the operating system of the line. */
import type { Fact } from '../../model/fact.ts';
import { namesWindowsFolder } from '../../text/node-path.ts';

/** Where containerd is configured on Windows. */
export const WINDOWS_CONFIGURATION = 'C:\\Program Files\\containerd\\config.toml';

const FOLDER = 'C:\\Program Files\\containerd\\';

/** Advice that names files of Linux, for a line of Windows. */
export function withWindowsFolders(advice: string): string {
  return advice.replace(
    /\/etc\/containerd\/([\w.\-/<>:]{0,200})/g,
    (_, rest) => `${FOLDER}${rest.replaceAll('/', '\\')}`,
  );
}

const WINDOWS_TEXT = /npipe:|[/\\]{2}[.?][/\\]pipe[/\\]|^[A-Za-z]:[\\/]/i;

export function onWindows(fact: Fact): boolean {
  if (fact.document.language === 'powershell' || /\.(?:ps1|psm1|cmd|bat)$/i.test(fact.document.path)) return true;
  if (namesWindows(fact.at.text)) return true;
  return fact.kind === 'command' && fact.words.some(({ text }) => namesWindows(text.slice(0, 200)));
}

function namesWindows(text: string): boolean {
  return WINDOWS_TEXT.test(text) || namesWindowsFolder(text);
}
