/** Finds the flags of a table among the facts, bound to the kubelet and to no other program. */
import { FLAG_FIELDS, type FlagRow, OTHER_OWNERS } from '../../data/flags.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import { isHandedOn } from '../../languages/conditions/handed-on.ts';
import type { Token } from '../../model/document.ts';
import type { Fact, FlagFact, SettingFact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { spanOf } from '../../text/placed.ts';
import { hasHole } from '../../text/view.ts';
import type { ReportFix, RuleContext } from '../rule.ts';
import { authorsText } from './docker/typed.ts';
import { spanning } from './fixes.ts';
import { isOfWrongKind } from './kubeadm.ts';
import { onWindows, WINDOWS_CONFIGURATION } from './platform.ts';
import { entryRemoval, itemRemoval, removal } from './removals.ts';
import { lastKey } from './settings.ts';
import { quoted, sentence } from './words.ts';

export interface FlagHit {
  readonly row: FlagRow;
  readonly value: Token | undefined;
}

/** Names too common to be taken for the kubelet's where the program is not known. */
const COMMON = new Set(['docker', 'container-runtime', 'docker-only', 'docker-root']);

export function kubeletFlag(fact: Fact, rows: readonly FlagRow[], context: RuleContext): FlagHit | undefined {
  if (fact.kind === 'flag') {
    const row = rows.find((one) => one.flag === fact.name);
    return row && isKubelets(fact, context) ? { row, value: fact.value } : undefined;
  }
  if (fact.kind !== 'setting') return undefined;
  const row = rows.find((one) => one.flag === FLAG_FIELDS.get(lastKey(fact)));
  return row && isKopsKubelet(fact) ? { row, value: fact.value } : undefined;
}

function isKubelets(fact: FlagFact, context: RuleContext): boolean {
  if (fact.program === 'kubelet') return !(fact.carrier === 'map' && isOfWrongKind(fact));
  if (fact.program !== 'unknown' || OTHER_OWNERS.includes(fact.program) || COMMON.has(fact.name)) return false;
  return context.placementOf(fact).place === 'node' && !fact.document.view.text.includes('cri-dockerd');
}

/** kOps writes flags of the kubelet as fields of `spec.kubelet`, `spec.masterKubelet`. */
function isKopsKubelet(fact: SettingFact): boolean {
  return fact.path.some((key) => /^(kubelet|masterKubelet|controlPlaneKubelet)$/.test(key));
}

/** The kubelet stops at the name, whatever a template writes behind it; where nobody fills it in, there is no name either. */
export function knownByName<T extends FlagFact | SettingFact>(fact: T, { row, value }: FlagHit): T {
  const isWritten = isNameWritten(fact, row.flag) && !(value && isHandedOn(spanOf(value)));
  return isWritten && fact.certainty === 'partial' ? { ...fact, certainty: 'resolved' } : fact;
}

function isNameWritten({ at }: Fact, flag: string): boolean {
  return at.text.replace(/^--/, '').replaceAll('_', '-').startsWith(flag);
}

/** Deleting a flag with its value is safe where the value says what the runtime does anyway. */
export function deletion(fact: Fact, { row, value }: FlagHit, target: Target): ReportFix | undefined {
  if (RUNTIMES[target.runtime].keepsDocker && row.criDockerd) return undefined;
  const isDefault = row.deletable === 'any' || row.deletable.includes(value?.text ?? '');
  if (!isDefault && row.goesWith === undefined) return undefined;
  const safety = isDefault ? 'safe' : 'unsafe';
  if (fact.kind === 'setting') return entryRemoval(fact.value, safety);
  if (fact.kind !== 'flag') return undefined;
  if (fact.carrier === 'map') return entryRemoval(fact.at, safety) ?? pairRemoval(fact, safety);
  const at = flagWithValue(fact);
  return at && removal(at, safety);
}

/** `- name: network-plugin` with its `value`, as kubeadm writes arguments since v1beta4. */
function pairRemoval({ name, at, value }: FlagFact, safety: ReportFix['safety']): ReportFix | undefined {
  const edit = value && itemRemoval(at, new RegExp(`name:\\s*["']?${name}["']?\\s*\\n\\s*value:`));
  return edit && { ...edit, safety };
}

/** `--flag=value`, or `--flag value` where both stand in one text. */
export function flagWithValue({ at, value }: FlagFact): Token | undefined {
  if (!at.text.startsWith('--')) return undefined;
  if (at.text.includes('=')) return at;
  return value && !hasHole(value.text) ? spanning(at, value) : undefined;
}

/** Below the version that breaks the line the words say from when on. */
export function kubeletFrom(removed: number, { minor }: Target): string {
  return minor < removed ? `From Kubernetes 1.${removed} on the kubelet` : 'The kubelet';
}

/** What does the flag's work now, in the words of the line: kOps writes it as a key. */
export function flagAdvice(fact: Fact, { row, value }: FlagHit, target: Target): string {
  const written = value && (isCut(value) ? '' : authorsText(value));
  const text = rowAdvice(row, value, target, onWindows(fact), written);
  return fact.kind === 'setting' ? text.replace(/\bDelete the flag\b/, `Delete ${lastKey(fact)}`) : text;
}

/** A statement of a template stands in the value, which goes on behind it: `{{ host }}{% if port %}:{{ port }}{% endif %}/pause`. */
function isCut(value: Token): boolean {
  const { source, end } = spanOf(value);
  return source.text.startsWith('{%', end);
}

export function rowAdvice(
  row: FlagRow,
  value: Pick<Token, 'text'> | undefined,
  target: Target,
  windows = false,
  written = value?.text,
): string {
  const redundant = row.deletable !== 'any' && row.deletable.includes(value?.text ?? '');
  if (RUNTIMES[target.runtime].keepsDocker && row.criDockerd)
    return `Move ${quoted(`--${row.flag}`)} from the kubelet to cri-dockerd, which takes a flag of that name`;
  if (redundant && row.flag === 'container-runtime')
    return 'Delete the flag: since Kubernetes 1.24 there is no other value';
  if (redundant) return `Delete the flag: the runtime uses ${quoted(value?.text ?? 'this value')} by default`;
  const isKnown = written !== undefined && written !== '' && !/["\n\uE000]/.test(written);
  const text = filledIn(
    target.runtime === 'cri-o' ? (row.insteadCrio ?? row.instead) : row.instead,
    isKnown ? written : undefined,
  );
  if (!windows) return sentence(text);
  // Defaults that are told are those of Linux.
  return sentence(
    text.replace(RUNTIMES.containerd.configuration, WINDOWS_CONFIGURATION).replace(/ \(default [^()]*\)/, ''),
  );
}

/** The words of a row with the value that stands here, as the file of the runtime writes one. */
function filledIn(instead: string, written: string | undefined): string {
  return instead.replace(/\{(value|list|number)\}/g, (_, kind: string) => {
    if (written === undefined) return '';
    if (kind === 'number') return /^\d{1,6}$/.test(written) ? `: ${written}` : '';
    if (kind === 'value') return ` = ${inToml(written)}`;
    return ` = [${written.split(',').map(inToml).join(', ')}]`;
  });
}

/** In double quotes a backslash begins an escape, and `"c:\\k"` is no TOML. https://toml.io/en/v1.0.0#string */
function inToml(text: string): string {
  return text.includes('\\') && !text.includes("'") ? `'${text}'` : `"${text}"`;
}
