/** How programs are known on a command line. */
import { table } from '../text/table.ts';

/** What follows a program where its name is a command and not a mere argument. */
export const SUBCOMMANDS = table<RegExp | undefined>({
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

/** Programs whose commands are known one by one, or that only ask others to act. */
export const CLIENTS = /^(?:docker|dockerd|docker-compose|podman|nerdctl|kind|k3d|helm|git)$|[-_]docker$/i;

/** A variable that is called like the program which it holds: `$DOCKER_BIN`, `{{ rkt.bin }}`. */
export const PROGRAM_VARIABLE =
  /(?:^|[\s/"'{$(_.])(docker|rkt|crictl|nerdctl|podman|kubelet|systemctl)(?:[._-]?(?:bin|binary|cmd|command|exe|executable|path|cli|program))?[\s"'})]*$/i;
