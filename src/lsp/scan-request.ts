/** What the server asks the thread that scans, and what that answers: plain data, which crosses threads. */
import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import type { RuleId } from '../model/rule-id.ts';

interface OpenFile {
  /** As the editor writes it. */
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface ScanRequest {
  /** Absolute, as the editor writes it, which may be through links. */
  readonly folder: string;
  /** Relative to the folder. */
  readonly paths: readonly string[];
  readonly open: readonly OpenFile[];
}

export type ScanAnswer =
  | { readonly kind: 'report'; readonly files: readonly FileReport[]; readonly sentence: string }
  /** The editor's texts have changed meanwhile. */
  | { readonly kind: 'abandoned' }
  /** A configuration that is wrong. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A bug of ours. */
  | { readonly kind: 'failed'; readonly story: string };

export interface FileReport {
  readonly uri: string;
  readonly problems: readonly Problem[];
  /** All of its safe fixes that do not touch each other. */
  readonly safeEdits: readonly TextEdit[];
}

export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly rule: RuleId;
  /** What is said about this line, as Markdown. */
  readonly words: string;
  readonly fix: ProblemFix | undefined;
}

export interface ProblemFix {
  readonly title: string;
  readonly isSafe: boolean;
  /** The file that it changes. */
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** What the thread is started with. */
export interface ThreadData {
  /** One cell: 1 where the scan that runs is no longer wanted. */
  readonly abandoned: SharedArrayBuffer;
}
