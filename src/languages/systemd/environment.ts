/** Environment variables that carry options of a daemon: KUBELET_EXTRA_ARGS, DOCKER_OPTS and their kin. */
import { DAEMON_BY_PATH, DAEMON_BY_VARIABLE, type Daemon, flagCarrier } from '../../data/flag-carriers.ts';
import type { Document, Token } from '../../model/document.ts';
import type { EnvFact, Fact, FlagFact } from '../../model/fact.ts';
import { cutToken, readFlags } from '../flags.ts';
import { certaintyOf, envFact, flagFact } from '../text/facts.ts';
import { unitWords } from './unit.ts';

/** The daemon that a unit or an environment file is for, from its path. */
export function daemonOfPath(path: string): Daemon | undefined {
  const tail = path.toLowerCase().split('/').slice(-2).join('/');
  return DAEMON_BY_PATH.find(([pattern]) => pattern.test(tail))?.[1];
}

/** The variable itself, then the options in its value. */
export function environmentFacts(
  document: Document,
  name: Token,
  value: Token,
  daemon: Daemon | undefined,
): readonly Fact[] {
  const env: EnvFact = envFact(document, name, value);
  const program =
    flagCarrier(name.text) ??
    DAEMON_BY_VARIABLE.find(([pattern]) => pattern.test(name.text))?.[1] ??
    daemon ??
    'unknown';
  return [env, ...optionFacts(document, program, value)];
}

/** `--name=value`, `--name value` and `-x value` in a text of options. */
export function optionFacts(document: Document, program: string, value: Token): readonly FlagFact[] {
  if (!/(?:^|[\s"'])-/.test(value.text)) return [];
  return readFlags(program, unitWords(value), cutToken).map((flag) =>
    flagFact(document, flag, 'environment', { certainty: certaintyOf(`${flag.at.text}${flag.value?.text ?? ''}`) }),
  );
}
