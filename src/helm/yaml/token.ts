/** Tokens of YAML 1.1 as libyaml forms them, the characters it tells apart, and the error it stops with. */

export type TokenType =
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'stream-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** A stretch of a scalar's text: copied from `from`, or (`exact` false) an escape or a folded break written there. */
export interface Run {
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

export interface Token {
  readonly type: TokenType;
  readonly from: number;
  readonly to: number;
  /** Text of a scalar, name of an anchor or alias, handle and suffix of a tag. */
  readonly text: string;
  readonly plain: boolean;
  readonly runs: readonly Run[];
}

export const NO_RUNS: readonly Run[] = [];

/** The message as goyaml words it, without the line; `offset` is where it noticed. */
export class YamlError extends Error {
  readonly offset: number;
  readonly scanner: boolean;
  constructor(message: string, offset: number, scanner: boolean) {
    super(message);
    this.offset = offset;
    this.scanner = scanner;
  }
}

export const isBreak = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
export const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;
/** Break or end of text (which reads as NUL). */
export const isBreakEnd = (code: number): boolean => code === 0 || isBreak(code);
export const isBlankEnd = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0 || isBreak(code);
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isWord = (code: number): boolean =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d;
