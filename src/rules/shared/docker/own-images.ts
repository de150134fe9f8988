/** Images that a script itself handles with Docker: what it pulls, how it names them, what it pushes on. */
import type { Document } from '../../../model/document.ts';
import { once } from '../../../text/once.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, isDockerProgram, readDockerCommand } from './command.ts';
import { nameAsWritten } from './names.ts';

interface Handled {
  readonly brings: boolean;
  readonly pulled: ReadonlySet<string>;
  readonly pushed: ReadonlySet<string>;
}

/** The script pushes these images on, under these names or under others that it gives them: it fills a registry. */
export function arePushed({ operands }: DockerCommand, document: Document, context: RuleContext): boolean {
  const { pushed } = handled(document, context);
  return operands.length > 0 && operands.every((image) => pushed.has(nameAsWritten(image)));
}

/** The script brought these images itself. */
export function arePulled({ operands }: DockerCommand, document: Document, context: RuleContext): boolean {
  const { pulled } = handled(document, context);
  return operands.length > 0 && operands.every((image) => pulled.has(nameAsWritten(image)));
}

/** The script pulls or loads images with Docker. */
export function bringsImages(document: Document, context: RuleContext): boolean {
  return handled(document, context).brings;
}

const handled = once((document: Document, { factsOf }: RuleContext): Handled => {
  const pulled = new Set<string>();
  const pushed = new Set<string>();
  const names: (readonly [string, string])[] = [];
  let brings = false;
  for (const fact of factsOf(document)) {
    const command =
      fact.kind === 'command' && isDockerProgram(fact.program) ? readDockerCommand(fact.words) : undefined;
    const images = command?.operands.map((image) => nameAsWritten(image)) ?? [];
    const [from, to] = images;
    if (command?.row.purpose === 'pull' || command?.row.purpose === 'load') brings = true;
    if (command?.row.purpose === 'pull') for (const image of images) pulled.add(image);
    if (command?.row.purpose === 'push') for (const image of images) pushed.add(image);
    if (command?.row.purpose === 'tag' && from !== undefined && to !== undefined) names.push([from, to]);
  }
  for (const [from, to] of names) {
    if (pushed.has(to)) pushed.add(from);
    if (pulled.has(from)) pulled.add(to);
  }
  return { brings, pulled, pushed };
});
