import type { Document } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { Source, Span } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { Report, RuleContext } from '../rule.ts';
import { type DockerCommand, dockerCommandOf, valuesOf } from './docker/command.ts';
import { typedWord } from './docker/typed.ts';
import { reportAt } from './reports.ts';
import { noDocker } from './words.ts';

export function checkMinikube(fact: CommandFact, context: RuleContext): Report | undefined {
  const { target } = context;
  const words = fact.words.slice(1).map((word) => word.text);
  const dockerEnv = words.includes('docker-env');
  const named = fact.words[words.indexOf('add') + 2];
  if (!dockerEnv && !(words.includes('cache') && words.includes('add'))) return undefined;
  return reportAt(fact, 'node-local-image-build/minikube-env', {
    message: dockerEnv
      ? 'minikube docker-env builds into the Docker Engine of the node, which newer clusters do not have'
      : 'minikube cache add goes through Docker',
    ...noDocker(target, 'the command needs dockerd'),
    instead: dockerEnv
      ? `Use ${broughtBehind(fact, context) ?? IN_MINIKUBE}`
      : `Use minikube image load ${named ? typedWord(named, 'NAME').typed : 'NAME'}`,
  });
}

/** What is loaded or pulled behind `eval $(minikube docker-env)` is told there. */
export function isInMinikube({ at, document }: CommandFact, context: RuleContext): boolean {
  const { source, start } = spanOf(at);
  const first = firstInMinikube(document, context).get(source);
  return first !== undefined && first < start;
}

/** Where each source of a document first goes to the engine of minikube. */
const firstInMinikube = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<Source, number> => {
  const first = new Map<Source, number>();
  for (const fact of factsOf(document)) {
    if (fact.kind !== 'command' || fact.program !== 'minikube') continue;
    if (!fact.words.some(({ text }) => text === 'docker-env')) continue;
    const { source, start } = spanOf(fact.at);
    first.set(source, Math.min(start, first.get(source) ?? start));
  }
  return first;
});

const IN_MINIKUBE = 'minikube image build -t NAME . or minikube image load NAME';

/** `eval $(minikube docker-env)`, and what is built or loaded next: minikube takes both without its environment. */
function broughtBehind(fact: CommandFact, context: RuleContext): string | undefined {
  const own = spanOf(fact.at);
  const words = broughtInto(fact.document, context).find(
    ({ span }) => span.source === own.source && span.start >= own.start,
  )?.words;
  return words === undefined || hasHole(words) ? undefined : words;
}

const broughtInto = once((document: Document, { factsOf }: RuleContext): readonly Brought[] =>
  factsOf(document)
    .flatMap((fact): readonly Brought[] => {
      const command = dockerCommandOf(fact);
      const words = command && wordsForMinikube(command);
      return words ? [{ span: spanOf(fact.at), words }] : [];
    })
    .slice(0, MOST_BROUGHT),
);

interface Brought {
  readonly span: Span;
  readonly words: string;
}

/** More are not looked through for each `docker-env`. */
const MOST_BROUGHT = 200;

function wordsForMinikube(command: DockerCommand): string | undefined {
  const input = valuesOf(command, 'input').at(-1);
  if (command.row.purpose === 'load') return input && `minikube image load ${typedWord(input, 'FILE').typed}`;
  const [folder] = command.operands;
  const tag = valuesOf(command, 'tag').at(-1);
  if (!/^(?:image |buildx )?build$/.test(command.subcommand) || !folder || !tag) return undefined;
  if (command.options.some(({ name }) => !/^(?:tag|file|force-rm|rm|no-cache|pull|quiet|progress)$/.test(name)))
    return IN_MINIKUBE;
  const file = valuesOf(command, 'file').at(-1);
  const from = file ? ` -f ${typedWord(file, 'FILE').typed}` : '';
  return `minikube image build -t ${typedWord(tag, 'NAME').typed}${from} ${typedWord(folder, '.').typed}`;
}
