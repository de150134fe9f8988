/** One page about many repositories: how many are ready, which are not, and what is to do in each. No script, nothing fetched. */
import { SEVERITIES } from '../model/finding.ts';
import { helpPage, TOOL, VERSION } from '../model/tool.ts';
import { escapeHtml } from '../report/escape.ts';
import { digest } from '../report/html/digest.ts';
import { prose } from '../report/html/prose.ts';
import { STYLE } from '../report/html/style.ts';
import { count, sentenceCase } from '../report/words.ts';
import { groupBy } from '../text/group.ts';
import type { BriefFinding, Repository, RepositoryReport, SeverityCounts, Survey } from './model.ts';
import { addUp, countsOf, stateOf, verdictOf } from './survey.ts';

/** What a person opens of one repository here; its own report has all of it. */
const MOST_FINDINGS = 200;
/** Of the whole page, which browsers must hold. */
const MOST_LISTED = 20_000;

/** `linkBase`: what comes before the name of a repository in its address, such as https://github.com/acme. */
export function surveyHtml(survey: Survey, linkBase: string | undefined): string {
  let listed = 0;
  const details = survey.repositories.flatMap((repository, index) => {
    const { length } = repository.state === 'looked-at' ? repository.report.findings : [];
    if (length === 0 || listed >= MOST_LISTED) return [];
    listed += Math.min(length, MOST_FINDINGS);
    return repositoryDetails(repository, index, linkBase);
  });
  return `${[
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest(STYLE)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>Dockershim across repositories</title><style>${STYLE}</style></head><body>`,
    '<h1>Dockershim across repositories</h1>',
    `<p class="verdict${survey.repositories.some((one) => countsOf(one).error > 0) ? ' failure' : ''}">${escapeHtml(verdictOf(survey))}</p>`,
    '<h2>Repositories</h2>',
    table(['repository', ...FIGURES, 'accepted', 'files', ''], survey.repositories.map(repositoryRow)),
    ...rulesOf(survey),
    ...(details.length > 0 ? ['<h2>Findings</h2>', ...details] : []),
    `<footer><p class="dim">${TOOL} ${escapeHtml(VERSION)}</p></footer>`,
    '</body></html>',
  ].join('\n')}\n`;
}

const FIGURES = SEVERITIES.map((severity) => `${severity}s`);

function table(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((title, column) => `<th${column === 0 || title === '' ? '' : ' class="n"'}>${title}</th>`);
  return `<table><thead><tr>${cells.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function figureCells(counts: SeverityCounts): string {
  return SEVERITIES.map((severity) => {
    const amount = counts[severity];
    return `<td class="n">${amount > 0 ? `<span class="tone ${severity}">${amount}</span>` : '0'}</td>`;
  }).join('');
}

function repositoryRow(repository: Repository, index: number): string {
  const state = stateOf(repository);
  const note = `<td class="dim">${state === undefined ? '' : escapeHtml(state)}</td>`;
  if (repository.state === 'not-looked-at')
    return `<tr><td>${escapeHtml(repository.name)}</td>${'<td class="n">?</td>'.repeat(FIGURES.length + 2)}${note}</tr>`;
  const { counts, suppressed, files, findings } = repository.report;
  const name = escapeHtml(repository.name);
  const linked = findings.length > 0 ? `<a href="#r-${index}">${name}</a>` : name;
  return `<tr><td>${linked}</td>${figureCells(counts)}<td class="n">${suppressed}</td><td class="n">${files}</td>${note}</tr>`;
}

function rulesOf({ rules }: Survey): readonly string[] {
  if (rules.length === 0) return [];
  const rows = rules.map(
    ({ rule, repositories, counts }) =>
      `<tr><td><a href="${helpPage(rule)}">${rule}</a></td><td class="n">${repositories}</td>${figureCells(counts)}</tr>`,
  );
  const sum = figureCells(addUp(rules.map(({ counts }) => counts)));
  return [
    '<h2>Rules</h2>',
    table(['rule', 'repositories', ...FIGURES], [...rows, `<tr><td>all</td><td></td>${sum}</tr>`]),
  ];
}

function repositoryDetails(repository: Repository, index: number, linkBase: string | undefined): readonly string[] {
  if (repository.state === 'not-looked-at') return [];
  const { report, name } = repository;
  const ranked = SEVERITIES.flatMap((severity) => report.findings.filter((finding) => finding.severity === severity));
  const shown = ranked.slice(0, MOST_FINDINGS);
  const more = ranked.length - shown.length;
  const address = addressOf(name, report, linkBase);
  const about = [report.commit?.slice(0, 12), report.date].flatMap((text) =>
    text === undefined ? [] : [escapeHtml(text)],
  );
  return [
    `<details id="r-${index}" open><summary><b>${escapeHtml(name)}</b> <span class="dim">${about.join(' · ')}</span></summary>`,
    ...[...groupBy(shown, ({ rule, instead }) => `${rule}\0${instead}`).values()].map((group) =>
      groupItem(group, address),
    ),
    ...(more > 0
      ? [`<p class="dim">…and ${count(more, 'more finding')}, which the report of the repository shows.</p>`]
      : []),
    '</details>',
  ];
}

/** What ends several findings at once is said once. */
function groupItem(findings: readonly BriefFinding[], address: (finding: BriefFinding) => string | undefined): string {
  const [first] = findings;
  if (!first) return '';
  const places = findings.map((finding) => {
    const text = `<code>${escapeHtml(finding.path)}:${finding.line}</code>`;
    const href = address(finding);
    return `<li>${href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`} ${prose(finding.message)}</li>`;
  });
  const head = `<span class="tone">${first.severity}</span> <a href="${helpPage(first.rule)}">${first.rule}</a>`;
  const instead = first.instead === '' ? '' : `<br>${prose(sentenceCase(first.instead))}`;
  return `<div class="body ${first.severity}"><p>${head}${instead}</p><ul>${places.join('')}</ul></div>`;
}

/** Only where every part of the address is what such a part may be. */
function addressOf(
  name: string,
  { commit }: RepositoryReport,
  linkBase: string | undefined,
): (finding: BriefFinding) => string | undefined {
  const isKnown =
    linkBase !== undefined && /^[\w.-]+(?:\/[\w.-]+)?$/.test(name) && /^[0-9a-f]{40,64}$/.test(commit ?? '');
  return ({ path, line }) =>
    isKnown ? `${linkBase}/${name}/blob/${commit}/${path.split('/').map(encodeSegment).join('/')}#L${line}` : undefined;
}

/** Half of a surrogate pair has no address. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
