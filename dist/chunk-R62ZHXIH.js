const require = process.getBuiltinModule;
import{f as m}from"./chunk-YC7ZAX2C.js";function k(t,n){return!t||t.safety==="unsafe"&&!n?[]:[t,...t.also].map(({span:e,replacement:r})=>({start:e.start,end:e.end,text:r}))}function v(t){let n=[];for(let e of[...t].sort(([r],[o])=>r&&o?c(r,o):0)){let r=[...e].sort(c).map(s=>b(n,s));if(r.every((s,i)=>g(n,s)&&(i===0||g(r.slice(i-1,i),s))))for(let s of r)n.splice(p(n,s),0,s)}return n}function b(t,n){let e=t[p(t,n)-1];return e?.text===""&&n.text===""&&e.end>n.start&&e.end<n.end?{...n,start:e.end}:n}function g(t,n){let e=p(t,n),[r,o]=[t[e-1],t[e]];return(!r||r.end<=n.start)&&(!o||n.end<=o.start&&c(n,o)!==0)}function p(t,n){let[e,r]=[0,t.length];for(;e<r;){let o=e+r>>1,s=t[o];s&&c(s,n)<0?e=o+1:r=o}return e}function c(t,n){return t.start-n.start||t.end-n.end}function $(t,n){let e="",r=0;for(let o of n)e+=t.slice(r,o.start)+o.text,r=o.end;return e+t.slice(r)}var h=3,C="\\ No newline at end of file";function F(t,n,e){let r=y(t.text),o=0,s=O(S(t,n)).map(i=>{let a=Math.max(0,(i[0]?.from??0)-h),l=Math.min(r.length,(i.at(-1)?.to??0)+h),d=i.reduce((x,u)=>x+u.after.length-(u.to-u.from),0),f=`@@ -${E(a,l-a)} +${E(a+o,l-a+d)} @@
`;return o+=d,f+M(r,i,a,l)});return s.length===0?"":`--- a/${e}
+++ b/${e}
${s.join("")}`}function E(t,n){return`${n===0?t:t+1},${n}`}function y(t){let n=t.split(`
`),e=n.pop()??"";return[...n.map(r=>`${r}
`),...e===""?[]:[e]]}function S(t,n){let e=[],r=y(t.text).length;for(let o of n){let s=m(t,o.start).line-1,i=m(t,Math.max(o.start,o.end-1)).line+(w(t,o)?1:0),a=Math.min(i,r),l=e.at(-1);l&&(s<l.to||s===l.from)?(l.edits.push(o),l.to=Math.max(l.to,a)):e.push({from:s,to:a,edits:[o]})}return e.map(({from:o,to:s,edits:i})=>{let a=t.lineStarts[o]??0,l=t.text.slice(a,t.lineStarts[s]??t.text.length),d=i.map(f=>({start:f.start-a,end:f.end-a,text:f.text}));return{from:o,to:s,after:y($(l,d))}})}function w({text:t,lineStarts:n},e){return e.end<=e.start||t[e.end-1]!==`
`||e.text.endsWith(`
`)?!1:e.text!==""||!n.includes(e.start)}function O(t){let n=[];for(let e of t){let r=n.at(-1);r&&e.from-(r.at(-1)?.to??0)<=2*h?r.push(e):n.push([e])}return n}function M(t,n,e,r){let o="",s=e,i=(a,l)=>{for(let d of l)o+=d.endsWith(`
`)?`${a}${d}`:`${a}${d}
${C}
`};for(let a of n)i(" ",t.slice(s,a.from)),i("-",t.slice(a.from,a.to)),i("+",a.after),s=a.to;return i(" ",t.slice(s,r)),o}export{k as a,v as b,$ as c,F as d};
