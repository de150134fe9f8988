/** Words by which a command is recognised where it could also be a mere argument. */
import { baseName } from '../../text/path.ts';
import { table } from '../../text/table.ts';

const SUBCOMMANDS = table<RegExp | undefined>({
  docker:
    /^(attach|build|buildx|commit|compose|container|cp|create|diff|events|exec|export|history|image|images|import|info|inspect|kill|load|login|logout|logs|manifest|network|pause|plugin|port|ps|pull|push|rename|restart|rm|rmi|run|save|search|secret|service|stack|node|config|context|builder|trust|start|stats|stop|swarm|system|tag|top|unpause|update|version|volume|wait|-.*)$/,
  systemctl:
    /^(start|stop|restart|reload|enable|disable|mask|unmask|status|is-active|is-enabled|daemon-reload|try-restart|reload-or-restart|show|cat|edit|kill|reset-failed|-.*)$/,
  service: undefined,
  dockerd: /^-/,
  kubelet: /^-/,
  kubeadm: /^(init|join|reset|upgrade|config|token|certs|-.*)$/,
  crictl: /^[a-z-]/,
  ctr: /^[a-z-]/,
  nerdctl: /^[a-z-]/,
  'apt-get': /^(install|remove|purge|update|upgrade|-.*)$/,
  apt: /^(install|remove|purge|update|upgrade|-.*)$/,
  'apt-mark': /^(hold|unhold)$/,
  yum: /^(install|remove|erase|update|-.*)$/,
  dnf: /^(install|remove|erase|update|-.*)$/,
  tdnf: /^(install|remove|erase|update|-.*)$/,
  zypper: /^(install|in|remove|rm|-.*)$/,
  apk: /^(add|del|-.*)$/,
  curl: /^(-|https?:)/,
  wget: /^(-|https?:)/,
  minikube: /^(start|ssh|docker-env|cache|image|-.*)$/,
  journalctl: /^-/,
  pkill: /^-|^docker/,
  killall: /^-|^docker/,
  pgrep: /^-|^docker/,
  sudo: /./,
  'docker-compose': /^(up|down|build|pull|run|-.*)$/,
});

/** True when the words from `at` on are a known program with arguments that it takes. */
export function looksLikeCommand(words: readonly { readonly text: string }[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const program = baseName(text);
  if (!SUBCOMMANDS.has(program)) return false;
  const next = words[at + 1]?.text;
  if (next === undefined) return false;
  const pattern = SUBCOMMANDS.get(program);
  if (pattern) return pattern.test(next);
  return /^(start|stop|restart|reload|status|try-restart|condrestart)$/.test(words[at + 2]?.text ?? '');
}
