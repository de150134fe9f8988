const require = process.getBuiltinModule;
import{a as o,c as n}from"./chunk-TJH6IIUS.js";import{f as r,wa as t}from"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";var a={error:"critical",warning:"major",notice:"info"};function R(s,{pathOf:p}){let i=t(s).map(e=>({description:o(`${e.message} Instead: ${e.instead}`),check_name:e.rule,fingerprint:e.fingerprint,severity:a[e.severity],location:{path:p(e.span.source.path),lines:{begin:r(e.span.source,e.span.start).line,end:r(e.span.source,e.span.end).line}}}));return`${n(i,2)}
`}export{R as renderGitlab};
