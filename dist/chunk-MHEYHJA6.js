const require = process.getBuiltinModule;
import{c as l}from"./chunk-5CP2NWSZ.js";function g(n,e){return{*[Symbol.iterator](){for(let t of n)yield e(t)}}}function*I(n,e){yield*m(a(n)?b(n,e,""):y(n,e)),yield`
`}function*y(n,e){let{inner:t,start:s,end:c}=f(e,""),r="{";for(let[o,i]of Object.entries(n))i!==void 0&&(yield`${r}${s}${l(o,0)}:${e===0?"":" "}`,a(i)?yield*b(i,e,t):yield u(l(i,e),t),r=",");yield r==="{"?"{}":`${c}}`}function*b(n,e,t){let{inner:s,start:c,end:r}=f(e,t),o="[";for(let i of n)yield`${o}${c}${u(l(i,e),s)}`,o=",";yield o==="["?"[]":`${r}]`}function f(n,e){let t=e+" ".repeat(n);return n===0?{inner:t,start:"",end:""}:{inner:t,start:`
${t}`,end:`
${e}`}}function u(n,e){return n.replaceAll(`
`,`
${e}`)}function a(n){return typeof n=="object"&&n!==null&&Symbol.iterator in n}var d=65536;function*m(n){let e="";for(let t of n)e+=t,!(e.length<d)&&(yield e,e="");e!==""&&(yield e)}export{g as a,I as b};
