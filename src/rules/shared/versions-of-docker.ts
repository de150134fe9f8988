/** Variables that hold the version of Docker Engine which a tool or script installs. */
import type { Document, Token } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';

const NAME = /^docker_?(?:(?:ce|ee|engine|cli|containerd|apt|yum|package|pkg)_?){0,2}version$/i;
const VERSION = /^(?:\d+:)?v?\d+(?:\.\d+)+|^latest$/;
const CHOICE = /^(?:\w{1,40}_)?container_?(?:runtime|engine|manager)$/i;

/** `docker_version: 20.10.7`, `$DockerVersion = "19.03"`. */
export function isVersionOfDocker(fact: Fact): boolean {
  const value = writtenIn(fact);
  return value !== undefined && NAME.test(nameOf(fact)) && VERSION.test(value.text);
}

function nameOf(fact: Fact): string {
  if (fact.kind === 'env') return fact.name;
  return fact.kind === 'setting' ? (fact.path.at(-1) ?? '') : '';
}

function writtenIn(fact: Fact): Token | undefined {
  return fact.kind === 'env' || fact.kind === 'setting' ? fact.value : undefined;
}

export const versionsOfDocker = once((document: Document, { factsOf }: RuleContext): readonly Fact[] =>
  factsOf(document).filter(isVersionOfDocker),
);

/** The document itself chooses Docker as the runtime: its version goes with the choice. */
export const choosesDockerItself = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => CHOICE.test(nameOf(fact)) && writtenIn(fact)?.text === 'docker'),
);
