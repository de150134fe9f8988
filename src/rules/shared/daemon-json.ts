/** A daemon.json, wherever it stands: its settings by what they matter, and what each of them becomes. */
import type { DaemonRow } from '../../data/daemon-config.ts';
import type { Cause } from '../../judge.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { hasHole } from '../../text/view.ts';
import type { Report, RuleContext } from '../rule.ts';
import { isEmpty, isFirstOfKey, isWritten } from './daemon-contents.ts';
import { adviceOnEach, daemonRow, insteadOf, logLimitsOf, MATTERS, writtenText } from './daemon-options.ts';
import { settingsOf } from './documents.ts';
import { installerPlaces } from './installed-files.ts';
import { reportAt } from './reports.ts';
import { noDocker, quoted } from './words.ts';

/** One finding for a file, at the key that matters most; none where the script that writes the file is reported. */
export function checkDaemonJson(fact: SettingFact, context: RuleContext): Report | undefined {
  if (isWritten(fact.document, context)) return undefined;
  const [main, ...others] = keysOfFile(fact.document, context);
  if (!main || main.setting !== fact) return undefined;
  const key = fact.path[0] ?? '';
  const report = reportKey(fact, key, fact.value, context);
  if (!report) return undefined;
  const places = installerPlaces(fact.document, context);
  const all = [main, ...others].map(({ setting, row }) => advised(setting, row, context));
  if (others.length === 0) return { ...report, instead: all[0]?.advice ?? report.instead, related: places };
  return {
    ...report,
    message: `${report.message}${andMore(others.length)}`,
    instead: adviceOnEach(all),
    related: [...places, ...all.slice(1).map(placeOf)],
  };
}

export function andMore(others: number): string {
  if (others === 0) return '';
  return `; ${others === 1 ? 'one more of its settings stands' : `${others} more of its settings stand`} here`;
}

export interface Advised {
  readonly name: string;
  readonly advice: string;
  readonly at: Token;
}

export function advised(setting: SettingFact, row: DaemonRow, context: RuleContext): Advised {
  return { name: setting.path[0] ?? '', advice: settingAdvice(setting, row, context), at: setting.value };
}

/** Limits of logs are settings of their own inside `log-opts`. */
function settingAdvice(setting: SettingFact, row: DaemonRow, context: RuleContext): string {
  const options =
    setting.path[0] === 'log-opts'
      ? settingsOf(setting.document, context).filter(
          ({ format, path }) => format === 'daemon-json' && path[0] === 'log-opts',
        )
      : [];
  const isList = row.keys.some((key) => LISTS.has(key));
  // `"insecure-registries": {{ registries }}`
  if (isList && setting.path.length === 1 && hasHole(setting.value.text)) {
    const list = writtenText(setting.value);
    return `${insteadOf(row, undefined, context)}; a file for each address${list === '' ? '' : ` of ${list}`}`;
  }
  const advice = logLimitsOf(options, context) ?? insteadOf(row, setting.value, context);
  const others = isList ? othersOf(setting, context) : [];
  return others.length > 0 ? `${advice}; the same for ${others.join(', ')}` : advice;
}

/** Lists of registries, each of which has a file or an entry of its own. */
const LISTS: ReadonlySet<string> = new Set(['registry-mirrors', 'insecure-registries']);

/** What else stands in the list of a setting, as its author wrote it. */
function othersOf(setting: SettingFact, context: RuleContext): readonly string[] {
  const items = settingsOf(setting.document, context).filter(
    ({ format, path, value }) => format === 'daemon-json' && path[0] === setting.path[0] && value.text !== '',
  );
  const others = items.filter((one) => one !== setting).map(({ value }) => writtenText(value));
  return others.every((text) => text !== '') ? [...new Set(others)].slice(0, MOST_OTHERS) : [];
}

const MOST_OTHERS = 8;

export function placeOf({ name, advice, at }: Advised) {
  return { at, message: `${name}: ${advice}` };
}

/** The first setting of each key that dockerd knows, what matters most before the others. */
export const keysOfFile = once((document: Document, context: RuleContext) => {
  const settings = settingsOf(document, context).filter(({ format }) => format === 'daemon-json');
  const known = settings.flatMap((setting) => {
    const row =
      !isEmpty(setting) && isFirstOfKey(setting, context)
        ? daemonRow(setting.path[0] ?? '', setting.value.text)
        : undefined;
    return row ? [{ setting, row }] : [];
  });
  return known.sort((a, b) => MATTERS.indexOf(a.row.matters) - MATTERS.indexOf(b.row.matters));
});

export function reportKey(fact: Fact, key: string, value: Token, context: RuleContext): Report | undefined {
  const row = daemonRow(key, value.text);
  if (!row) return undefined;
  return reportAt(fact, causeOf(row), {
    message: `${quoted(key)} is a setting of dockerd${effectOf(row)}`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead: insteadOf(row, value, context),
  });
}

/** What is worst about several settings together, where one of them concerns pulls or pods. */
export function gravest(rows: readonly DaemonRow[]): Cause | undefined {
  const matters = rows.map((row) => row.matters);
  if (matters.includes('pods')) return 'docker-daemon-config/pods';
  return matters.includes('pulls') ? 'docker-daemon-config/pulls' : undefined;
}

function causeOf(row: DaemonRow): Cause {
  switch (row.matters) {
    case 'pods':
      return 'docker-daemon-config/pods';
    case 'pulls':
      return 'docker-daemon-config/pulls';
    case 'silent':
      return 'docker-daemon-config';
    case 'engine':
      return 'docker-daemon-config/engine';
    default:
      return row.matters satisfies never;
  }
}

function effectOf(row: DaemonRow): string {
  switch (row.matters) {
    case 'pods':
      return ': without it pulls or pods fail';
    case 'pulls':
      return ': without it pulls go to Docker Hub itself';
    case 'silent':
      return ', ignored by every other runtime';
    case 'engine':
      return ' that no other runtime needs';
    default:
      return row.matters satisfies never;
  }
}
