/** The answer for a docker command whose containers or images another command prints: through xargs, a pipe, a loop, a variable. */
import type { Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { type Answer, answerOf, type Nodes } from './answer.ts';
import { type DockerCommand, dockerCommandOf, hasOption } from './command.ts';
import type { Feed } from './feeds.ts';
import { namedByFilter, printsColumn, wordPicked } from './filters.ts';
import { type Listing, listContainers, listImages, listsKubelets } from './lists.ts';
import { authorsText, isPasteable, listOf, templateText, typedWord, UNWRITTEN } from './typed.ts';

/** What `crictl rmi --prune` does less than docker, and nobody misses. */
export const KEEPS_USED_IMAGES = 'it keeps the images that a container uses';

/** Stands for the ids that another command prints, until it is replaced by that command. */
const STAND_IN = 'f'.repeat(64);

/** `kubeadm config images list | xargs -n1 docker pull`: the names come through the pipe. */
export function pulledFromPipe({ wrappers }: CommandFact): string | undefined {
  const xargs = wrappers.at(-1);
  const words = xargs?.program === 'xargs' ? xargs.words.map((word) => authorsText(word)) : [];
  if (words.length === 0 || !words.every((word) => word !== undefined && /^[\w-]+$/.test(word))) return undefined;
  return `\`${words.join(' ')} crictl pull\` behind the same pipe`;
}

/** `BOXES="web db"; docker rm $BOXES`: names in one variable, each of which is looked up. */
export function listedAnswer(command: DockerCommand, nodes: Nodes): Answer | undefined {
  const [first] = command.operands;
  const list = first && EACH.test(command.row.purpose) ? listOf(command.operands) : undefined;
  if (!first || list === undefined) return undefined;
  const answer = answerOf({ ...command, operands: [standInAt(first)] }, nodes);
  if (answer.command === undefined) return answer;
  const all = /^(?:remove|inspect)$/.test(command.row.purpose) ? '-a ' : '';
  const id = `$(crictl ps ${all}-q --latest --name "^$name$")`;
  return { ...answer, command: `for name in ${list}; do ${filledIn(answer.command, id)}; done` };
}

const EACH = /^(?:remove|stop|restart|kill|inspect|pause|unpause)$/;

export function fedAnswer(feed: Feed, command: DockerCommand, nodes: Nodes): Answer {
  const plain = answerOf(standIn(command, feed), nodes);
  const listed = dockerCommandOf(feed.producer);
  const listing = listed && (listed.row.purpose === 'list-images' ? listImages(listed) : listContainers(listed));
  if (!listed || !listing || plain.command === undefined) return { ...plain, command: undefined };
  if (listed.row.purpose === 'list-containers' && listsAllOfKubelet(feed, listed))
    return answerForKubelets(plain, feed, command, hasOption(listed, 'all'));
  if (feed.how === 'filtered' && printsEveryId(feed.producer, listed))
    return answerForAll(plain, feed, command, listed);
  const byName = answerByName(command, listing);
  if (byName) return byName;
  if (/^(?:save|push)$/.test(command.row.purpose)) return doneByName(plain, feed, command, nodes);
  const answer = listing.of === 'pods' ? answerForPods(plain, command) : plain;
  if (answer.command === undefined) return answer;
  if (feed.how === 'filtered' && listing.of === 'images' && printsAlike(listed, listing))
    return listedAlike(answer, command, listing);
  if (feed.how === 'filtered' || listing.lost.length > 0 || !listing.ids) return chosenByHand(answer, feed, listing);
  if (
    command.row.purpose === 'remove-images' &&
    listed.options.every(({ name }) => /^(all|quiet|no-trunc)$/.test(name))
  )
    return { ...plain, command: 'crictl rmi --prune', notes: [KEEPS_USED_IMAGES] };
  return {
    ...answer,
    command: joined(feed, listing.command, answer.command),
    notes: [...listing.notes, ...answer.notes],
  };
}

/** jq prints the columns that the template of docker asks for, so what filters them goes on. */
function printsAlike(listed: DockerCommand, { command, lost, notes }: Listing): boolean {
  return hasOption(listed, 'format') && lost.length === 0 && notes.length === 0 && command.includes(' | jq ');
}

/** A list of names is no choice of things to act on: images are pulled by them, and removed by the kubelet. */
function answerByName({ row }: DockerCommand, { of, ids }: Listing): Answer | undefined {
  if (ids || of === 'pods') return undefined;
  if (row.purpose === 'pull')
    return { command: undefined, notes: [], otherwise: 'pull each image of the list with `crictl pull IMAGE`' };
  return row.purpose === 'remove-images' && of === 'containers'
    ? {
        command: undefined,
        notes: [],
        otherwise: 'drop it: the kubelet removes images that no container uses (imageGCHighThresholdPercent)',
      }
    : undefined;
}

/** ctr and podman save and push images by their names, and nothing is lost by a list that somebody looks at first. */
function doneByName(plain: Answer, feed: Feed, command: DockerCommand, nodes: Nodes): Answer {
  const listed = dockerCommandOf(feed.producer);
  const isAll = listed && listed.operands.length === 0 && (listsAll(listed) || isListOfNames(listed));
  const isPush = command.row.purpose === 'push';
  // One at a time: ctr takes a second name for that of the same image here.
  const each = isPush
    ? plain.command && `for image in $(${NAMES}); do ${filledIn(plain.command, '"$image"')}; done`
    : undefined;
  const done = isAll && plain.command && (isPush ? each : joined(feed, NAMES, plain.command));
  if (done) return { ...plain, command: done };
  const own = answerOf(command, nodes);
  return { ...own, notes: [...own.notes, `\`${NAMES}\` prints the names to choose from`] };
}

function listsAll({ options }: DockerCommand): boolean {
  return (
    options.some(({ name }) => name === 'quiet') && options.every(({ name }) => name === 'quiet' || name === 'no-trunc')
  );
}

function isListOfNames({ options }: DockerCommand): boolean {
  return (
    options.length > 0 &&
    options.every(({ name, value }) => name === 'format' && value && NAME_AND_TAG.test(templateText(value)))
  );
}

const NAME_AND_TAG = /^\{\{\s*\.Repository\s*\}\}:\{\{\s*\.Tag\s*\}\}$/;

const NAMES = "crictl images -o json | jq -r '.images[].repoTags[]'";

/** The two ends of a pipe whose middle stays: `docker images --format … | sort | head | xargs docker rmi`. */
function listedAlike(plain: Answer, { operands }: DockerCommand, { command }: Listing): Answer {
  const ids = operands.map((word) => typedWord(word, 'ID').typed).join(' ') || 'ID';
  const verb = filledIn(plain.command ?? '', isPasteable(ids) ? ids : 'ID');
  return { ...plain, command, notes: [...plain.notes, `what filters it stays, and then \`${verb}\``] };
}

/** The column of ids of a list that is not narrowed. */
function printsEveryId(producer: CommandFact, { row, options, operands }: DockerCommand): boolean {
  const isBare = operands.length === 0 && options.every(({ name }) => /^(?:all|no-trunc)$/.test(name));
  return isBare && printsColumn(producer, row.purpose === 'list-images' ? 3 : 1);
}

function answerForAll(plain: Answer, feed: Feed, { row, options }: DockerCommand, listed: DockerCommand): Answer {
  if (listed.row.purpose === 'list-images')
    return row.purpose === 'remove-images'
      ? { ...plain, command: 'crictl rmi --prune', notes: [KEEPS_USED_IMAGES] }
      : { ...plain, command: undefined, otherwise: `\`${NAMES}\` prints the names; ${plain.otherwise}` };
  const all = hasOption(listed, 'all');
  if (row.purpose === 'remove' && all && options.some(({ name }) => name === 'force'))
    return { ...plain, command: 'crictl rm -a -f' };
  const by = { how: 'substitution', producer: feed.producer, operand: feed.producer.at } as const;
  return { ...plain, command: plain.command && joined(by, `crictl ps${all ? ' -a' : ''} -q`, plain.command) };
}

/** By its filter, or by the one word that a program behind it picks: `docker ps -a | awk '/k8s_/ {print $1}'`. */
function listsAllOfKubelet({ how, producer }: Feed, listed: DockerCommand): boolean {
  if (how !== 'filtered') return listed.options.some(({ name }) => name === 'quiet') && listsKubelets(listed);
  const isBare = listed.options.every(({ name }) => /^(?:all|no-trunc)$/.test(name));
  return isBare && /^k8s_?$/.test(wordPicked(producer) ?? '');
}

/** Everything that the kubelet started is what crictl lists; what docker ends with its sandboxes are the pods. */
function answerForKubelets(plain: Answer, feed: Feed, command: DockerCommand, all: boolean): Answer {
  // Any other signal is no end of a container.
  const isEnd = /^crictl (?:stop|rm) /.test(plain.command ?? '');
  const answer = isEnd ? answerForPods(plain, command) : plain;
  const list = isEnd ? `crictl pods${all ? '' : ' --state Ready'} -q` : `crictl ps${all ? ' -a' : ''} -q`;
  if (isEnd && command.row.purpose === 'remove' && all && hasOption(command, 'force'))
    return { ...answer, command: 'crictl rmp -a -f', notes: ['it removes every pod of the node with its containers'] };
  const how = feed.how === 'filtered' ? ({ ...feed, how: 'substitution', operand: feed.producer.at } as const) : feed;
  return {
    ...answer,
    command: answer.command && joined(how, list, answer.command),
    otherwise: isEnd ? '`crictl rmp -a -f` stops and removes every pod of the node' : answer.otherwise,
  };
}

/** Sandboxes are pods: crictl removes and stops them with commands of their own, which take the containers along. */
function answerForPods(plain: Answer, { row, options }: DockerCommand): Answer {
  const force = options.some(({ name }) => name === 'force') ? '-f ' : '';
  switch (row.purpose) {
    case 'remove':
      return {
        ...plain,
        command: `crictl rmp ${force}${STAND_IN}`,
        notes: ['it removes the containers of the pod too'],
      };
    case 'stop':
    case 'kill':
      // Any other signal is no end of a pod.
      if (!plain.command?.startsWith('crictl stop')) return { ...plain, command: undefined };
      return { ...plain, command: `crictl stopp ${STAND_IN}`, notes: ['it stops the containers of the pod too'] };
    default:
      return { ...plain, command: undefined };
  }
}

/** What a person has to do where crictl cannot make the same choice: a longer list must not reach a command that changes things. */
function chosenByHand(plain: Answer, feed: Feed, listing: Listing): Answer {
  const why =
    listing.lost.length > 0
      ? `crictl has no ${listing.lost.join(', ')}, so its list would be longer`
      : feed.how === 'filtered'
        ? 'the columns of crictl differ, so what filters this list has to be written anew'
        : 'the list has to print ids only';
  const named = feed.how === 'filtered' && listing.of === 'containers' ? namedByFilter(feed.producer) : undefined;
  const list = named
    ? `\`${named}\``
    : {
        images: `\`${imageList(feed.producer)}\``,
        pods: '`crictl pods -q` with --name, --namespace, --label or --state',
        containers: '`crictl ps -q` with --name, --image, --label or --state',
      }[listing.of];
  const verb = plain.command?.split(STAND_IN).join('ID') ?? '';
  return {
    ...plain,
    command: undefined,
    notes: [...plain.notes, why],
    otherwise: `choose the ids with ${list}, look at them, then \`${verb}\``,
  };
}

/** As it stands: what is filled in may hold `$'`, which would mean something to `replaceAll`. */
function filledIn(text: string, ids: string): string {
  return text.split(STAND_IN).join(ids);
}

/** With the name that docker was given; what else it chose by is a pattern that somebody has to write. */
function imageList(list: CommandFact): string {
  const [name, ...others] = dockerCommandOf(list)?.operands ?? [];
  const typed = name && others.length === 0 ? typedWord(name, UNWRITTEN).typed : UNWRITTEN;
  return isPasteable(typed) ? `crictl images -q ${typed}` : 'crictl images -q --filter reference=PATTERN';
}

function joined(feed: Feed, list: string, text: string): string | undefined {
  const many = text.split(STAND_IN).length === 2;
  const last = text.endsWith(` ${STAND_IN}`);
  switch (feed.how) {
    case 'xargs': {
      const braces = / -I ?(\S+)/.exec(feed.xargs)?.[1];
      if (braces !== undefined) return `${list} | ${feed.xargs} ${filledIn(text, braces)}`;
      if (last && many) return `${list} | ${feed.xargs} ${text.slice(0, -STAND_IN.length - 1)}`;
      return `for id in $(${list}); do ${filledIn(text, '"$id"')}; done`;
    }
    case 'substitution':
      if (text.startsWith('kill ')) return `for id in $(${list}); do ${filledIn(text, '"$id"')}; done`;
      return filledIn(text, `$(${list})`);
    case 'loop':
      return feed.name === '_'
        ? `${list} | ForEach-Object { ${filledIn(text, '$_')} }`
        : `for ${feed.name} in $(${list}); do ${filledIn(text, `"$${feed.name}"`)}; done`;
    case 'variable':
      return `${feed.name}=$(${list}); ${filledIn(text, `$${feed.name}`)}`;
    case 'filtered':
      return undefined;
    default:
      return feed satisfies never;
  }
}

/** Its place has no characters, which a variable might bring. */
function standInAt({ view, start }: Token): Token {
  return { text: STAND_IN, view, start, end: start };
}

/** The command with one id in place of what the feed brings. */
function standIn(command: DockerCommand, feed: Feed): DockerCommand {
  const id = standInAt(feed.producer.at);
  if (feed.how === 'xargs') {
    const braces = command.operands.some(({ text }) => /^[{}%]{1,2}$/.test(text));
    const operands = braces
      ? command.operands.map((word) => (/^[{}%]{1,2}$/.test(word.text) ? id : word))
      : [...command.operands, id];
    return { ...command, operands };
  }
  if (feed.how === 'filtered') return { ...command, operands: [id] };
  return { ...command, operands: command.operands.map((word) => (word === feed.operand ? id : word)) };
}
