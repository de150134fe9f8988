/** Which names are worth opening: what they say about a file before a byte of it is read. */
import { baseName } from '../text/path.ts';

/** The history of a repository is no part of its tree. */
const HISTORY = new Set(['.git', '.hg', '.svn']);

/** What others wrote, what a tool made, and what tests are fed with. */
const VENDORED = new Set([
  'node_modules',
  'vendor',
  'third_party',
  'bower_components',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.terraform',
  '.next',
  '.cache',
  'testdata',
  'test_data',
  'test-data',
  '__fixtures__',
  '__snapshots__',
]);

/** Extensions of files that never hold a manifest, script or configuration of a node. */
const OTHER_ENDINGS = new Set(
  (
    'adoc asciidoc asm avi bin bmp bz2 c cc class cpp crt cs css csv d ts dart db deb diff dll dylib ear ejs eot erl ex exe exs fbx gif go gz h haml hbs hpp hs htm html ico iml ' +
    'ipynb jar java jks jpeg jpg js jsx kt kts less lib lock log lua m map md mdx mjs cjs mod mov mp3 mp4 mustache o odt otf out p12 patch pb pdf pem php pl pm png po pot proto psd pub py pyc pyi ' +
    'r rb rpm rs rst sass scala scss snap so sql sum svelte svg swift swp tar tif tiff tsx ttf tsv vue war wasm wav webm webp whl woff woff2 xls xlsx xml xsd xz yarn zip 7z'
  ).split(' '),
);

/** What a cookbook of Chef does on its machines, among files of Ruby that do nothing there. */
const RECIPE = /(?:^|\/)(?:recipes|attributes|resources|providers)\/[^/]+(?<!_spec)\.rb$/;

export function isHistory(folder: string): boolean {
  return HISTORY.has(folder);
}

/** The path of a folder; the templates of a chart are its own, whoever wrote them: helm renders them all. */
export function isVendored(folder: string): boolean {
  return VENDORED.has(baseName(folder)) && !/(?:^|\/)templates\/(?:.*\/)?(?:vendor|third_party)$/.test(folder);
}

/** Whether a folder around a file is of others; only those behind the first `from` characters count. */
export function isBelowVendored(path: string, from = 0): boolean {
  for (let end = path.indexOf('/', from); end >= 0; end = path.indexOf('/', end + 1))
    if (isVendored(path.slice(0, end))) return true;
  return false;
}

export function mayHoldFindings(path: string): boolean {
  const name = baseName(path).toLowerCase();
  if (
    /^(package-lock|npm-shrinkwrap|composer|tsconfig)\.json$|^go\.(mod|sum)$|^(license|licence|readme|changelog|notice|authors|owners)(\.[a-z]+)?$/.test(
      name,
    )
  )
    return false;
  if (/^(dockerfile|containerfile|jenkinsfile)[.-]/.test(name) || RECIPE.test(path)) return true;
  const dot = name.lastIndexOf('.');
  return dot <= 0 || !OTHER_ENDINGS.has(name.slice(dot + 1));
}

/** A packaged sub-chart: `charts/name-1.2.3.tgz`. */
export function isChartArchive(path: string): boolean {
  return /(^|\/)charts\/[^/]+\.tgz$/.test(path);
}
