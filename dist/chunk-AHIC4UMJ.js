const require = process.getBuiltinModule;
import{a as i}from"./chunk-WEYHTBV3.js";import{a as s}from"./chunk-RHKH33NH.js";import{$a as a,f as t}from"./chunk-KCD4ADZC.js";function b(r,{pathOf:m},n){let l=s(!1,!1),d=r.related.slice(0,n.related).map(e=>({span:e.span,message:a(e)}));return[{span:r.span,message:""},...d].flatMap(({span:e,message:c},o)=>{let p=String(t(e.source,e.end).line).length,f={span:e,label:c,role:"related",caret:o===0?"^":"-"};return[...o===0?[]:[`${m(e.source.path)}:${t(e.source,e.start).line}`],...i(e.source,[f],p,n.width,l)]}).join(`
`)}export{b as a};
