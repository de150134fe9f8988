/** What the names and values of a test say about the container runtime, whatever the language of the test. */
import { type Branches, branchesOf, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';

const RUNTIME_NAME =
  /runtime|container_?(engine|manager|tool|cli|backend)|(^|[_:'"])cri([_:'"]|$)|(^|[_.$"{])(engine|cri|tool)["}]*$/i;
const FLAG_NAME =
  /(^|[_.-])(use|using|uses|install|installed|enable|enabled|has|have|is|with|need|needs|found|exists|present|running|available|only)([_.-]|$)|(^|\.)(use|is|has|have|with|needs?|install|enable)(?=docker|containerd|cri-?o)/i;
/** Docker itself, and not what is named after it. */
const DOCKER = /docker(?![_-]?(?:hub|file|io\b|registr|repo|compose|image|secret|login|cfg|mirror|user|buildx|cache))/i;
const OTHER_RUNTIME = /containerd|cri-?o\b|podman|nerdctl|rkt|frakti|remote/i;
/** What is told about docker itself, and is empty where there is none: `DOCKER_VERSION`, `docker_path`. */
const ABOUT_DOCKER = /(^|_)docker_?(version|ver|path|bin|pid|exists?|found|installed|root|cmd|command|client|exe)?$/i;

export function namesRuntime(name: string): boolean {
  return RUNTIME_NAME.test(name);
}

export function namesOtherRuntime(text: string): boolean {
  return OTHER_RUNTIME.test(text);
}

/** A runtime by its whole name, which tells what is asked for whatever the variable is called. */
export function isOtherRuntimeName(value: string): boolean {
  return /^(?:containerd|cri-?o)$/i.test(value);
}

/** `[ "$DOCKER_CMD" = podman ]`: what the variable is called tells nothing that the value does not. */
export function isOtherClient(value: string): boolean {
  return /^(?:podman|nerdctl)$/.test(value);
}

export function isRuntimeName(value: string): boolean {
  return /^docker$/i.test(value) || isOtherRuntimeName(value);
}

export function isDocker(text: string): boolean {
  return /docker|moby/i.test(text) && !/cri-?docker/i.test(text);
}

/** `$RUNTIME = docker`: what the test says when a variable of such a meaning equals the value. */
export function valueBranches(value: string, at: Token, of: string): Branches {
  const form = /nvidia/i.test(value) ? { form: value } : {};
  if (isDocker(value))
    return OTHER_RUNTIME.test(value) ? NOTHING : branchesOf({ kind: 'runtime', holds: true, at, of, ...form });
  return OTHER_RUNTIME.test(value) ? branchesOf({ kind: 'runtime', holds: false, at, of }) : NOTHING;
}

/** `$USE_DOCKER`, `install_docker | bool`: a switch with a telling name. */
export function switchBranches(name: string, at: Token): Branches {
  if (isSwitchOfDocker(name))
    return branchesOf({ kind: MOUNTS.test(name) ? 'switch' : 'runtime', holds: true, at, of: name });
  return FLAG_NAME.test(name) && OTHER_RUNTIME.test(name) ? branchesOf({ kind: 'runtime', holds: false, at }) : NOTHING;
}

/** `use_docker`, `mount_docker_socket` */
export function isSwitchOfDocker(name: string): boolean {
  return (FLAG_NAME.test(name) || MOUNTS.test(name)) && DOCKER.test(name) && !/cri-?_?docker/i.test(name);
}

const MOUNTS = /(^|[_.-])mount(s|ed)?([_.-]|$)/i;

/** `[ -n "$DOCKER_VERSION" ]`: there is something to say about docker. */
export function filledBranches(name: string, at: Token): Branches {
  if (ABOUT_DOCKER.test(name)) return branchesOf({ kind: 'presence', holds: true, at });
  const told = switchBranches(name, at);
  if (told !== NOTHING) return told;
  return /^containerd(_version)?$|^crio(_version)?$/i.test(name)
    ? inverted(branchesOf({ kind: 'runtime', holds: true, at }))
    : NOTHING;
}
