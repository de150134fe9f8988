/** Finds registry credentials that a node keeps for Docker: logins work by luck, credential helpers do not. */
import type { Document } from '../model/document.ts';
import type { CommandFact, Fact, PackageFact, PathFact, SettingFact } from '../model/fact.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { dockerCommandOf } from './shared/docker/command.ts';
import { reachesEngine } from './shared/engines.ts';
import { reportAt } from './shared/reports.ts';

const CONFIG = /^(\/root|\/home\/[^/]+|~|\$HOME|)\/\.docker\/config\.json$|^\/root\/\.dockercfg$/;
const HELPER_KEYS = new Set(['credHelpers', 'credsStore', 'credStore']);
const HELPER = /^(docker-credential-[\w-]+|amazon-ecr-credential-helper)$/;
const PROVIDER =
  'Configure a kubelet image credential provider (--image-credential-provider-config and --image-credential-provider-bin-dir; ecr-credential-provider for ECR), or use imagePullSecrets';

const SECRET =
  'Provide the login as imagePullSecrets (kubectl create secret docker-registry), or as auths in /var/lib/kubelet/config.json on each node';

export const rule: Rule = {
  id: 'node-registry-credentials',
  summary: 'A node keeps registry credentials the way Docker does.',
  fix: { none: 'credentials go to a Secret or to a provider, which is written elsewhere.' },
  triggers: ['docker', 'ecr get-login', 'credhelpers', 'credsstore', 'ecr-credential-helper', 'dockercfg'],
  checks: { command: checkCommand, path: checkPath, package: checkPackage, setting: checkHelper },
};

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if ((fact.pod || fact.document.object) && reachesEngine(fact, context)) return undefined;
  const words = fact.words.slice(1);
  const helper = words.find(({ text }) => /"?(credHelpers|credsStore)"?\s*:/.test(text.slice(0, 4096)));
  if (helper) return report(fact, true);
  if (dockerCommandOf(fact)?.row.class === 'login')
    return reportLogin(
      fact,
      context.placementOf(fact).place === 'unknown'
        ? '`docker login` fails on a node without `docker`, and nothing keeps the credentials'
        : '`docker login` fails: the node has no `docker`, and nothing keeps the credentials',
      isForPush(fact, context),
    );
  return printsLogin(fact)
    ? reportLogin(
        fact,
        '`aws ecr get-login` prints a `docker login` command, and the node has no `docker`',
        isForPush(fact, context),
      )
    : undefined;
}

/** `$(aws ecr get-login)` runs what it prints; `… | cut -d' ' -f6` only takes the password from it. */
function printsLogin({ program, words, pipedInto }: CommandFact): boolean {
  return (
    program === 'aws' &&
    !(pipedInto.some((reader) => PICKS.test(reader)) && !pipedInto.some((reader) => SHELLS.test(reader))) &&
    words
      .slice(1)
      .map(({ text }) => text)
      .join(' ')
      .startsWith('ecr get-login') &&
    !words.some(({ text }) => text === 'get-login-password')
  );
}

const PICKS = /^(?:cut|awk|gawk|grep|egrep)$/;
const SHELLS = /^(?:ba|da|z|k)?sh$/;

/** `docker login`, `docker build` and `docker push` further down: the login is for what the script builds, and no kubelet's. */
function isForPush(fact: CommandFact, context: RuleContext): boolean {
  return pushesImages(fact.document, context);
}

const pushesImages = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => {
    const command = dockerCommandOf(fact);
    return command?.row.purpose === 'push' || command?.row.docker.includes('manifest') === true;
  }),
);

/** skopeo asks for the registry, which docker takes to be Docker Hub where none stands. */
function loginToPush(fact: CommandFact): string {
  const registry = dockerCommandOf(fact)?.operands.at(0)?.text ?? 'docker.io';
  const named = /^[\w.:-]{1,200}$/.test(registry) ? registry : 'REGISTRY';
  return `Log in with what pushes the image in place of docker: \`buildah login ${named}\`, \`skopeo login ${named}\`, or \`buildah login --authfile ~/.docker/config.json ${named}\` for BuildKit, which reads that file`;
}

function reportLogin(fact: CommandFact, message: string, isOfPush: boolean): Report {
  return reportAt(fact, 'node-registry-credentials/login', {
    message,
    because:
      'Docker Engine is not on a node with another runtime, and the kubelet reads files of credentials, not a login',
    instead: isOfPush ? loginToPush(fact) : namesCloud(fact) ? PROVIDER : SECRET,
  });
}

/** Registries whose logins last for hours. */
function namesCloud({ statement, words }: CommandFact): boolean {
  const all = [words, ...statement.commands.slice(0, MOST_IN_LINE).map((other) => other.words)].flat();
  return all.some(({ text }) => CLOUD.test(text.slice(0, 4096)));
}

const CLOUD = /\becr\b|\.dkr\.ecr\.|azurecr\.|\bacr\b|gcr\.io|pkg\.dev|\bgcloud\b/;
const MOST_IN_LINE = 20;

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  if (fact.use !== 'write' || fact.pod) return undefined;
  if (!CONFIG.test(normaliseNodePath(fact.at.text) ?? fact.at.text)) return undefined;
  return context.placementOf(fact).place === 'node' ? report(fact, false) : undefined;
}

function checkPackage(fact: PackageFact): Report | undefined {
  return fact.action === 'install' && HELPER.test(fact.name) ? report(fact, true) : undefined;
}

/** Keys of a config.json; in a pod they belong to a client such as Kaniko. */
function checkHelper(fact: SettingFact): Report | undefined {
  const key = fact.path.find((one) => HELPER_KEYS.has(one));
  return key !== undefined && !fact.pod && fact.document.object === undefined ? report(fact, true) : undefined;
}

function report(fact: Fact, helper: boolean): Report {
  return reportAt(fact, helper ? 'node-registry-credentials/helper' : 'node-registry-credentials', {
    message: helper
      ? 'The kubelet ignores credential helpers: only Docker ran them'
      : 'The kubelet reads this login, but nothing refreshes it once Docker is gone',
    because: helper
      ? 'Since Kubernetes 1.24 the kubelet passes credentials to the runtime itself, and it reads auths only'
      : 'The kubelet reads /root/.docker/config.json and /var/lib/kubelet/config.json with every runtime, auths only',
    instead: PROVIDER,
  });
}
