const require = process.getBuiltinModule;
import{a as U}from"./chunk-AHIC4UMJ.js";import"./chunk-WEYHTBV3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import{a as R}from"./chunk-RT5UQSTU.js";import{e as a,m as g,o as k,q as f}from"./chunk-5CP2NWSZ.js";import{K as b,Ya as O,bb as F,db as L,eb as E,f as T,fb as M,g as N,gb as B,ib as C,kb as I,lb as _,ob as A,qb as x,rb as j}from"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";var z=t=>{let n=0;for(let r=0;r<t.length;r++){let e=t.charCodeAt(r);e<128?n+=1:e<2048?n+=2:e>=55296&&e<56320&&r+1<t.length?(n+=4,r++):n+=3}return n};function w(t,n){let r=t.filter(e=>e.items.length>0);for(let[e,o]of n.levels.entries()){let s=Y(r,o,n);if(s!==void 0)return q(r,o,n.levels[e-1],n,s)}return H(r,n)}function Y(t,n,{limit:r,measure:e}){let o=0;for(let s of t){o+=e(s.open)+e(s.close);for(let i of s.items){if(o>r)return;o+=e(n(i))}}return o<=r?o:void 0}function q(t,n,r,{limit:e,measure:o},s){let i=e-s,l=r,c=[];for(let d of t){c.push(d.open);for(let m of d.items){let y=n(m),u=l?.(m),p=u===void 0?0:o(u)-o(y);p>i?l=void 0:i-=p,c.push(u===void 0||l===void 0?y:u)}c.push(d.close)}return c.join("")}function H(t,n){let{measure:r,more:e,levels:o}=n,s=o.at(-1)??(()=>""),i=r(e(9999999)),l=t.map(u=>r(u.open)+r(u.close)+i),c=J(l,n.limit,i),d=n.limit-i-l.slice(0,c).reduce((u,p)=>u+p,0),m=[];for(let u of t.slice(0,c)){let p=[];for(let X of u.items){let G=s(X),v=r(G);if(v>d)break;d-=v,p.push(G)}let S=u.items.length-p.length;m.push(u.open,...p,S>0?e(S):"",u.close)}let y=t.slice(c).reduce((u,p)=>u+p.items.length,0);return y>0&&i<=n.limit&&m.push(e(y)),m.join("")}function J(t,n,r){let e=r,o=0;for(let s of t){if(e+=s,e>n)break;o++}return o}var Q={limit:1e3*1024,measure:z},W={error:"🔴",warning:"🟡",notice:"🔵"},h=1e3,Z=6e3,ee={width:110,related:5};function Re(t,n,{limit:r,measure:e}=Q){let o=ne(t),s=r-e(o)-10,i=w(ce(t,n),{limit:Math.floor(s/4),measure:e,levels:[c=>`- ${c}
`],more:D}),l=w(oe(O(t)),se(s-e(i),e,n));return`${[o,l,i].filter(c=>c!=="").join(`
`).trimEnd()}
`}function ne(t){let{verdict:n,result:r,target:e}=t;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",f([n.sentence,...L(O(t))].join(" ")),"",...te(O(t)),`Target: ${e.runtime}, Kubernetes 1.${e.minor}. ${x(C(r.coverage))}.`,""].join(`
`)}function te(t){return t.length===0?[]:["| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |","|---|--:|--:|--:|--:|",...R(t).map(({rule:r,members:e,counts:o})=>{let s=new Set(e.map(({span:i})=>i.source.path)).size;return`| ${r} | ${b.map(i=>o[i]||"").join(" | ")} | ${s} |`}),""]}var re=20;function oe(t){let n=0;return R(t).map(({rule:r,members:e,counts:o})=>{n+=e.length;let s=o.error+o.warning>0,i=`<b>${r}</b>: ${M(e.length,"finding")} (${B(e)})`;return{items:e,open:`<details${n<=re&&s?" open":""}><summary>${i}</summary>

[About this rule](${e[0]?.help})

`,close:`
</details>

`}})}function se(t,n,r){return{limit:t,measure:n,levels:[e=>ie(e,r),e=>P(e,r),e=>K(e,r)],more:D}}function D(t){return`
- …and ${t} more, left out because the report would be too long
`}function ie(t,n){return`${P(t,n)}
${k(U(t,n,ee))}
`}function P(t,n){let r=`${F(t)}; ${E(t.activation,n.pathOf)}; confidence ${t.confidence}`,e=(o,s)=>`  <br>*${o}:* ${f(a(s,h))}
`;return[K(t,n),e("why",t.because),e("instead",t.instead),e("where",r)].join("")}function K(t,n){let r=j(t,n.pathOf),e=r===""?"":`; also at ${f(a(r,Z))}`;return`- ${W[t.severity]} ${V(t,n)} ${f(a(t.message,h))}${e}
`}function V(t,{pathOf:n,linkOf:r}){let{source:e,start:o,end:s}=t.span,i=T(e,o),l=g(`${a(n(e.path),300)}:${i.line}:${i.column}`),c=r?.(n(e.path),i.line,T(e,s).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${l}](${c})`:l}function ce({result:t},n){let{coverage:r,notes:e,suppressed:o}=t,s=l=>{let c=A(l),d=`${a(n.pathOf(l.path),300)}${c===void 0?"":`:${c}`}`;return`${g(d)} ${f(a(l.message,h))}`},i=({finding:l,reason:c,by:d})=>`${V(l,n)} ${g(l.rule)}, by ${d}: ${f(a(c,h))}`;return[$("Not understood",r.notUnderstood.map(s)),$("Only partly understood",r.partly.map(s)),$("Not read",I(r,n.pathOf).map(([l,c])=>`${x(l)}: ${f(a(c,h))}`)),$("Not explained",le(r.unexplained,n)),$("Notes",e.map(s)),$("Suppressed",o.map(i))]}function le(t,n){let r=_(t);if(r===void 0)return[];let e=t.lines.slice(0,ue).map(({source:o,start:s})=>{let{line:i}=T(o,s),l=a(N(o,i).trim(),ae);return`${g(`${a(n.pathOf(o.path),300)}:${i}`)} ${g(l)}`});return[`${r}:`,...e]}var ue=50,ae=160;function $(t,n){return{items:n,open:`<details><summary>${t}: ${n.length}</summary>

`,close:`
</details>

`}}export{Q as SUMMARY_LIMIT,Re as renderMarkdown};
