const require = process.getBuiltinModule;
import{a as o,c as s}from"./chunk-PJBQS5EG.js";import{f as r,sb as t}from"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";var a={error:"critical",warning:"major",notice:"info"};function R(n,{pathOf:p}){let i=t(n).map(e=>({description:o(`${e.message} Instead: ${e.instead}`),check_name:e.rule,fingerprint:e.fingerprint,severity:a[e.severity],location:{path:p(e.span.source.path),lines:{begin:r(e.span.source,e.span.start).line,end:r(e.span.source,e.span.end).line}}}));return`${s(i,2)}
`}export{R as renderGitlab};
