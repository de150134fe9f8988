/** Which styles a text may be written in, by libyaml's analysis of its characters. */

export interface Analysis {
  readonly multiline: boolean;
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
}

const EMPTY: Analysis = { multiline: false, plain: true, single: true, block: false };
const SIMPLE: Analysis = { multiline: false, plain: true, single: true, block: true };

/** Starts with a letter, digit, dot, slash or underscore and has nothing that could matter. */
const HARMLESS = /^[A-Za-z0-9/_][A-Za-z0-9/_.\-+=,;()$@%^~]*$/;

export const isBreakCode = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;

export function isPrintable(code: number): boolean {
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return true;
  if (code < 0xa0) return false;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
}

const STARTS = new Set([...'#,[]{}&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

const isBlankOrEnd = (text: string, at: number): boolean => {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
};

/** An indicator that a plain scalar must not hold at this place. */
function isIndicator(text: string, at: number, code: number, afterSpace: boolean): boolean {
  if (code === 0x3a) return isBlankOrEnd(text, at + 1);
  if (at > 0) return code === 0x23 && afterSpace;
  if (code === 0x3f || code === 0x2d) return isBlankOrEnd(text, 1);
  return STARTS.has(code);
}

/** `pretty`: goyaml v3, where a tab does not keep a text out of a block. */
export function analyze(text: string, pretty = false): Analysis {
  if (text === '') return EMPTY;
  if (HARMLESS.test(text)) return SIMPLE;
  let indicators = text.startsWith('---') || text.startsWith('...');
  let breaks = false;
  let special = false;
  let tabs = false;
  let breakSpace = false;
  let spaceBreak = false;
  let previous = '';
  let afterSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    indicators ||= isIndicator(text, at, code, afterSpace);
    if (pretty && code === 0x09) tabs = true;
    else special ||= !isPrintable(code);
    const isBreak = isBreakCode(code);
    if (code === 0x20) {
      breakSpace ||= previous === 'break';
      previous = 'space';
    } else if (isBreak) {
      breaks = true;
      spaceBreak ||= previous === 'space';
      previous = 'break';
    } else previous = '';
    afterSpace = code === 0x20 || code === 0x09 || isBreak;
  }
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const edge = first === 0x20 || isBreakCode(first) || last === 0x20 || isBreakCode(last);
  const refused = spaceBreak || special;
  return {
    multiline: breaks,
    plain: !(edge || breakSpace || refused || tabs || breaks || indicators),
    single: !(breakSpace || refused || tabs),
    block: !(last === 0x20 || refused),
  };
}
