const require = process.getBuiltinModule;
import{b as s}from"./chunk-E3NNARTU.js";import{a as t,c as o}from"./chunk-FQONFUMK.js";import{f as r}from"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";var a={error:"critical",warning:"major",notice:"info"};function R(n,{pathOf:p}){let i=s(n).map(e=>({description:t(`${e.message} Instead: ${e.instead}`),check_name:e.rule,fingerprint:e.fingerprint,severity:a[e.severity],location:{path:p(e.span.source.path),lines:{begin:r(e.span.source,e.span.start).line,end:r(e.span.source,e.span.end).line}}}));return`${o(i,2)}
`}export{R as renderGitlab};
