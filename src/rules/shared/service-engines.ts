/** Whether the unit of Docker is there, and what in a document runs docker with it. */
import type { Cause } from '../../judge.ts';
import { implies } from '../../model/condition.ts';
import type { Document } from '../../model/document.ts';
import type { CommandFact, Fact, PackageFact } from '../../model/fact.ts';
import { enginePackage } from '../../placing/own-engines.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';
import { isDockerProgram } from './docker/command.ts';

/** Where the repository installs or uses Docker Engine beside the kubelet's runtime, its unit is there. */
export function withEngine(cause: Cause, fact: Fact, context: RuleContext): Cause {
  if (context.placementOf(fact).engine?.kind !== 'own' && !isInstalledWith(fact, context)) return cause;
  switch (cause) {
    case 'docker-service-unit':
    case 'docker-service-unit/fatal':
    case 'docker-service-unit/unit-list':
    case 'docker-service-unit/drop-in':
    case 'docker-service-unit/requires':
    case 'docker-service-unit/order':
    case 'docker-service-unit/harmless':
    case 'docker-service-unit/journal':
      return 'docker-service-unit/own-engine';
    case 'docker-service-unit/engine-unit':
      return context.placementOf(fact).engine?.isBeside ? 'docker-service-unit/own-engine' : cause;
    case 'docker-service-unit/kubelet-requires':
      // The unit runs the kubelet itself as a container of Docker.
      return callsDocker(fact.document) ? 'docker-service-unit/own-engine' : cause;
    default:
      return cause;
  }
}

/** Where Docker is chosen, the same file installs it: the unit is there whenever the line counts. */
function isInstalledWith(fact: Fact, context: RuleContext): boolean {
  return installsIn(fact.document, context).some(
    (install) => install.site?.name === fact.site?.name && implies(fact.conditions, install.conditions),
  );
}

const installsIn = once((document: Document, { factsOf }: RuleContext): readonly PackageFact[] =>
  factsOf(document)
    .filter((fact) => fact.kind === 'package')
    .filter((fact) => fact.conditions.some(({ kind }) => kind === 'runtime') && enginePackage(fact) === 'own')
    .slice(0, MOST_INSTALLS),
);

const MOST_INSTALLS = 20;

export const runsDocker = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(
    (fact) => fact.kind === 'command' && isDockerProgram(fact.program) && fact.onFailure !== 'goes-on' && isStart(fact),
  ),
);

/** A command whose failure fails the unit: `ExecStart=`, `ExecStartPre=`. */
function isStart({ at }: CommandFact): boolean {
  const { source, start } = spanOf(at);
  const before = source.text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  return /(?:^|\n)[ \t]*Exec(?:Start(?:Pre)?|Reload)=(?!-)[^=\n]*(?:\\\n[^=\n]*)?$/.test(before);
}

const LONGEST_BEFORE = 300;

/** Docker is named for more than its unit and options of the kubelet. */
export const callsDocker = once((document: Document) =>
  /docker/i.test(
    document.view.text
      .slice(0, 100_000)
      .replace(/\bdocker\.(?:service|socket)\b|\[\s*["']\w{0,60}docker\w{0,60}["']\s*\]/g, '')
      .replace(/--[\w-]{0,60}docker[\w-]{0,60}(?:=\S*)?|--container-runtime[= ]+docker\b|dockershim/g, ''),
  ),
);
