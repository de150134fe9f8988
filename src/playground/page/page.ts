/** The playground: files on the left, what is found in them on the right, as they are typed. */
import { KUBERNETES_MINORS, NEWEST_MINOR } from '../../config/options.ts';
import type { InputFile } from '../../model/input.ts';
import { TARGET_RUNTIMES } from '../../model/target.ts';
import { groupBy } from '../../text/group.ts';
import { guessName } from '../guess-name.ts';
import type { ShownFinding } from '../messages.ts';
import { fragmentOf, type Shared, sharedIn } from '../share.ts';
import { readUpload } from '../upload.ts';
import { type DroppedFile, droppedFiles, pickedFiles } from './dropped.ts';
import { startLinter } from './linter.ts';
import { createResults, element } from './results.ts';

interface Example {
  /** `docker-socket-mount/2`, as a link names it. */
  readonly name: string;
  readonly rule: string;
  readonly heading: string;
  readonly files: readonly InputFile[];
}

/** Written in by the build, from the rule pages. */
declare const PLAYGROUND_EXAMPLES: readonly Example[];

const QUIET_MS = 150;
/** Chat programs and mail cut what is longer. */
const LONG_LINK = 8000;

export function startPage(script: string): void {
  const text = byId('text', HTMLTextAreaElement);
  const name = byId('name', HTMLInputElement);
  const list = byId('files', HTMLSelectElement);
  const example = byId('example', HTMLSelectElement);
  const runtime = byId('runtime', HTMLSelectElement);
  const minor = byId('minor', HTMLSelectElement);
  const told = byId('told', HTMLElement);
  const places = {
    verdict: byId('verdict', HTMLElement),
    findings: byId('findings', HTMLElement),
    notes: byId('notes', HTMLElement),
  };
  const results = createResults(places, openFinding);
  const linter = startLinter(script, {
    answered: results.show,
    gaveUp: () => results.say('This takes longer than 20 seconds. The command line has more patience.'),
  });
  let files: readonly InputFile[] = [];
  let current = 0;
  /** The name was chosen here, so it may follow the text. */
  let isGuessed = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function state(): Shared {
    return {
      files: files.filter((file) => file.text !== ''),
      runtime: TARGET_RUNTIMES.find((known) => known === runtime.value),
      minor: minor.value === '' ? undefined : Number(minor.value),
    };
  }

  function lintSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = state();
      if (now.files.length === 0) results.say('Nothing to look at yet.');
      else linter.ask({ ...now, today: new Date().toISOString().slice(0, 10) });
    }, QUIET_MS);
  }

  function showFile(index: number): void {
    current = Math.max(0, Math.min(index, files.length - 1));
    list.replaceChildren(...files.map(({ path }, at) => element('option', { value: String(at) }, path)));
    list.value = String(current);
    name.value = files[current]?.path ?? '';
    text.value = files[current]?.text ?? '';
  }

  function setFiles(all: readonly InputFile[], guessed = false): void {
    files = all.length > 0 ? all : [{ path: guessName(''), text: '' }];
    isGuessed = guessed || all.length === 0;
    showFile(0);
    lintSoon();
  }

  function changeFile(changed: InputFile): void {
    files = files.map((file, at) => (at === current ? changed : file));
  }

  function add(dropped: readonly DroppedFile[]): void {
    const { files: more, remarks } = readUpload(dropped);
    told.textContent = remarks.join(' ');
    if (more.length === 0) return;
    const paths = new Set(more.map(({ path }) => path));
    setFiles([...files.filter((file) => file.text !== '' && !paths.has(file.path)), ...more]);
    showFile(files.findIndex(({ path }) => path === more[0]?.path));
  }

  function openFinding({ path, start, end }: ShownFinding): void {
    const index = files.findIndex((file) => file.path === path);
    if (index < 0) return;
    showFile(index);
    select(text, start, end);
  }

  function readFragment(): void {
    const fragment = location.hash;
    const shared = sharedIn(fragment);
    const named = PLAYGROUND_EXAMPLES.find((one) => fragment === `#${one.name}` || fragment === `#${one.rule}`);
    example.value = named?.name ?? '';
    told.textContent = fragment !== '' && !shared && !named ? 'The link cannot be read; it may have been cut.' : '';
    runtime.value = shared?.runtime ?? '';
    minor.value = shared?.minor === undefined ? '' : String(shared.minor);
    setFiles(shared?.files ?? named?.files ?? []);
  }

  async function share(): Promise<void> {
    history.replaceState(null, '', fragmentOf(state()));
    const { href } = location;
    const warning =
      href.length > LONG_LINK ? ` It has ${href.length} characters; some programs cut so long a link.` : '';
    const copied = await navigator.clipboard?.writeText(href).then(
      () => true,
      () => false,
    );
    told.textContent = `The link holds the files and ${copied ? 'is on the clipboard' : 'stands in the address bar'}.${warning}`;
  }

  offerExamples(example);
  offerTargets(runtime, minor);
  text.addEventListener('input', () => {
    const path = isGuessed && files.length === 1 ? guessName(text.value) : (files[current]?.path ?? '');
    changeFile({ path, text: text.value });
    if (name.value !== path) {
      name.value = path;
      list.options[current]?.replaceChildren(path);
    }
    lintSoon();
  });
  name.addEventListener('change', () => {
    isGuessed = false;
    changeFile({ path: name.value.replace(/^[./]+/, '') || guessName(text.value), text: text.value });
    showFile(current);
    lintSoon();
  });
  list.addEventListener('change', () => showFile(Number(list.value)));
  for (const select of [runtime, minor]) select.addEventListener('change', lintSoon);
  example.addEventListener('change', () => {
    location.hash = example.value;
  });
  on('new', () => {
    setFiles([...files, { path: `new-${files.length}.yaml`, text: '' }]);
    showFile(files.length - 1);
    name.focus();
  });
  on('remove', () => setFiles(files.filter((_, at) => at !== current)));
  on('clear', () => {
    history.replaceState(null, '', location.pathname + location.search);
    readFragment();
  });
  on('link', () => void share());
  for (const kind of ['files', 'folder'] as const) {
    const input = byId(`pick-${kind}`, HTMLInputElement);
    on(`add-${kind}`, () => input.click());
    input.addEventListener('change', async () => {
      add(await pickedFiles(input.files ?? []));
      input.value = '';
    });
  }
  takeDropped(add);
  byId('controls', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', readFragment);
  readFragment();
}

function offerExamples(example: HTMLSelectElement): void {
  for (const [rule, group] of groupBy(PLAYGROUND_EXAMPLES, (one) => one.rule)) {
    const options = group.map((one) => element('option', { value: one.name }, one.heading));
    example.append(element('optgroup', { label: rule }, ...options));
  }
}

function offerTargets(runtime: HTMLSelectElement, minor: HTMLSelectElement): void {
  for (const known of TARGET_RUNTIMES) runtime.append(element('option', { value: known }, known));
  for (let one: number = NEWEST_MINOR; one >= KUBERNETES_MINORS.oldest; one--)
    minor.append(element('option', { value: String(one) }, `1.${one}`));
}

/** Selects the characters of a finding and shows them below a few lines. */
function select(text: HTMLTextAreaElement, start: ShownFinding['start'], end: ShownFinding['end']): void {
  const lines = text.value.split('\n');
  const offset = (place: ShownFinding['start']) =>
    lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  text.focus();
  text.setSelectionRange(offset(start), offset(end));
  text.scrollTop = ((start.line - 4) / Math.max(1, lines.length)) * text.scrollHeight;
}

function takeDropped(add: (dropped: readonly DroppedFile[]) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('over');
  });
  document.addEventListener('dragleave', () => document.body.classList.remove('over'));
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    document.body.classList.remove('over');
    if (event.dataTransfer) add(await droppedFiles(event.dataTransfer));
  });
}

function on(id: string, act: () => void): void {
  byId(id, HTMLButtonElement).addEventListener('click', act);
}

function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
}
