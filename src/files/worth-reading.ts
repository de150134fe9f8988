/** Whether a text may hold a manifest, a script or configuration of a node. */

import { hasDaemonLine } from '../recognise/daemon-lines.ts';
import { isPipeline } from '../recognise/pipelines.ts';

/** By its name, or without an extension by what it says. */
export function isWorthReading(path: string, text: string): boolean {
  return hasExtension(path) || isScriptOrKnown(path, text);
}

function hasExtension(path: string): boolean {
  return /\.[^/.]+$/.test(path);
}

const KNOWN_WITHOUT_EXTENSION =
  /(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i;
const ENVIRONMENT_FOLDER =
  /(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i;

/** Words that no prose of a folder has at the start of a line, for files that nothing else tells about. */
const NODE_WORDS =
  /^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|crictl|ctr|nerdctl|systemctl|kubeadm) [a-z-]+ )/m;

function saysWhatItIs(text: string): boolean {
  return NODE_WORDS.test(text) || hasDaemonLine(text) || isPipeline(text);
}

/** A Go template with a name whose text says what it is. */
const NAMED_TEMPLATE = /\{\{-?[ \t]*define[ \t][^{}\n]{1,200}\}\}\s*#(?:!|cloud-config)/;

function isScriptOrKnown(path: string, text: string): boolean {
  return (
    /^\ufeff?#(?:!|cloud-config)/.test(text) ||
    NAMED_TEMPLATE.test(text.slice(0, 65_536)) ||
    KNOWN_WITHOUT_EXTENSION.test(path) ||
    /(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(path) ||
    ENVIRONMENT_FOLDER.test(path) ||
    saysWhatItIs(text.slice(0, 16_384))
  );
}
