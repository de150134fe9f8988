/** .helmignore: which files of a chart directory Helm leaves out. */
import { matchPath } from './match-path.ts';

interface Rule {
  readonly pattern: string;
  readonly negated: boolean;
  readonly onlyDirectories: boolean;
  readonly scope: 'root' | 'path' | 'name';
}

/** `error`: Helm refuses the file at this line. */
export interface IgnoreRules {
  readonly rules: readonly Rule[];
  readonly error: string | null;
}

/** Every rule is tried on every file. */
const MOST_RULES = 1000;

export function parseIgnore(text: string): IgnoreRules {
  const rules: Rule[] = [];
  let error: string | null = null;
  for (const raw of text.replace(/^\ufeff/, '').split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (rules.length >= MOST_RULES) error ??= `more than ${MOST_RULES} rules`;
    else if (line.includes('**')) error ??= 'double-star (**) syntax is not supported';
    else if (matchPath(line, 'abc') === null) error ??= 'syntax error in pattern';
    else rules.push(parseRule(line));
  }
  rules.push(parseRule('templates/.?*'));
  return { rules, error };
}

function parseRule(line: string): Rule {
  const negated = line.startsWith('!');
  const body = negated ? line.slice(1) : line;
  const onlyDirectories = body.endsWith('/');
  const pattern = onlyDirectories ? body.slice(0, -1) : body;
  if (pattern.startsWith('/')) return { pattern: pattern.slice(1), negated, onlyDirectories, scope: 'root' };
  return { pattern, negated, onlyDirectories, scope: pattern.includes('/') ? 'path' : 'name' };
}

function isIgnored(rules: readonly Rule[], path: string, directory: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const rule of rules) {
    const hit = (): boolean => matchPath(rule.pattern, rule.scope === 'name' ? name : path) === true;
    if (rule.negated) {
      if ((rule.onlyDirectories && !directory) || !hit()) return true;
    } else if ((!rule.onlyDirectories || directory) && hit()) return true;
  }
  return false;
}

/** The files that remain; an ignored directory takes everything below it along. */
export function keptFiles(paths: Iterable<string>, rules: readonly Rule[]): string[] {
  const folders = new Map<string, boolean>();
  const folderIgnored = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const ignored = (slash > 0 && folderIgnored(path.slice(0, slash))) || isIgnored(rules, path, true);
    folders.set(path, ignored);
    return ignored;
  };
  const result: string[] = [];
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    if (slash > 0 && folderIgnored(path.slice(0, slash))) continue;
    if (!isIgnored(rules, path, false)) result.push(path);
  }
  return result;
}
