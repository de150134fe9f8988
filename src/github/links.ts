/** The only addresses that we write into Markdown: our own pages, the run, and lines of the repository itself. */

import type { RuleId } from '../model/rule-id.ts';
import { HOMEPAGE, helpPage } from '../model/tool.ts';
import { linkedCode, truncate } from '../report/escape.ts';
import type { Environment } from './environment.ts';
import { runUrl } from './environment.ts';

const PAGES = `${HOMEPAGE}/blob/main/docs`;

export interface Links {
  readonly run: string;
  readonly suppressing: string;
  /** The start of the address of a file at the commit of the findings. */
  readonly blob: string;
}

export function createLinks(environment: Environment, commit: string): Links {
  const { serverUrl, owner, repo, forge } = environment;
  const root = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  const blob = forge === 'gitea' ? `${root}/src/commit/${commit}` : `${root}/blob/${commit}`;
  return { run: runUrl(environment), suppressing: `${PAGES}/suppressing.md`, blob };
}

export function rulePage(rule: RuleId): string {
  return `[${rule}](${helpPage(rule)})`;
}

interface Located {
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** ``[`deploy/agent.yaml:12`](…#L12)`` */
export function sourceLink({ location }: Located, links: Links): string {
  const { path, start } = location;
  const text = linkedCode(`${truncate(path, 200)}:${start.line}`);
  // Such an address would lead out of the repository; no file that we read has one.
  if (path.split('/').some((part) => part === '..' || part === '.')) return text;
  return `[${text}](${lineLink(links, path, start.line, start.line)})`;
}

export function lineLink(links: Links, path: string, line: number, endLine: number): string {
  const lines = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
  return `${links.blob}/${encodePath(path)}${lines}`;
}

function encodePath(path: string): string {
  // Halves of surrogate pairs have no encoding.
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}
