const require = process.getBuiltinModule;
import{a as U}from"./chunk-XYLC2KM6.js";import"./chunk-EIE5YI2H.js";import{a as z}from"./chunk-RHKH33NH.js";import{a as R}from"./chunk-XDQE3RSS.js";import{e as d,m as y,o as D,q as f}from"./chunk-73XR4N7N.js";import{$a as B,G as N,Ra as O,Ua as F,Wa as E,Ya as L,Za as M,_a as I,bb as C,db as _,eb as j,f as $,g as v,hb as A,jb as x,kb as k}from"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";var P=n=>{let t=0;for(let r=0;r<n.length;r++){let e=n.charCodeAt(r);e<128?t+=1:e<2048?t+=2:e>=55296&&e<56320&&r+1<n.length?(t+=4,r++):t+=3}return t};function S(n,t){let r=n.filter(e=>e.items.length>0);for(let[e,s]of t.levels.entries()){let i=Y(r,s,t);if(i!==void 0)return q(r,s,t.levels[e-1],t,i)}return J(r,t)}function Y(n,t,{limit:r,measure:e}){let s=0;for(let i of n){s+=e(i.open)+e(i.close);for(let o of i.items){if(s>r)return;s+=e(t(o))}}return s<=r?s:void 0}function q(n,t,r,{limit:e,measure:s},i){let o=e-i,l=r,c=[];for(let u of n){c.push(u.open);for(let m of u.items){let g=t(m),a=l?.(m),p=a===void 0?0:s(a)-s(g);p>o?l=void 0:o-=p,c.push(a===void 0||l===void 0?g:a)}c.push(u.close)}return c.join("")}function J(n,t){let{measure:r,more:e,levels:s}=t,i=s.at(-1)??(()=>""),o=r(e(9999999)),l=n.map(a=>r(a.open)+r(a.close)+o),c=Q(l,t.limit,o),u=t.limit-o-l.slice(0,c).reduce((a,p)=>a+p,0),m=[];for(let a of n.slice(0,c)){let p=[];for(let X of a.items){let G=i(X),b=r(G);if(b>u)break;u-=b,p.push(G)}let w=a.items.length-p.length;m.push(a.open,...p,w>0?e(w):"",a.close)}let g=n.slice(c).reduce((a,p)=>a+p.items.length,0);return g>0&&o<=t.limit&&m.push(e(g)),m.join("")}function Q(n,t,r){let e=r,s=0;for(let i of n){if(e+=i,e>t)break;s++}return s}var Z={limit:1e3*1024,measure:P},ee={error:"🔴",warning:"🟡",notice:"🔵"},T=1e3,ne=6e3,te=110;function ve(n,t,{limit:r,measure:e}=Z){let s=re(n),i=r-e(s)-10,o=S(ue(n,t),{limit:Math.floor(i/4),measure:e,levels:[c=>`- ${c}
`],more:H}),l=S(ie(O(n)),ce(i-e(o),e,t));return`${[s,l,o].filter(c=>c!=="").join(`
`).trimEnd()}
`}function re(n){let{verdict:t,result:r,target:e}=n;return[`### ${t.conclusion==="success"?"✅":t.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",f(`${t.sentence} ${L(O(n))}`.trimEnd()),"",...oe(O(n)),`Target: ${e.runtime}, Kubernetes 1.${e.minor}. ${x(C(r.coverage))}.`,""].join(`
`)}function oe(n){return n.length===0?[]:["| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |","|---|--:|--:|--:|--:|",...R(n).map(({rule:r,members:e,counts:s})=>{let i=new Set(e.map(({span:o})=>o.source.path)).size;return`| ${r} | ${N.map(o=>s[o]||"").join(" | ")} | ${i} |`}),""]}var se=20;function ie(n){let t=0;return R(n).map(({rule:r,members:e,counts:s})=>{t+=e.length;let i=s.error+s.warning>0,o=`<b>${r}</b>: ${I(e.length,"finding")} (${B(e)})`;return{items:e,open:`<details${t<=se&&i?" open":""}><summary>${o}</summary>

[About this rule](${e[0]?.help})

`,close:`
</details>

`}})}function ce(n,t,r){return{limit:n,measure:t,levels:[e=>le(e,r),e=>K(e,r),e=>V(e,r)],more:H}}function H(n){return`
- …and ${n} more, left out because the report would be too long
`}function le(n,t){let r=z(!1,!1),e=n.related.slice(0,5).map(o=>({span:o.span,message:F(o)})),i=[{span:n.span,message:""},...e].map(({span:o,message:l},c)=>{let u={span:o,label:l,role:"related",caret:c===0?"^":"-"},m=String($(o.source,o.end).line).length;return[...c===0?[]:[ae(o.source.path,$(o.source,o.start).line,t)],...U(o.source,[u],m,te,r)].join(`
`)});return`${K(n,t)}
${D(i.join(`
`))}
`}function ae(n,t,{pathOf:r}){return`${r(n)}:${t}`}function K(n,t){let r=`${E(n)}; ${M(n.activation,t.pathOf)}; confidence ${n.confidence}`,e=(s,i)=>`  <br>*${s}:* ${f(d(i,T))}
`;return[V(n,t),e("why",n.because),e("instead",n.instead),e("where",r)].join("")}function V(n,t){let r=k(n,t.pathOf),e=r===""?"":`; also at ${f(d(r,ne))}`;return`- ${ee[n.severity]} ${W(n,t)} ${f(d(n.message,T))}${e}
`}function W(n,{pathOf:t,linkOf:r}){let{source:e,start:s,end:i}=n.span,o=$(e,s),l=y(`${d(t(e.path),300)}:${o.line}:${o.column}`),c=r?.(t(e.path),o.line,$(e,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${l}](${c})`:l}function ue({result:n},t){let{coverage:r,notes:e,suppressed:s}=n,i=l=>{let c=A(l),u=`${d(t.pathOf(l.path),300)}${c===void 0?"":`:${c}`}`;return`${y(u)} ${f(d(l.message,T))}`},o=({finding:l,reason:c,by:u})=>`${W(l,t)} ${y(l.rule)}, by ${u}: ${f(d(c,T))}`;return[h("Not understood",r.notUnderstood.map(i)),h("Only partly understood",r.partly.map(i)),h("Not read",_(r,t.pathOf).map(([l,c])=>`${x(l)}: ${f(d(c,T))}`)),h("Not explained",de(r.unexplained,t)),h("Notes",e.map(i)),h("Suppressed",s.map(o))]}function de(n,t){let r=j(n);if(r===void 0)return[];let e=n.lines.slice(0,pe).map(({source:s,start:i})=>{let{line:o}=$(s,i),l=d(v(s,o).trim(),me);return`${y(`${d(t.pathOf(s.path),300)}:${o}`)} ${y(l)}`});return[`${r}:`,...e]}var pe=50,me=160;function h(n,t){return{items:t,open:`<details><summary>${n}: ${t.length}</summary>

`,close:`
</details>

`}}export{Z as SUMMARY_LIMIT,ve as renderMarkdown};
