/** Scripts that end where there is no docker: `command -v docker || exit 1`. */

import { SERVICE_PROGRAMS } from '../../data/units.ts';
import { isOtherTool } from '../../languages/shell/guards.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact, Fact } from '../../model/fact.ts';
import { spanOf } from '../../text/placed.ts';
import { lineText, positionAt, type Span } from '../../text/source.ts';
import type { Report, RuleContext } from '../rule.ts';
import { isDockerProgram } from './docker/command.ts';
import { firstBy } from './documents.ts';
import { reportAt } from './reports.ts';
import { noDocker } from './words.ts';

const ENDS = /^(?:exit|die|fatal|fail|err_exit|error_exit|abort)$/;
const LONGEST_LINE = 400;
const LONGEST_BRANCHES = 4000;

/** The first line that ends the script because there was nothing where it asked for docker. */
export function checkRequired(fact: CommandFact, context: RuleContext): Report | undefined {
  const asked = testBefore(fact);
  if (!asked || !isFirst(fact, context) || context.placementOf(fact).engine?.kind === 'own') return undefined;
  const words = {
    message: 'This ends the script on a node without `docker`',
    ...noDocker(context.target, 'it checks for the docker program'),
    instead:
      'Ask for the tool that the script calls in its place (crictl, ctr, nerdctl), or delete the test with the last docker command',
  };
  return { ...reportAt(fact, 'docker-cli-command/required', words, asked), conditions: [] };
}

const isFirst = firstBy((fact) => (testBefore(fact) ? '' : undefined));

/** What asked for docker, where the fact ends the script without it. */
function testBefore(fact: Fact): Token | undefined {
  if (fact.kind !== 'command' || !endsWithError(fact) || fact.conditions.length > 1) return undefined;
  const asked = fact.conditions.find(({ kind, holds }) => kind === 'presence' && !holds);
  // `docker version || exit 1`: told at docker.
  if (fact.statement.commands.some((one) => isDockerProgram(one.program) && one.onFailure === 'gives-up'))
    return undefined;
  // `systemctl is-active docker || exit 1`: told at the unit.
  if (asked && isAskedOfUnit(asked.at)) return undefined;
  // The same test may be content with another tool.
  if (!asked || wordsAround(asked.at).some(isOtherTool)) return undefined;
  return asksNext(spanOf(asked.at), spanOf(fact.at)) ? undefined : asked.at;
}

function isAskedOfUnit(asked: Token): boolean {
  const { source, start } = spanOf(asked);
  const words = lineText(source, positionAt(source, start).line)
    .slice(0, LONGEST_LINE)
    .split(/[^\w.-]+/);
  return SERVICE_PROGRAMS.some(({ program }) => words.includes(program));
}

/** `elif command -v podman` between the test and the end of the script, or another question, as whether the install of docker failed. */
function asksNext(test: Span, end: Span): boolean {
  if (test.source !== end.source || end.start < test.end) return false;
  const between = test.source.text.slice(test.end, Math.min(end.start, test.end + LONGEST_BRANCHES));
  if (/\$\?|^[ \t]*if\b/m.test(between)) return true;
  return [...between.matchAll(/^[ \t]*elif\b(.{0,200})/gm)].some(([, rest = '']) =>
    rest.split(/[^\w-]+/).some(isOtherTool),
  );
}

/** The words of the line of the test, and of the next one. */
function wordsAround(at: Token): readonly string[] {
  const { source, start } = spanOf(at);
  const from = Math.max(source.text.lastIndexOf('\n', start) + 1, start - LONGEST_LINE);
  const lines = source.text.slice(from, start + LONGEST_LINE).split('\n', 2);
  return lines.flatMap((line) => line.split(/[^\w-]+/));
}

function endsWithError({ program, words, site }: CommandFact): boolean {
  return ENDS.test(program) && site?.kind !== 'container' && words[1]?.text !== '0';
}
