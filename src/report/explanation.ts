/** The answer to `explain FILE:LINE`, for a person: what was found on the line and which step decided what is said. */
import { type Step, stepsOf } from '../judge.ts';
import type { Condition } from '../model/condition.ts';
import type { EngineEvidence, Evidence, Placement } from '../model/place.ts';
import type { Explanation, FactThere, Judged, Outcome } from '../stages/explaining.ts';
import { lineKey, lineText, positionAt } from '../text/source.ts';
import { oneLine, withoutHoles } from './escape.ts';
import { certaintyText, conditionText, factText, siteText } from './facts.ts';
import { evidenceText } from './reasons.ts';
import { createStyle, type Style } from './style.ts';
import { wrap } from './width.ts';
import { activationText, noteLine, placeText } from './words.ts';

interface ExplanationOptions {
  readonly color: boolean;
  readonly width: number;
  readonly pathOf: (path: string) => string;
}

export function renderExplanation(explanation: Explanation, options: ExplanationOptions): string {
  const { source, line, judgements, facts, notes, shownBy } = explanation;
  const style = createStyle(options.color, false);
  const { pathOf } = options;
  const blocks: string[][] = [
    [
      `${style.paint('strong', oneLine(pathOf(source.path)))}:${line}`,
      `${style.paint('dim', `${line} │`)} ${oneLine(lineText(source, line).slice(0, options.width))}`.trimEnd(),
    ],
    ...judgements.map((judged) => judgementLines(judged, options, style)),
  ];
  if (judgements.length === 0) blocks.push(silenceLines(explanation, options, style));
  if (facts.length > 0)
    blocks.push([style.paint('strong', 'Read on this line'), ...facts.flatMap((one) => factLines(one, options))]);
  if (shownBy.length > 0) {
    const places = shownBy.map(({ rule, span }) => {
      const at = `${pathOf(span.source.path)}:${positionAt(span.source, span.start).line}`;
      return `  ${rule} at ${oneLine(at)}`;
    });
    blocks.push([style.paint('strong', 'Shown with findings elsewhere'), ...places]);
  }
  const remarks = notes.map((note) => {
    const at = noteLine(note);
    return `note${at === undefined ? '' : ` on line ${at}`}: ${oneLine(note.message)}`;
  });
  if (remarks.length > 0) blocks.push(remarks);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function judgementLines({ weighed, outcome }: Judged, options: ExplanationOptions, style: Style): string[] {
  const { rule, report, judged, activation, placement, severity } = weighed;
  const head = severity === 'off' ? style.paint('dim', 'nothing said') : style.paint(severity, severity);
  const { target } = judged;
  const rows: (readonly [string, readonly string[]])[] = [
    ['cause', [report.cause]],
    ['place', placeLines(placement, report.site ? siteText(report.site) : undefined)],
    ['conditions', judged.conditions.length === 0 ? ['none'] : judged.conditions.map(conditionLine)],
    ['activation', [activationText(activation, options.pathOf)]],
    ['certainty', [certaintyText(report.certainty)]],
    ['target', [`${target.runtime}, Kubernetes 1.${target.minor}`]],
    ['decided by', stepsOfJudgement(weighed)],
    ['result', [outcomeText(outcome)]],
  ];
  return [
    `${head} ${style.paint('strong', rule)}`,
    ...wrap(oneLine(withoutHoles(report.message)), options.width),
    ...rows.flatMap(([name, texts]) => rowLines(name, texts, options, style)),
  ];
}

const COLUMN = 14;

function rowLines(name: string, texts: readonly string[], options: ExplanationOptions, style: Style): string[] {
  const lines = texts.flatMap((text) => wrap(oneLine(withoutHoles(text)), Math.max(30, options.width - COLUMN)));
  return lines.map((text, index) =>
    index === 0 ? `  ${style.paint('dim', name.padEnd(COLUMN - 2))}${text}` : `${' '.repeat(COLUMN)}${text}`,
  );
}

/** The place, the site it is of, then every piece of evidence, and what the evidence is too weak for. */
function engineText({ kind, isBeside }: EngineEvidence): string {
  if (kind === 'adapter') return 'the kubelet uses Docker Engine through cri-dockerd there';
  return isBeside
    ? 'the kubelet has a runtime of its own there, so any Docker Engine is beside it'
    : 'the machine gets a Docker Engine of its own';
}

function placeLines({ place, evidence, atMost, engine }: Placement, site: string | undefined): string[] {
  return [
    `${placeText(place)}${site === undefined ? '' : ` (${site})`}`,
    ...evidence.map(evidenceLine),
    ...(evidence.length === 0 ? ['nothing in the repository says where it runs'] : []),
    ...(atMost === undefined ? [] : [`the evidence is weak: ${atMost} at most`]),
    ...(engine ? [`${engineText(engine)} (${lineKey(engine.span)})`] : []),
  ];
}

function evidenceLine(evidence: Evidence): string {
  const file = evidence.kind === 'action' ? ` (${lineKey(evidence.span)})` : '';
  return `${evidenceText(evidence)}${file}`;
}

function conditionLine(condition: Condition): string {
  const { view, start, end } = condition.at;
  return `${conditionText(condition)} (${lineKey(view.root(start, end).span)})`;
}

/** `the row docker-cli-command says error for node`, then what changed it. */
function stepsOfJudgement({ report, judged, configured }: Judged['weighed']): string[] {
  return [
    ...stepsOf(judged).map(({ by, level }) =>
      by === 'cell'
        ? `row ${report.cause} of the judging table, column ${judged.place}: ${level}`
        : `${STEPS[by]}: ${level}`,
    ),
    ...(configured === undefined ? [] : [`the configuration sets the rule here: ${configured}`]),
  ];
}

const STEPS: Readonly<Record<Exclude<Step['by'], 'cell'>, string>> = {
  'node-keeps-docker': 'the node keeps Docker Engine',
  'not-yet-removed': 'the Kubernetes version still has it',
  'not-by-default': 'not on by default',
  'packed-and-off': 'packed by somebody else, and not on by default',
  'weak-evidence': 'the evidence for the place is weak',
  condition: 'the condition keeps it from where it would break',
  'partly-known': 'a part of the line is not known',
  polarity: 'the line removes or excludes it',
};

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'reported':
      return `reported: ${outcome.finding.severity}, confidence ${outcome.finding.confidence}`;
    case 'suppressed':
      return `suppressed by ${SUPPRESSORS[outcome.suppressed.by]}: ${outcome.suppressed.reason}`;
    case 'covered':
      return `not reported: ${outcome.by} says it about the same text`;
    case 'shown':
      return `not reported here: shown with ${lineKey(outcome.with.span)}`;
    case 'silent':
      return 'not reported';
    case 'configured':
      return 'not reported: the configuration switches the rule off here';
    case 'merged':
      return 'not reported: another report of the rule on the same text is';
    case 'elsewhere':
      return 'not reported here: what the chart does with the value decides';
    default:
      return outcome satisfies never;
  }
}

const SUPPRESSORS = { comment: 'a comment', configuration: 'the configuration', baseline: 'the baseline' } as const;

/** Why nothing is said: the file is not read, nothing was recognised, or no rule objects. */
function silenceLines({ reading, facts, places }: Explanation, options: ExplanationOptions, style: Style): string[] {
  const [first] = places;
  const where = first ? rowLines('place', placeLines(first.placement, undefined), options, style) : [];
  return [
    style.paint('strong', 'Nothing is reported on this line'),
    ...wrap(silence(reading, facts), options.width),
    ...where,
  ];
}

function silence(reading: Explanation['reading'], facts: readonly FactThere[]): string {
  switch (reading) {
    case 'no-words':
      return 'The file has none of the words that rules look for, so it was not parsed.';
    case 'no-reader':
      return 'Files of this kind are not read.';
    case 'read':
      return facts.length === 0
        ? 'No command, flag, variable, path, image, setting or package was recognised here.'
        : 'No rule objects to what was read here.';
    default:
      return reading satisfies never;
  }
}

function factLines({ fact }: FactThere, options: ExplanationOptions): string[] {
  const more = [
    ...(fact.polarity === 'uses' ? [] : [POLARITIES[fact.polarity]]),
    ...(fact.site ? [siteText(fact.site)] : []),
    ...fact.conditions.map(conditionText),
    ...(fact.certainty === 'literal' ? [] : [certaintyText(fact.certainty)]),
  ];
  const text = `${fact.kind.padEnd(8)} ${factText(fact)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
  return wrap(oneLine(text), Math.max(30, options.width - 2)).map((line, index) =>
    index === 0 ? `  ${line}` : `  ${' '.repeat(9)}${line}`,
  );
}

const POLARITIES = {
  removes: 'removed here',
  excludes: 'excluded here',
  probes: 'only asked about',
  defines: 'defined, not run',
} as const;
