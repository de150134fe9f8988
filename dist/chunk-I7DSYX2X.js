const require = process.getBuiltinModule;
import{a as g}from"./chunk-CHAU3UFJ.js";import{f as m}from"./chunk-KCD4ADZC.js";function F(t,n){return!t||t.safety==="unsafe"&&!n?[]:[t,...t.also].map(({span:e,replacement:r})=>({start:e.start,end:e.end,text:r}))}function I(t){let n=[];for(let e of[...t].sort(([r],[o])=>r&&o?c(r,o):0)){let r=[...e].sort(c).map(s=>$(n,s));if(r.every((s,i)=>E(n,s)&&(i===0||E(r.slice(i-1,i),s))))for(let s of r)n.splice(h(n,s),0,s)}return n}function $(t,n){let e=t[h(t,n)-1];return e?.text===""&&n.text===""&&e.end>n.start&&e.end<n.end?{...n,start:e.end}:n}function E(t,n){let e=h(t,n),[r,o]=[t[e-1],t[e]];return(!r||r.end<=n.start)&&(!o||n.end<=o.start&&c(n,o)!==0)}function h(t,n){return g(t.length,e=>{let r=t[e];return r!==void 0&&c(r,n)<0})}function c(t,n){return t.start-n.start||t.end-n.end}function C(t,n){let e="",r=0;for(let o of n)e+=t.slice(r,o.start)+o.text,r=o.end;return e+t.slice(r)}var p=3,S="\\ No newline at end of file";function L(t,n,e){let r=y(t.text),o=0,s=N(O(t,n)).map(i=>{let a=Math.max(0,(i[0]?.from??0)-p),d=Math.min(r.length,(i.at(-1)?.to??0)+p),l=i.reduce((b,u)=>b+u.after.length-(u.to-u.from),0),f=`@@ -${x(a,d-a)} +${x(a+o,d-a+l)} @@
`;return o+=l,f+k(r,i,a,d)});return s.length===0?"":`--- a/${e}
+++ b/${e}
${s.join("")}`}function x(t,n){return`${n===0?t:t+1},${n}`}function y(t){let n=t.split(`
`),e=n.pop()??"";return[...n.map(r=>`${r}
`),...e===""?[]:[e]]}function O(t,n){let e=[],r=y(t.text).length;for(let o of n){let s=m(t,o.start).line-1,i=m(t,Math.max(o.start,o.end-1)).line+(M(t,o)?1:0),a=Math.min(i,r),d=e.at(-1);d&&(s<d.to||s===d.from)?(d.edits.push(o),d.to=Math.max(d.to,a)):e.push({from:s,to:a,edits:[o]})}return e.map(({from:o,to:s,edits:i})=>{let a=t.lineStarts[o]??0,d=t.text.slice(a,t.lineStarts[s]??t.text.length),l=i.map(f=>({start:f.start-a,end:f.end-a,text:f.text}));return{from:o,to:s,after:y(C(d,l))}})}function M({text:t,lineStarts:n},e){return e.end<=e.start||t[e.end-1]!==`
`||e.text.endsWith(`
`)?!1:e.text!==""||!n.includes(e.start)}function N(t){let n=[];for(let e of t){let r=n.at(-1);r&&e.from-(r.at(-1)?.to??0)<=2*p?r.push(e):n.push([e])}return n}function k(t,n,e,r){let o="",s=e,i=(a,d)=>{for(let l of d)o+=l.endsWith(`
`)?`${a}${l}`:`${a}${l}
${S}
`};for(let a of n)i(" ",t.slice(s,a.from)),i("-",t.slice(a.from,a.to)),i("+",a.after),s=a.to;return i(" ",t.slice(s,r)),o}export{F as a,I as b,C as c,L as d};
