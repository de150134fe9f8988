const require = process.getBuiltinModule;
import{k as o}from"./chunk-5CP2NWSZ.js";import{Ja as s,f as i,tb as m}from"./chunk-KCD4ADZC.js";var l={error:"error",warning:"warning",notice:"info"};function R(e,{pathOf:r}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...a(m(e)).map(([n,p])=>[`  <file name="${o(r(n))}">`,...p.map(c),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function c(e){let{line:r,column:t}=i(e.span.source,e.span.start),n=`${e.message} Instead: ${e.instead}`;return`    <error line="${r}" column="${t}" severity="${l[e.severity]}" message="${o(n)}" source="dockershim-lint.${e.rule}"/>`}function a(e){return[...s(e,r=>r.span.source.path)]}export{R as a,a as b};
