/** Tells lines of Windows nodes from those of Linux: advice has to stay on the operating system of the line. */
import { WINDOWS_FOLDERS } from '../../data/windows-folders.ts';
import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { namesWindowsFolder } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import type { Report } from '../rule.ts';

/** Where containerd is configured on Windows. */
export const WINDOWS_CONFIGURATION = 'C:\\Program Files\\containerd\\config.toml';

const NAMED = new RegExp(`(${WINDOWS_FOLDERS.map(({ linux }) => linux).join('|')})([\\w.\\-/<>:*]{0,200})`, 'g');

/** What a rule tells about a fact, with the folders of the fact's operating system. */
export function onPlatformOf(fact: Fact, report: Report): Report {
  if (!onWindows(fact)) return report;
  const instead = withWindowsFolders(report.instead);
  const related = report.related?.map((one) => ({ ...one, message: withWindowsFolders(one.message) }));
  return { ...report, instead, ...(related ? { related } : {}) };
}

function withWindowsFolders(advice: string): string {
  return advice
    .replace(OF_TOML, (_, key: string, path: string) => `${key} = '${path}'`)
    .replace(NAMED, (_, linux: string, rest: string) => {
      const folder = WINDOWS_FOLDERS.find((row) => row.linux === linux)?.windows ?? linux;
      // containerd looks for `_5000_` as well, and Windows has no names with a colon.
      return `${folder}${rest.replaceAll('/', '\\').replace(/:(\d{1,5})(?=\\)/, '_$1_')}`;
    });
}

/** `config_path = "/etc/containerd/certs.d"`: between double quotes of TOML a backslash begins an escape. */
const OF_TOML = /(\w{1,40}) = "(\/etc\/containerd\/[\w.\-/]{0,200})"/g;

const WINDOWS_TEXT = /npipe:|[/\\]{2}[.?][/\\]pipe[/\\]|^[A-Za-z]:[\\/]/i;

/** A folder or file that is named for Windows; a shell script in it runs on a machine with Linux that looks after the others. */
const PATH_OF_WINDOWS = /(?:^|[/_.-])windows(?:[/_.-]|$)/i;

export function onWindows(fact: Fact): boolean {
  const { language, path } = fact.document;
  if (language === 'powershell' || /\.(?:ps1|psm1|cmd|bat)$/i.test(path)) return true;
  if (namesWindows(fact.at.text) || (PATH_OF_WINDOWS.test(path) && language !== 'shell')) return true;
  if (fact.kind === 'setting' && fact.format === 'containerd') return holdsDrive(fact.document);
  return fact.kind === 'command' && fact.words.some(({ text }) => namesWindows(text.slice(0, 200)));
}

const holdsDrive = once(({ view }: Document): boolean => /["'=\s][A-Za-z]:[\\/]/.test(view.text.slice(0, LONGEST)));

const LONGEST = 400_000;

function namesWindows(text: string): boolean {
  return WINDOWS_TEXT.test(text) || namesWindowsFolder(text);
}
