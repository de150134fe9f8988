/** Moves a report from the place where a variable is used to the line that sets it, which is the one to edit. */
import type { Token } from '../../document.ts';
import type { EnvFact, Fact } from '../../facts.ts';
import { positionAt, spanText } from '../../text/source.ts';
import type { Report, Rule, RuleContext } from '../rule.ts';

/** The rule, with its reports at assignments; a value that is used ten times is one finding. */
export function atAssignments(rule: Rule): Rule {
  const { checkFact } = rule;
  if (!checkFact) return rule;
  return {
    ...rule,
    checkFact(fact, context) {
      const found = checkFact.call(rule, fact, context);
      if (!found) return undefined;
      const reports: readonly Report[] = Array.isArray(found) ? found : [found as Report];
      return reports.map((report) => moved(report, fact, context));
    },
  };
}

function moved(report: Report, fact: Fact, context: RuleContext): Report {
  if (fact.document.language !== 'shell') return report;
  const { span, exact } = report.at.view.root(report.at.start, report.at.end);
  const name = exact ? undefined : /^["']?\$\{?([A-Za-z_]\w*)/.exec(spanText(span))?.[1];
  const set = name === undefined ? undefined : assignmentOf(name, report.at, fact, context);
  if (!set) return report;
  const line = positionAt(span.source, span.start).line;
  return {
    ...report,
    at: set,
    related: [{ at: report.at, message: `used in line ${line}` }, ...(report.related ?? [])],
  };
}

/** The value in the same text that gives the variable what it has here. */
function assignmentOf(name: string, at: Token, fact: Fact, { factsOf }: RuleContext): Token | undefined {
  const sets = factsOf(fact.document).filter((other): other is EnvFact => other.kind === 'env' && other.name === name);
  const first = at.text.split(/\s/)[0] ?? at.text;
  return (sets.find((other) => writes(other, at.text)) ?? sets.find((other) => writes(other, first)))?.value;
}

/** The characters of the assignment have the text in them, also as a default: `${SOCK:-/var/run/docker.sock}`. */
function writes({ value }: EnvFact, text: string): boolean {
  if (!value?.text.includes(text)) return false;
  return spanText(value.view.root(value.start, value.end).span).includes(text);
}
