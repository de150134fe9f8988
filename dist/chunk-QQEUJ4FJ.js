const require = process.getBuiltinModule;
import{b as g}from"./chunk-25IG3QPU.js";import{k as r,l as y}from"./chunk-DSHTEWWO.js";import{Da as u,Ia as $,Na as p,Xa as f,f as c}from"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";function O(t,{pathOf:s}){let e=u(t),n=g(e).map(([i,m])=>R(t,s(i),m)),o=e.filter(i=>l(t,i)).length,a=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${r(p(t.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,e.length)}" failures="${o}">`,...n.length===0?[a]:n,"</testsuites>"].join(`
`)}
`}function l(t,s){return f(s,t.failOn,t.minConfidence)}function R(t,s,e){let n=e.filter(o=>l(t,o)).length;return[`  <testsuite name="${r(s)}" tests="${e.length}" failures="${n}">`,...e.map(o=>h(t,s,o)),"  </testsuite>"].join(`
`)}function h(t,s,e){let{line:n,column:o}=c(e.span.source,e.span.start),a=`    <testcase name="${r(`${e.rule} ${n}:${o}`)}" classname="${r(s)}" file="${r(s)}" line="${n}">`,i=y([`${s}:${n}:${o}`,`why: ${e.because}`,`instead: ${e.instead}`,`where: ${$(e)}`,e.help].join(`
`)),m=l(t,e)?`<failure type="${e.severity}" message="${r(e.message)}">${i}</failure>`:`<system-out>${e.severity}: ${r(e.message)}
${i}</system-out>`;return`${a}${m}</testcase>`}export{O as renderJunit};
