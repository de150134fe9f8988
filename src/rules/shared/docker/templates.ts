/** Docker's Go templates in the fields of the CRI: `{{.State.Pid}}` is `{{.info.pid}}`, `{{.Names}}` is `.metadata.name`. */
import { table } from '../../../text/table.ts';
import { hasHole } from '../../../text/view.ts';
import { shellQuote } from './typed.ts';

/** Fields of `docker ps`, as jq reads them from a container that `crictl ps -o json` lists. */
export const CONTAINER_FIELDS = table({
  ID: '.id',
  Image: '.image.image',
  Names: '.metadata.name',
  State: '.state',
  Status: '.state',
  CreatedAt: '.createdAt',
  Labels: '.labels',
});

/** docker prints an image once for each of its tags. */
export function imageItems(template: string): string {
  return /\{\{[^{}]*\.(?:Repository|Tag)\b/.test(template)
    ? '.images[] | {id, size, repoDigests, tag: (.repoTags[]? // "<none>:<none>")}'
    : '.images[]';
}

export const IMAGE_FIELDS = table({
  ID: '.id',
  Size: '.size',
  Repository: '(.tag | sub(":[^:/]*$"; ""))',
  Tag: '(.tag | sub(".*:"; ""))',
  Digest: '(.repoDigests[0] // "<none>" | sub(".*@"; ""))',
});

const PROCESS = '.info.runtimeSpec.process';

/** Fields of `docker inspect` for a container, in what `crictl inspect` prints. */
const INSPECT_PATHS = table({
  Id: '.status.id',
  ID: '.status.id',
  Name: '.status.metadata.name',
  Created: '.status.createdAt',
  Image: '.status.imageRef',
  LogPath: '.status.logPath',
  RestartCount: '.status.metadata.attempt',
  Mounts: '.status.mounts',
  'State.Pid': '.info.pid',
  'State.Status': '.status.state',
  'State.ExitCode': '.status.exitCode',
  'State.StartedAt': '.status.startedAt',
  'State.FinishedAt': '.status.finishedAt',
  'State.Error': '.status.message',
  'Config.Image': '.status.image.image',
  'Config.Labels': '.status.labels',
  'HostConfig.CgroupParent': '.info.runtimeSpec.linux.cgroupsPath',
  'Config.Env': `${PROCESS}.env`,
  'Config.User': `${PROCESS}.user`,
  'Config.WorkingDir': `${PROCESS}.cwd`,
});

/** Longer templates are programs of their own. */
const LONGEST = 300;
const ACTION = /\{\{([^{}]*)\}\}/g;

/** `jq -r` for a list template of plain fields; undefined where a field or function has no counterpart. */
export function jqOf(template: string, fields: ReadonlyMap<string, string>, items: string): string | undefined {
  if (hasHole(template) || template.length > LONGEST) return undefined;
  if (/^(json|\{\{\s*json\s+\.\s*\}\})$/.test(template.trim())) return `jq -c '${items}'`;
  const found: string[] = [];
  const text = template.replace(ACTION, (_, action: string) => {
    const body = action.replace(/^-|-$/g, '').trim();
    const field = fields.get(body.replace(/^\./, '')) ?? labelOf(body);
    found.push(field ?? '');
    return `\uE001${found.length - 1}\uE001`;
  });
  if (found.length === 0 || found.includes('') || /\{\{|\}\}|['\n]/.test(text)) return undefined;
  if (/^\uE0010\uE001$/.test(text.trim())) return `jq -r '${items} | ${found[0]}'`;
  const written = text
    .replace(/\\(?![tn])/g, '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\uE001(\d+)\uE001/g, (_, index: string) => `\\(${found[Number(index)]})`);
  return `jq -r '${items} | "${written}"'`;
}

function labelOf(body: string): string | undefined {
  const label = /^\.Label\s+"([\w./-]+)"$/.exec(body)?.[1];
  return label === undefined ? undefined : `.labels["${label}"]`;
}

/** The options of `crictl inspect` for a template of plain paths, and what reads otherwise there. */
export function inspectTemplate(template: string): { readonly options: string; readonly note?: string } | undefined {
  if (hasHole(template) || template.length > LONGEST) return undefined;
  let known = true;
  const written = template.replace(ACTION, (_, body: string) => {
    const path = pathOf(body.replace(/^-|-$/g, '').trim());
    if (path === undefined) known = false;
    return `{{${path ?? ''}}}`;
  });
  if (!known || !template.includes('{{') || template.includes("'")) return undefined;
  const options = `-o go-template --template ${shellQuote(written)}`;
  if (/\.State\.Status/.test(template)) return { options, note: 'it prints CONTAINER_RUNNING or CONTAINER_EXITED' };
  if (/\.State\.Running/.test(template)) return { options, note: 'it prints true for CONTAINER_RUNNING' };
  return { options };
}

function pathOf(body: string): string | undefined {
  const indexed = /^index\s+\.Config\.Labels\s+"([\w./-]+)"$/.exec(body)?.[1];
  if (indexed !== undefined) return `index .status.labels "${indexed}"`;
  const [, json, path] = /^(json\s+)?\.([\w.]+)$/.exec(body) ?? [];
  if (path === undefined) return undefined;
  if (path === 'State.Running' && !json) return 'eq .status.state "CONTAINER_RUNNING"';
  const found = INSPECT_PATHS.get(path);
  return found === undefined || json ? undefined : found;
}
