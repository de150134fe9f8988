const require = process.getBuiltinModule;
import{k as o}from"./chunk-DSHTEWWO.js";import{Da as p,f as i,na as s}from"./chunk-3FIOWWWP.js";var c={error:"error",warning:"warning",notice:"info"};function R(e,{pathOf:r}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...a(p(e)).map(([n,m])=>[`  <file name="${o(r(n))}">`,...m.map(l),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function l(e){let{line:r,column:t}=i(e.span.source,e.span.start),n=`${e.message} Instead: ${e.instead}`;return`    <error line="${r}" column="${t}" severity="${c[e.severity]}" message="${o(n)}" source="dockershim-lint.${e.rule}"/>`}function a(e){return[...s(e,r=>r.span.source.path)]}export{R as a,a as b};
