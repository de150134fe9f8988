/** Folders of a node with Linux that advice names, and where the same thing is on Windows. */
import { SOURCES } from './source-links.ts';

export interface WindowsFolderRow {
  readonly linux: string;
  readonly windows: string;
  readonly source: string;
}

export const WINDOWS_FOLDERS: readonly WindowsFolderRow[] = [
  { linux: '/etc/containerd/', windows: 'C:\\Program Files\\containerd\\', source: SOURCES.containerdWindows },
  { linux: '/var/lib/containerd', windows: 'C:\\ProgramData\\containerd', source: SOURCES.containerdWindows },
  { linux: '/var/log/pods', windows: 'C:\\var\\log\\pods', source: SOURCES.logging },
  { linux: '/var/log/containers', windows: 'C:\\var\\log\\containers', source: SOURCES.logging },
  { linux: '/var/log', windows: 'C:\\var\\log', source: SOURCES.logging },
];
