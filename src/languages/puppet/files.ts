/** What resources of Puppet write: files and units, from texts, templates and files of modules. */
import type { Document, Token } from '../../model/document.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { hasHole } from '../../text/view.ts';
import type { PuppetResource } from './scan.ts';

type Attributes = PuppetResource['attributes'];

/** `systemd::unit_file { 'app.service': content => … }` and its like in modules of one's own. */
const UNIT = /(?:^|::)(?:systemd_)?(?:unit|unit_file|service_unit|dropin_file)$|^systemd::service$/;

export function writesUnit(type: string): boolean {
  return UNIT.test(type);
}

/** `/etc/systemd/system/app.service`, and the folder of drop-ins where the resource names the unit that it is for. */
export function pathOfUnit(type: string, title: string, attributes: Attributes): string {
  const unit = type.endsWith('dropin_file') ? attributes.get('unit')?.[0]?.text : undefined;
  const name = /\.\w+$/.test(title) ? title : `${title}.service`;
  return `/etc/systemd/system/${unit === undefined ? name : `${unit}.d/${title}`}`;
}

/** The text that stands in the manifest: `content => "…"`, `content => inline_template("…")`. */
export function writtenText(attributes: Attributes): Token | undefined {
  const [first, second] = [...(attributes.get('content') ?? []), ...(attributes.get('line') ?? [])];
  if (first && /^inline_(?:template|epp)$/.test(first.text)) return second;
  return first && /^(?:template|epp|file)$/.test(first.text) ? undefined : first;
}

/** `content => template('module/app.service.erb')`, `source => 'puppet:///modules/module/app.conf'`. */
export function fileLinks(from: Document, attributes: Attributes, target: string | undefined): readonly Link[] {
  const [call, ...given] = attributes.get('content') ?? [];
  const isTemplate = call !== undefined && /^(?:template|epp)$/.test(call.text);
  const templates = isTemplate
    ? given.slice(0, MOST_FILES).map(({ text }) => inModule(from.path, 'templates', text))
    : [];
  const files = (attributes.get('source') ?? [])
    .slice(0, MOST_FILES)
    .map(({ text }) => inModule(from.path, 'files', /^puppet:\/\/\/modules\/(.{1,300})$/s.exec(text)?.[1] ?? ''));
  return [...templates, ...files].flatMap((path): Link[] =>
    path === undefined ? [] : [{ from, kind: 'copies', to: fileTarget(path), target }],
  );
}

/** More of them are the parameters of a template. */
const MOST_FILES = 4;

/** `modules/app/templates/a.erb` for `app/a.erb` of any module beside it, and for `${module_name}/a.erb` of its own. */
function inModule(path: string, folder: string, written: string): string | undefined {
  const root = /^(?:.*\/)?(?=manifests\/)/s.exec(path)?.[0];
  const [module = '', ...rest] = written.split('/');
  if (root === undefined || rest.length === 0) return undefined;
  const own = root.slice(0, -1);
  const isOwn = root === '' || hasHole(module) || baseName(own) === module;
  const beside = folderOf(own);
  return `${isOwn ? root : `${beside === '' ? '' : `${beside}/`}${module}/`}${folder}/${rest.join('/')}`;
}
