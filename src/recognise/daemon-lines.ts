/** Lines that only the files of one daemon have: what tells such a file, whatever it is called. */

/** Jobs of cron: five fields of time, or a name for them, and a command. */
export const CRON_LINE =
  /^(?=[^\n]{0,80}[*@])[ \t]*(?:(?:[\d*][\d*,/-]*[ \t]+){2}(?:[\d*,/-]+[ \t]+)(?:[\d*,/-]+|[a-z]{3})[ \t]+(?:[\d*,/-]+|[a-z]{3}(?:[,-][a-z]{3})*)|@(?:reboot|hourly|daily|weekly|monthly|yearly|annually|midnight))[ \t]+\S/im;

/** Checks of monit: what is looked at, and how it is found. */
export const MONIT_LINE =
  /^[ \t]*check[ \t]+(?:process|program|file|filesystem|fifo|directory|device|host|system|network)[ \t]+\S+[ \t]*(?:\r?\n[ \t]*)?(?:with[ \t]+|matching[ \t]|pidfile[ \t]|path[ \t]|address[ \t]|interface[ \t])/im;

/** Commands of nrpe, parameters of zabbix. */
export const AGENT_LINE = /^[ \t]*(?:UserParameter[ \t]*=|command\[[^\]\n]{0,200}\][ \t]*=)/m;

/** Commands of snmpd: `extend NAME /usr/bin/x`, `pass .1.3.6 /usr/bin/x`; its `exec` is a word of shells too. */
export const SNMPD_LINE =
  /^[ \t]*(?:(?:extend|extend-sh|extendfix)[ \t]+(?:-cacheTime[ \t]+\d+[ \t]+)?(?:[.\d]+[ \t]+)?\S+[ \t]+\/\S|pass(?:_persist)?[ \t]+\.?1\.3\.6\S*[ \t]+\S)/m;

/** What the installers of Red Hat and Debian are told: sections that end with `%end`, `d-i pkgsel/include string …`. */
export const INSTALLER_LINE = /^(?:%end[ \t\r]*$|d-i[ \t]+[\w-]{1,40}\/[\w-]{1,40}[ \t]+(?:string|boolean|select)\b)/m;

/** Blocks of keepalived. */
export const KEEPALIVED_LINE =
  /^[ \t]*(?:vrrp_(?:script|instance|sync_group)|virtual_server(?:_group)?)[ \t]+[^\n]{1,200}\{[ \t\r]*$/m;

const DAEMON_LINES: readonly RegExp[] = [
  CRON_LINE,
  MONIT_LINE,
  AGENT_LINE,
  SNMPD_LINE,
  INSTALLER_LINE,
  KEEPALIVED_LINE,
];

export function hasDaemonLine(text: string): boolean {
  return DAEMON_LINES.some((line) => line.test(text));
}
