/** What a service of the node says that it needs before it starts, and whether that service is the kubelet. */
import type { Cause } from '../../judge.ts';
import type { Document, Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';

/** The place where a service needs Docker. */
export interface Need {
  readonly cause: Cause;
  readonly at: Token;
}

/** `nssm set kubelet DependOnService docker`, `sc.exe config kubelet depend= docker`, `New-Service kubelet -DependsOn docker`. */
export function neededBy(fact: CommandFact): Need | undefined {
  const program = fact.program.toLowerCase();
  if (program === 'need') return neededByOpenRc(fact);
  if (!/^(?:nssm|sc|(?:new|set)-service)$/.test(program)) return undefined;
  const key = fact.words.findIndex(({ text }) => /^(dependonservice|depend=|-dependson)$/i.test(text));
  const at = key < 0 ? undefined : fact.words.slice(key + 1).find(({ text }) => /^docker$/i.test(text));
  return at && { cause: causeFor(fact.words.some(({ text }) => /kubelet/i.test(text))), at };
}

/** `need docker` of a service of OpenRC, which does not start before what it needs: https://github.com/OpenRC/openrc/blob/master/service-script-guide.md */
function neededByOpenRc({ document, words }: CommandFact): Need | undefined {
  if (!OPENRC.test(document.view.text.slice(0, 200))) return undefined;
  const at = words.slice(1).find(({ text }) => text === 'docker');
  return at && { cause: needCause(document), at };
}

const OPENRC = /^#![^\n]*\b(?:openrc-run|runscript)\b/;

/** The cause for what a unit or a script of a service needs; of the kubelet where its file or `name` says so. */
export function needCause({ path, target = '' }: Document, name = ''): Cause {
  return causeFor(/kubelet/.test(`${name} ${target} ${path}`));
}

function causeFor(isKubelet: boolean): Cause {
  return isKubelet ? 'docker-service-unit/kubelet-requires' : 'docker-service-unit/requires';
}
