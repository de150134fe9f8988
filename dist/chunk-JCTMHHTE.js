const require = process.getBuiltinModule;
import{a as o,c as n}from"./chunk-DSHTEWWO.js";import{Da as t,f as r}from"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";var a={error:"critical",warning:"major",notice:"info"};function R(s,{pathOf:p}){let i=t(s).map(e=>({description:o(`${e.message} Instead: ${e.instead}`),check_name:e.rule,fingerprint:e.fingerprint,severity:a[e.severity],location:{path:p(e.span.source.path),lines:{begin:r(e.span.source,e.span.start).line,end:r(e.span.source,e.span.end).line}}}));return`${n(i,2)}
`}export{R as renderGitlab};
