/** A kubelet that docker runs: no other engine takes its place, because the kubelet now starts the containers of the node itself. */
import { UNIT_OF_KUBELET } from '../../../data/docker-cli/kubelet-unit.ts';
import { RUNTIMES } from '../../../data/runtimes.ts';
import type { CommandFact } from '../../../model/fact.ts';
import type { Target } from '../../../model/target.ts';
import { baseName } from '../../../text/path.ts';
import { spanOf } from '../../../text/placed.ts';
import { spanText } from '../../../text/source.ts';
import { type DockerCommand, readDockerCommand } from './command.ts';

const OWN_IMAGE = /(?:^|\/)kubelet(?:-\w+)?(?:[:@]|$)/;
const NAMED = /(?:^|[^\w/])(?:kubelet|hyperkube)(?![\w.])/;

const COPIES = /(?:^|\/)(?:sh|bash|cp|cat|tar)$/;

/** `docker run … hyperkube kubelet`, or an image that is called after it. */
function runsKubelet({ row, options, operands: [image, ...inner] }: DockerCommand): boolean {
  if (row.purpose !== 'run' && row.purpose !== 'create') return false;
  // `--entrypoint=sh … -c 'cp /usr/bin/kubelet /opt'` only takes a file out of the image.
  const entry = options.find(({ name }) => name === 'entrypoint')?.value?.text;
  if ((entry !== undefined && baseName(entry) !== 'kubelet') || COPIES.test(inner[0]?.text ?? '')) return false;
  return OWN_IMAGE.test(image?.text ?? '') || inner.slice(0, 2).some(({ text }) => baseName(text) === 'kubelet');
}

/** The command whose option a path is. */
export function isOptionOfKubelet(command: CommandFact | undefined): boolean {
  const docker = command && readDockerCommand(command.words);
  return docker !== undefined && runsKubelet(docker);
}

/** What is done with the container of a kubelet, in words: it is on the node, and in no container. */
export function kubeletAdvice(command: DockerCommand, { document }: CommandFact, target: Target): string | undefined {
  const moved = `${onNode(target)}, and delete this line`;
  if (runsKubelet(command)) return moved;
  const [from, ...others] = command.operands;
  if (!from) return undefined;
  const ofUnit = from.text === 'kubelet' && others.length === 0 ? UNIT_OF_KUBELET.get(command.row.purpose) : undefined;
  // A unit that stops the container of the kubelet is the one that starts it, and cannot wait for itself to stop.
  if (ofUnit !== undefined) return document.language === 'systemd' ? moved : ofUnit;
  if (command.row.purpose !== 'copy') return undefined;
  const written = spanText(spanOf(from)).slice(0, 400);
  const container = /^[^:]*/.exec(from.text)?.[0] ?? '';
  const isKubelets = NAMED.test(container) || (/^["']?(?:\$\(|`)/.test(written) && NAMED.test(written));
  return isKubelets
    ? 'take the file from the package of the kubelet, or from https://dl.k8s.io: no container holds it any more'
    : undefined;
}

export function onNode({ runtime }: Target): string {
  return `run the kubelet on the node itself, with its package, kubelet.service and --container-runtime-endpoint=unix://${RUNTIMES[runtime].socket}`;
}
