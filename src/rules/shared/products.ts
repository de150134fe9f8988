/** Finds the program that a line belongs to, and what it wants on a node without Docker. */
import type { ProductRow } from '../../data/product-row.ts';
import { PRODUCTS } from '../../data/products.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Document } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { once } from '../../text/once.ts';
import { baseName } from '../../text/path.ts';
import type { ReportFix, RuleContext } from '../rule.ts';
import { mentions, settingsOf } from './documents.ts';
import { replaceBy } from './fixes.ts';
import { hasRepository, rowsByRepository } from './images.ts';
import { onWindows } from './platform.ts';
import { mountsOf } from './pods.ts';
import { containsKeys, lastKey, variableName } from './settings.ts';
import { isDockerSocket } from './sockets.ts';
import { volumeMove } from './volumes.ts';
import { advise, quoted } from './words.ts';

/** Undefined where the text does not say whose line it is. */
export function productAdvice(fact: Fact, target: Target): string | undefined {
  const row = rowOf(fact);
  return row && advise(target, withNewer(row, fact));
}

/** The advice, with the image that has to be renewed for it. */
function withNewer(row: ProductRow, fact: Fact): Pick<ProductRow, 'containerd' | 'crio'> {
  const { tooOld, containerd, crio } = row;
  const old = tooOld && imagesOf(fact).find((image) => tooOld.image.test(image.slice(0, LONGEST_NAME)));
  if (!tooOld || old === undefined) return row;
  const first = `run ${tooOld.newer} in place of ${quoted(old)}, and `;
  return { containerd: `${first}${containerd}`, crio: `${first}${crio}` };
}

const LONGEST_NAME = 400;

/** What the program of the image wants that the values name beside the line, in its own section or in one around it. */
export function imageAdvice(fact: SettingFact, context: RuleContext): string | undefined {
  const around = imagesIn(fact.document, context).filter(({ section }) =>
    section.every((key, i) => fact.path[i] === key),
  );
  const [image] = around.toSorted((a, b) => b.section.length - a.section.length);
  const [row] = image ? productsOf(image.reference) : [];
  return row && advise(context.target, row);
}

const productsOf = rowsByRepository(PRODUCTS, ({ images }) => images);

/** `image: {repository: gitlab/gitlab-runner}` or `image: gitlab/gitlab-runner`, with the section that it is for. */
const imagesIn = once((document: Document, context: RuleContext) =>
  settingsOf(document, context)
    .flatMap(({ path, value }) => {
      const isRepository = /^repo(?:sitory)?$/.test(path.at(-1) ?? '') && path.at(-2) === 'image';
      const depth = path.at(-1) === 'image' ? 1 : isRepository ? 2 : 0;
      return depth === 0 ? [] : [{ section: path.slice(0, -depth), reference: value.text }];
    })
    .slice(0, MOST_IMAGES),
);

const MOST_IMAGES = 100;

/** What the program wants whose variable it is; the path that it holds says too little by itself. */
export function variableAdvice(fact: Fact, target: Target): string | undefined {
  const name = nameOf(fact);
  const row = PRODUCTS.find((one) => name !== undefined && one.variables.includes(name) && isSigned(one, fact));
  return row && advise(target, row);
}

/** What the row says, written: the socket that the agent finds by itself, or the value of a key that holds it. */
export function productFix(fact: Fact, target: Target): ReportFix | undefined {
  const row = RUNTIMES[target.runtime].keepsDocker ? undefined : rowOf(fact);
  return row && (mountFix(row, fact, target) ?? socketFix(row, fact, target));
}

function mountFix({ looksAt, images }: ProductRow, fact: Fact, target: Target): ReportFix | undefined {
  if (!looksAt || fact.kind !== 'path' || !fact.pod || !fact.volume || !isDockerSocket(fact.path)) return undefined;
  const isOurs = mountsOf(fact.pod, fact.volume).every(({ container: { image } }) =>
    images.some((repository) => hasRepository(image?.text ?? '', repository)),
  );
  const inside = target.runtime === 'cri-o' ? looksAt.crio : looksAt.containerd;
  return isOurs ? volumeMove(fact.pod, fact.volume, RUNTIMES[target.runtime].socket, () => inside) : undefined;
}

function socketFix({ holds = [] }: ProductRow, fact: Fact, target: Target): ReportFix | undefined {
  const key = fact.kind === 'env' ? fact.name : fact.kind === 'setting' ? (variableName(fact) ?? lastKey(fact)) : '';
  const held = holds.find((one) => one.key === key);
  const value = fact.kind === 'env' || fact.kind === 'setting' ? fact.value : undefined;
  if (!held || !value || !/^(?:\/var)?\/run\/docker\.sock$/.test(value.text)) return undefined;
  return replaceBy(value, target.runtime === 'cri-o' ? held.crio : held.containerd, 'unsafe');
}

/** A row that speaks of sockets or images of Linux says nothing about Windows. */
const rowOf = once((fact: Fact): ProductRow | undefined => {
  const path = fact.kind === 'setting' ? keysOf(fact) : undefined;
  const name = nameOf(fact);
  const ofImages = new Set([...imagesOf(fact), ...programsOf(fact)].flatMap(productsOf));
  const variables = variablesOf(fact);
  const object = objectOf(fact.document);
  const row = PRODUCTS.find((one) => {
    if (path && one.keys.some((keys) => containsKeys(path, keys))) return true;
    if (fact.kind === 'setting' && one.values?.includes(fact.value.text)) return true;
    if (name !== undefined && one.variables.includes(name)) return isSigned(one, fact);
    if (ofImages.has(one) || (object !== undefined && one.objects?.includes(object))) return true;
    return isOfProduct(one) && one.variables.some((variable) => variables.has(variable));
  });
  if (!row || !onWindows(fact)) return row;
  if (row.windows !== undefined) return { ...row, containerd: row.windows, crio: row.windows };
  return /\/run\/|:dind/.test(row.containerd) ? undefined : row;
});

/** `agent.k8s.elastic.co/Agent` */
function objectOf({ object }: Document): string | undefined {
  return object && `${object.apiVersion.split('/')[0]}/${object.kind}`;
}

/** Without the `module "name"` of Terraform around it, which is none of a product. */
function keysOf({ document, path }: SettingFact): readonly string[] {
  return document.language === 'terraform' && path[0] === 'module' ? path.slice(2) : path;
}

/** No row for whatever reads a variable. */
function isOfProduct({ images, keys }: ProductRow): boolean {
  return images.length > 0 || keys.length > 0;
}

function nameOf(fact: Fact): string | undefined {
  return fact.kind === 'env' ? fact.name : fact.kind === 'setting' ? (variableName(fact) ?? envKey(fact)) : undefined;
}

/** `CORE_VM_ENDPOINT` of a ConfigMap that containers take their variables from, or of values. */
function envKey(fact: SettingFact): string | undefined {
  const key = lastKey(fact);
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(key) ? key : undefined;
}

/** A name that many programs have counts where a word of its product stands in the same document. */
function isSigned({ signs }: ProductRow, { document }: Fact): boolean {
  return signs === undefined || mentions(document, signs);
}

/** What the containers are told that mount the path: an image of a company's own is known by it. */
function variablesOf(fact: Fact): ReadonlySet<string> {
  if (fact.kind !== 'path' || !fact.pod || !fact.volume) return NONE;
  const mounting = mountsOf(fact.pod, fact.volume);
  return new Set(mounting.flatMap(({ container }) => container.env.map(({ name }) => name)));
}

const NONE: ReadonlySet<string> = new Set();

/** `/usr/bin/cadvisor` of an image of a company's own. */
function programsOf(fact: Fact): readonly string[] {
  if (fact.kind !== 'path' || !fact.pod || !fact.volume) return [];
  return mountsOf(fact.pod, fact.volume).flatMap(({ container: { command } }) =>
    command[0] ? [baseName(command[0].text)] : [],
  );
}

/** The image of the container itself, or those of the containers that mount the volume. */
function imagesOf(fact: Fact): readonly string[] {
  if (fact.container) return fact.container.image ? [fact.container.image.text] : [];
  if (fact.kind !== 'path' || !fact.pod || !fact.volume) return [];
  const mounting = new Set(mountsOf(fact.pod, fact.volume).map(({ container }) => container));
  return [...mounting].flatMap(({ image }) => (image ? [image.text] : []));
}
