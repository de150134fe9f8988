/** Says in the tools of the node's runtime what a docker command asks for, or that nothing there does it. */
import type { Token } from '../../../model/document.ts';
import type { TargetRuntime } from '../../../model/target.ts';
import { type DockerCommand, hasOption, valuesOf } from './command.ts';
import { containerId, isId } from './containers.ts';
import { type Found, type ImageTools, lostOptions } from './found.ts';
import { imageAnswer } from './images.ts';
import { containerAnswer } from './lifecycle.ts';
import { type Listing, listContainers, listImages } from './lists.ts';
import { runAnswer } from './run.ts';
import { inspectTemplate } from './templates.ts';
import { templateText, typedWord } from './typed.ts';

export interface Answer {
  /** Does what the docker command did, and nothing beyond that; undefined where no command does. */
  readonly command: string | undefined;
  /** How it differs, each a clause. */
  readonly notes: readonly string[];
  /** What else serves. */
  readonly otherwise: string;
}

export interface Nodes {
  readonly runtime: TargetRuntime;
  readonly os: 'linux' | 'windows';
}

/** Programs that a Windows node does not have. */
const UNIX_ONLY = /(?:^|\| )(?:jq|grep|xargs|gunzip|xz|zstd|ps|kill|cp|while) |\/proc\//;

export function answerOf(command: DockerCommand, nodes: Nodes): Answer {
  const tools: ImageTools = nodes.runtime === 'cri-o' ? 'podman' : 'ctr';
  const otherwise = nodes.runtime === 'cri-o' ? command.row.otherwise.crio : command.row.otherwise.containerd;
  const { text, notes = [] } = find(command, tools);
  const fits = nodes.os === 'linux' || text === undefined || !UNIX_ONLY.test(text);
  return { command: fits ? text : undefined, notes, otherwise };
}

function find(command: DockerCommand, tools: ImageTools): Found {
  const { purpose } = command.row;
  switch (purpose) {
    case 'none':
      return {};
    case 'list-containers':
      return listed(listContainers(command));
    case 'list-images':
      return listed(listImages(command));
    case 'inspect':
      return inspect(command);
    case 'inspect-image':
      return inspectImage(command, command.operands);
    case 'info':
      return plain('crictl info', command, 'its JSON has other fields');
    case 'version':
      return plain('crictl version', command, 'its output has other fields');
    case 'events':
      return {
        text: 'crictl events',
        notes: [
          ...lostOptions(command, 'crictl events', new Map()),
          ...(hasOption(command, 'since') ? ['it shows what happens from now on'] : []),
        ],
      };
    case 'disk-use':
      return { text: 'crictl imagefsinfo', notes: ['it shows the file system of images only'] };
    case 'run':
    case 'create':
      return runAnswer(command, tools);
    case 'pull':
    case 'load':
    case 'save':
    case 'tag':
    case 'push':
    case 'remove-images':
    case 'prune-images':
    case 'prune-system':
      return imageAnswer(command, purpose, tools);
    case 'prune-containers':
      return hasOption(command, 'filter') || command.options.some(({ known }) => !known)
        ? { notes: ['crictl cannot choose containers by these filters'] }
        : { text: 'crictl ps -a -q --state Exited | xargs -r crictl rm' };
    case 'logs':
    case 'stats':
    case 'top':
    case 'exec':
    case 'attach':
    case 'remove':
    case 'stop':
    case 'kill':
    case 'restart':
    case 'pause':
    case 'unpause':
    case 'wait':
    case 'update':
    case 'copy':
      return containerAnswer(command, purpose, tools);
    default:
      return purpose satisfies never;
  }
}

function listed({ command, lost, notes }: Listing): Found {
  if (lost.length === 0) return { text: command, notes };
  return {
    text: command,
    notes: [`crictl has no ${lost.join(', ')}: the list is longer than docker’s, so remove nothing by it`, ...notes],
  };
}

function plain(text: string, command: DockerCommand, note: string): Found {
  return { text, notes: hasOption(command, 'format') ? [note] : [] };
}

function inspect(command: DockerCommand): Found {
  const type = valuesOf(command, 'type').at(-1)?.text;
  const isImage = (word: Token) => /[/:@]/.test(word.text) && !isId(word.text);
  if (type === 'image' || (type === undefined && command.operands.length > 0 && command.operands.every(isImage)))
    return inspectImage(command, command.operands);
  if (type !== undefined && type !== 'container') return {};
  const ids = command.operands.map((word) => containerId(word, true)).join(' ') || 'CONTAINER';
  const template = templateOf(command);
  const notes = lostOptions(
    command,
    'crictl inspect',
    new Map([
      ['format', ''],
      ['type', ''],
      ['size', ''],
    ]),
  );
  if (template === undefined) return { text: `crictl inspect ${ids}`, notes: [...notes, 'its JSON has other fields'] };
  if (/NetworkSettings|IPAddress/.test(template))
    return {
      text: `crictl inspectp -o go-template --template '{{.status.network.ip}}' "$(crictl inspect -o go-template --template '{{.info.sandboxID}}' ${ids})"`,
      notes: [...notes, 'addresses belong to the pod'],
    };
  const found = inspectTemplate(template);
  if (!found)
    return {
      text: `crictl inspect -o json ${ids}`,
      notes: [...notes, 'its JSON has other fields than the template asks for'],
    };
  return { text: `crictl inspect ${found.options} ${ids}`, notes: [...notes, ...(found.note ? [found.note] : [])] };
}

function templateOf(command: DockerCommand): string | undefined {
  const format = valuesOf(command, 'format').at(-1);
  return format && templateText(format);
}

function inspectImage(command: DockerCommand, operands: readonly Token[]): Found {
  const images = operands.map((word) => typedWord(word, 'IMAGE').typed).join(' ') || 'IMAGE';
  const template = templateOf(command);
  if (template === undefined) return { text: `crictl inspecti ${images}` };
  if (/^\{\{\s*\.I[dD]\s*\}\}$/.test(template))
    return { text: `crictl inspecti -o go-template --template '{{.status.id}}' ${images}` };
  return { text: `crictl inspecti -o json ${images}`, notes: ['its JSON has other fields than the template asks for'] };
}
