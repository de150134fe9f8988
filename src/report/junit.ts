/** JUnit XML: a suite for each file, a failed case for each finding that fails the run, a passed one for the others. */
import type { Finding } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { alsoText } from './also.ts';
import { groupByFile } from './checkstyle.ts';
import { escapeXml, escapeXmlLines } from './escape.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { isFailing } from './verdict.ts';
import { coverageText, placementText, whyText } from './words.ts';

export function renderJunit(run: RunReport, { pathOf }: RenderOptions): string {
  const findings = countedFindings(run);
  const suites = groupByFile(findings).map(([path, inFile]) => suite(run, pathOf(path), inFile, pathOf));
  const failures = findings.filter((finding) => fails(run, finding)).length;
  const clean = `  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${escapeXml(coverageText(run.result.coverage))}" classname="dockershim-lint"/></testsuite>`;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dockershim-lint" tests="${Math.max(1, findings.length)}" failures="${failures}">`,
    ...(suites.length === 0 ? [clean] : suites),
    '</testsuites>',
  ].join('\n')}\n`;
}

function fails(run: RunReport, finding: Finding): boolean {
  return isFailing(finding, run.failOn, run.minConfidence);
}

function suite(run: RunReport, path: string, findings: readonly Finding[], pathOf: RenderOptions['pathOf']): string {
  const failures = findings.filter((finding) => fails(run, finding)).length;
  return [
    `  <testsuite name="${escapeXml(path)}" tests="${findings.length}" failures="${failures}">`,
    ...findings.map((finding) => testcase(run, path, finding, alsoText(finding, pathOf))),
    '  </testsuite>',
  ].join('\n');
}

function testcase(run: RunReport, path: string, finding: Finding, also: string): string {
  const { line, column } = positionAt(finding.span.source, finding.span.start);
  const head = `    <testcase name="${escapeXml(`${finding.rule} ${line}:${column}`)}" classname="${escapeXml(path)}" file="${escapeXml(path)}" line="${line}">`;
  const story = escapeXmlLines(
    [
      `${path}:${line}:${column}`,
      `why: ${whyText(finding)}`,
      `instead: ${finding.instead}`,
      `where: ${placementText(finding)}`,
      ...(also === '' ? [] : [`also at: ${also}`]),
      finding.help,
    ].join('\n'),
  );
  const body = fails(run, finding)
    ? `<failure type="${finding.severity}" message="${escapeXml(finding.message)}">${story}</failure>`
    : `<system-out>${finding.severity}: ${escapeXml(finding.message)}\n${story}</system-out>`;
  return `${head}${body}</testcase>`;
}
