// Which links of a repository that name something in it are followed: images that it builds, objects that it defines,
// make targets that it has. What is in the tree is looked for in the text of its files, not with the linter's own reader.
//   node scripts/measure-links.mjs [--misses] FOLDER…
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const HOLE = '\uE000';
const KINDS = ['runs-image', 'mounts', 'make-target'];
const args = process.argv.slice(2);
const showMisses = args.includes('--misses');
const folders = args.filter((one) => one !== '--misses');

const total = new Map(KINDS.map((kind) => [kind, { inTree: 0, followed: 0 }]));
for (const folder of folders) {
  const counts = measure(folder);
  for (const kind of KINDS) {
    total.get(kind).inTree += counts.get(kind).inTree;
    total.get(kind).followed += counts.get(kind).followed;
  }
  console.log(line(basename(folder), counts));
}
console.log(line('all', total));

function line(name, counts) {
  const parts = KINDS.map((kind) => {
    const { inTree, followed } = counts.get(kind);
    return `${kind} ${followed}/${inTree}${inTree > 0 ? ` (${((100 * followed) / inTree).toFixed(1)} %)` : ''}`;
  });
  return `${name}: ${parts.join(', ')}`;
}

function measure(folder) {
  const { stderr } = spawnSync(process.execPath, [CLI, '--debug=documents,links', '--fail-on', 'never', folder], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const lines = stderr.split('\n').flatMap((text) => (text.startsWith('{') ? [JSON.parse(text)] : []));
  const documents = lines.filter(({ stage }) => stage === 'documents');
  const tree = readTree(folder);
  const counts = new Map(KINDS.map((kind) => [kind, { inTree: 0, followed: 0 }]));
  for (const link of lines.filter(({ stage }) => stage === 'links')) {
    const kind = link.to.kind === 'make-target' ? 'make-target' : link.kind;
    const from = documents[link.from];
    if (!KINDS.includes(kind) || !isInTree(link, from, tree)) continue;
    const count = counts.get(kind);
    count.inTree += 1;
    if (link.found.length > 0) count.followed += 1;
    else if (showMisses) console.log(`  ${from.path}: ${kind} ${JSON.stringify(link.to)}`);
  }
  return counts;
}

function isInTree(link, from, tree) {
  const { to } = link;
  switch (to.kind) {
    case 'image': {
      const name = basename(to.ref.replace(/@.*$/, '')).replace(/:.*$/, '').toLowerCase();
      return !name.includes(HOLE) && tree.images.has(name);
    }
    case 'object':
      return tree.objects.has(`${to.object}/${to.name}`);
    case 'file':
      return !to.path.includes(HOLE) && tree.files.has(join(dirname(from.path), to.path));
    case 'make-target': {
      if (to.folder?.includes(HOLE)) return false;
      return tree.targets.has(`${join(dirname(from.path), to.folder ?? '.')}\0${to.name}`);
    }
    default:
      return false;
  }
}

/** The names of images that something builds, of objects with their kinds, of make targets with their folders. */
function readTree(folder) {
  const tree = { files: new Set(), images: new Set(), objects: new Set(), targets: new Set() };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/(^|\/)(vendor|node_modules|\.git|third_party|testdata)\//.test(path)) continue;
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size > 2 ** 20) continue;
    tree.files.add(path);
    if (/(^|\/)(Dockerfile|Containerfile)$/i.test(path)) tree.images.add(basename(dirname(path)).toLowerCase());
    if (!/(file|\.mk|\.sh|\.ya?ml|\.json|\.hcl)$/i.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, name] of text.matchAll(
      /\bbuild\b[^\n]*?(?:-t|--tag)[ =]["']?[\w.:$(){}/-]*?\/?([a-z][\w.-]*)(?=[:"'\s]|$)/g,
    ))
      tree.images.add(name.toLowerCase());
    for (const [, kind, name] of text.matchAll(
      /^kind: (ConfigMap|Secret)\n(?:(?!---)[^\n]*\n){0,12}? {2}name: ["']?([\w.-]+)/gm,
    ))
      tree.objects.add(`${kind}/${name}`);
    if (/(^|\/)(GNU)?[Mm]akefile$/.test(path))
      for (const [, name] of text.matchAll(/^([\w./-]+)[ \t]*:(?!=)/gm)) tree.targets.add(`${dirname(path)}\0${name}`);
  }
  return tree;
}
