const require = process.getBuiltinModule;
import{a as D}from"./chunk-WPAN4Z3J.js";import"./chunk-EIE5YI2H.js";import{a as U}from"./chunk-RHKH33NH.js";import{a as R}from"./chunk-ZFZNIAF7.js";import{e as d,m as y,o as k,q as f}from"./chunk-QWS53DJB.js";import{G as N,Qa as O,Ta as F,Va as L,Wa as E,Xa as M,Ya as I,_a as B,ab as C,bb as _,eb as j,f as $,g as v,gb as x,hb as A}from"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";var z=t=>{let n=0;for(let r=0;r<t.length;r++){let e=t.charCodeAt(r);e<128?n+=1:e<2048?n+=2:e>=55296&&e<56320&&r+1<t.length?(n+=4,r++):n+=3}return n};function S(t,n){let r=t.filter(e=>e.items.length>0);for(let[e,s]of n.levels.entries()){let i=X(r,s,n);if(i!==void 0)return Y(r,s,n.levels[e-1],n,i)}return q(r,n)}function X(t,n,{limit:r,measure:e}){let s=0;for(let i of t){s+=e(i.open)+e(i.close);for(let o of i.items){if(s>r)return;s+=e(n(o))}}return s<=r?s:void 0}function Y(t,n,r,{limit:e,measure:s},i){let o=e-i,l=r,c=[];for(let u of t){c.push(u.open);for(let m of u.items){let g=n(m),a=l?.(m),p=a===void 0?0:s(a)-s(g);p>o?l=void 0:o-=p,c.push(a===void 0||l===void 0?g:a)}c.push(u.close)}return c.join("")}function q(t,n){let{measure:r,more:e,levels:s}=n,i=s.at(-1)??(()=>""),o=r(e(9999999)),l=t.map(a=>r(a.open)+r(a.close)+o),c=J(l,n.limit,o),u=n.limit-o-l.slice(0,c).reduce((a,p)=>a+p,0),m=[];for(let a of t.slice(0,c)){let p=[];for(let W of a.items){let G=i(W),b=r(G);if(b>u)break;u-=b,p.push(G)}let w=a.items.length-p.length;m.push(a.open,...p,w>0?e(w):"",a.close)}let g=t.slice(c).reduce((a,p)=>a+p.items.length,0);return g>0&&o<=n.limit&&m.push(e(g)),m.join("")}function J(t,n,r){let e=r,s=0;for(let i of t){if(e+=i,e>n)break;s++}return s}var Q={limit:1e3*1024,measure:z},Z={error:"🔴",warning:"🟡",notice:"🔵"},T=1e3,ee=6e3,ne=110;function be(t,n,{limit:r,measure:e}=Q){let s=te(t),i=r-e(s)-10,o=S(ae(t,n),{limit:Math.floor(i/4),measure:e,levels:[c=>`- ${c}
`],more:P}),l=S(se(O(t)),ie(i-e(o),e,n));return`${[s,l,o].filter(c=>c!=="").join(`
`).trimEnd()}
`}function te(t){let{verdict:n,result:r,target:e}=t;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",f(n.sentence),"",...re(O(t)),`Target: ${e.runtime}, Kubernetes 1.${e.minor}. ${x(B(r.coverage))}.`,""].join(`
`)}function re(t){return t.length===0?[]:["| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |","|---|--:|--:|--:|--:|",...R(t).map(({rule:r,members:e,counts:s})=>{let i=new Set(e.map(({span:o})=>o.source.path)).size;return`| ${r} | ${N.map(o=>s[o]||"").join(" | ")} | ${i} |`}),""]}var oe=20;function se(t){let n=0;return R(t).map(({rule:r,members:e,counts:s})=>{n+=e.length;let i=s.error+s.warning>0,o=`<b>${r}</b>: ${M(e.length,"finding")} (${I(e)})`;return{items:e,open:`<details${n<=oe&&i?" open":""}><summary>${o}</summary>

[About this rule](${e[0]?.help})

`,close:`
</details>

`}})}function ie(t,n,r){return{limit:t,measure:n,levels:[e=>ce(e,r),e=>H(e,r),e=>K(e,r)],more:P}}function P(t){return`
- …and ${t} more, left out because the report would be too long
`}function ce(t,n){let r=U(!1,!1),e=t.related.slice(0,5).map(o=>({span:o.span,message:F(o)})),i=[{span:t.span,message:""},...e].map(({span:o,message:l},c)=>{let u={span:o,label:l,role:"related",caret:c===0?"^":"-"},m=String($(o.source,o.end).line).length;return[...c===0?[]:[le(o.source.path,$(o.source,o.start).line,n)],...D(o.source,[u],m,ne,r)].join(`
`)});return`${H(t,n)}
${k(i.join(`
`))}
`}function le(t,n,{pathOf:r}){return`${r(t)}:${n}`}function H(t,n){let r=`${L(t)}; ${E(t.activation,n.pathOf)}; confidence ${t.confidence}`,e=(s,i)=>`  <br>*${s}:* ${f(d(i,T))}
`;return[K(t,n),e("why",t.because),e("instead",t.instead),e("where",r)].join("")}function K(t,n){let r=A(t,n.pathOf),e=r===""?"":`; also at ${f(d(r,ee))}`;return`- ${Z[t.severity]} ${V(t,n)} ${f(d(t.message,T))}${e}
`}function V(t,{pathOf:n,linkOf:r}){let{source:e,start:s,end:i}=t.span,o=$(e,s),l=y(`${d(n(e.path),300)}:${o.line}:${o.column}`),c=r?.(n(e.path),o.line,$(e,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${l}](${c})`:l}function ae({result:t},n){let{coverage:r,notes:e,suppressed:s}=t,i=l=>{let c=j(l),u=`${d(n.pathOf(l.path),300)}${c===void 0?"":`:${c}`}`;return`${y(u)} ${f(d(l.message,T))}`},o=({finding:l,reason:c,by:u})=>`${V(l,n)} ${y(l.rule)}, by ${u}: ${f(d(c,T))}`;return[h("Not understood",r.notUnderstood.map(i)),h("Only partly understood",r.partly.map(i)),h("Not read",C(r,n.pathOf).map(([l,c])=>`${x(l)}: ${f(d(c,T))}`)),h("Not explained",ue(r.unexplained,n)),h("Notes",e.map(i)),h("Suppressed",s.map(o))]}function ue(t,n){let r=_(t);if(r===void 0)return[];let e=t.lines.slice(0,de).map(({source:s,start:i})=>{let{line:o}=$(s,i),l=d(v(s,o).trim(),pe);return`${y(`${d(n.pathOf(s.path),300)}:${o}`)} ${y(l)}`});return[`${r}:`,...e]}var de=50,pe=160;function h(t,n){return{items:n,open:`<details><summary>${t}: ${n.length}</summary>

`,close:`
</details>

`}}export{Q as SUMMARY_LIMIT,be as renderMarkdown};
