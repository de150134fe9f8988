/** A container that no kubelet starts: nerdctl beside containerd and podman beside CRI-O take docker's options. */
import type { Token } from '../../../model/document.ts';
import { HOLE } from '../../../text/view.ts';
import type { DockerCommand, DockerOption } from './command.ts';
import { type Found, type ImageTools, lostOptions } from './found.ts';
import { imageName } from './images.ts';
import { typedWord, typedWords } from './typed.ts';

/** Options that docker, nerdctl and podman read alike. */
const SHARED = new Set(
  'rm detach name network net volume env env-file entrypoint privileged pid ipc uts user workdir interactive tty publish hostname cap-add cap-drop restart label memory cpus cpu-shares cpuset-cpus mount read-only tmpfs ulimit security-opt device add-host dns pull platform shm-size sysctl stop-signal stop-timeout pids-limit group-add cidfile init'.split(
    ' ',
  ),
);

export function runAnswer(command: DockerCommand, tools: ImageTools): Found {
  const program = tools === 'ctr' ? 'nerdctl' : 'podman';
  const [image, ...inner] = command.operands;
  const verb = command.row.purpose === 'create' ? 'create' : 'run';
  const lost = command.options.filter(({ name }) => !SHARED.has(name));
  const note = `${program} has to be installed, and the kubelet knows nothing of this container`;
  if (!image || isUnwritten(image)) return {};
  if (lost.length > 0) return { notes: lostOptions(command, program, new Map([...SHARED].map((name) => [name, '']))) };
  const words = [...command.options.map(written), imageName(image), ...typedWords(inner, 'VALUE')];
  return { text: [program, verb, ...words].join(' '), notes: [note] };
}

/** `docker run -d "${args[@]}" app`: a word that may be any number of options, or the image. */
function isUnwritten(image: Token): boolean {
  return HOLES_ONLY.test(image.text) && typedWord(image, '').typed === '';
}

const HOLES_ONLY = new RegExp(`^${HOLE}+$`);

function written({ name, value }: DockerOption): string {
  const option = `--${name === 'net' ? 'network' : name}`;
  if (!value) return option;
  const typed = typedWord(value, name.toUpperCase()).typed;
  return /^(true|false)$/.test(value.text) ? `${option}=${typed}` : `${option} ${typed}`;
}
