/** One repository's findings as a page to quarrel with: each error and warning with its lines, and what nothing explains. */

const CONTEXT = 2;
const WIDTH = 160;

/**
 * Markdown for a person who judges every finding of a repository.
 * @param {string} name what the repository is called
 * @param {{ findings: object[], coverage: { unexplained: { count: number, lines: object[] } } }} report the JSON report
 * @param {(path: string) => string} textOf the text of a file of the repository
 */
export function quarrelPage(name, report, textOf) {
  const loud = report.findings.filter(({ severity }) => severity !== 'notice');
  const { count, lines } = report.coverage.unexplained;
  const count_ = (severity) => report.findings.filter((one) => one.severity === severity).length;
  return [
    `## ${name}`,
    `${count_('error')} errors, ${count_('warning')} warnings, ${count_('notice')} notices, ${count} lines unexplained`,
    ...loud.map((finding) => findingText(finding, textOf)),
    ...(count > 0
      ? [
          `### Unexplained`,
          block(lines.map(({ path, line }) => `${path}:${line} ${lineOf(textOf(path), line).trim()}`)),
        ]
      : []),
  ].join('\n\n');
}

function findingText({ severity, rule, location, confidence, message, instead, place, evidence, activation }, textOf) {
  const { path, start } = location;
  const because = evidence.map(({ text }) => text).join('; ');
  const on = activation.kind === 'when' ? `, when ${activation.settings.join(' and ')}` : '';
  return [
    `### ${severity} ${rule} ${path}:${start.line}`,
    `${message}\n\nInstead: ${instead}\n\nPlace: ${place}${because === '' ? '' : ` (${because})`}${on}; confidence ${confidence}`,
    block(around(textOf(path), start.line)),
    '- [ ] true  - [ ] too loud  - [ ] false:',
  ].join('\n\n');
}

function around(text, line) {
  const lines = [];
  for (let at = Math.max(1, line - CONTEXT); at <= line + CONTEXT; at++)
    lines.push(`${at === line ? '>' : ' '} ${String(at).padStart(5)} ${lineOf(text, at)}`);
  return lines;
}

function lineOf(text, line) {
  return (text.split('\n')[line - 1] ?? '').slice(0, WIDTH);
}

/** Fenced by more backticks than the text holds. */
function block(lines) {
  const text = lines.join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
