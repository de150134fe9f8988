const require = process.getBuiltinModule;
import{a as k}from"./chunk-LV73LD3I.js";import"./chunk-EIE5YI2H.js";import{a as D}from"./chunk-RHKH33NH.js";import{a as x}from"./chunk-DKZKVEXG.js";import{e as p,m as $,o as A,q as f}from"./chunk-DSHTEWWO.js";import{Da as O,F as N,Ga as F,Ia as M,Ja as E,Ka as L,La as B,Na as C,Pa as I,Qa as _,Ta as j,Va as R,f as y,g as v}from"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";var U=t=>{let e=0;for(let r=0;r<t.length;r++){let n=t.charCodeAt(r);n<128?e+=1:n<2048?e+=2:n>=55296&&n<56320&&r+1<t.length?(e+=4,r++):e+=3}return e};function w(t,e){let r=t.filter(n=>n.items.length>0);for(let[n,s]of e.levels.entries()){let i=W(r,s,e);if(i!==void 0)return X(r,s,e.levels[n-1],e,i)}return Y(r,e)}function W(t,e,{limit:r,measure:n}){let s=0;for(let i of t){s+=n(i.open)+n(i.close);for(let o of i.items){if(s>r)return;s+=n(e(o))}}return s<=r?s:void 0}function X(t,e,r,{limit:n,measure:s},i){let o=n-i,l=r,c=[];for(let a of t){c.push(a.open);for(let m of a.items){let g=e(m),u=l?.(m),d=u===void 0?0:s(u)-s(g);d>o?l=void 0:o-=d,c.push(u===void 0||l===void 0?g:u)}c.push(a.close)}return c.join("")}function Y(t,e){let{measure:r,more:n,levels:s}=e,i=s.at(-1)??(()=>""),o=r(n(9999999)),l=t.map(u=>r(u.open)+r(u.close)+o),c=q(l,e.limit,o),a=e.limit-o-l.slice(0,c).reduce((u,d)=>u+d,0),m=[];for(let u of t.slice(0,c)){let d=[];for(let V of u.items){let b=i(V),G=r(b);if(G>a)break;a-=G,d.push(b)}let S=u.items.length-d.length;m.push(u.open,...d,S>0?n(S):"",u.close)}let g=t.slice(c).reduce((u,d)=>u+d.items.length,0);return g>0&&o<=e.limit&&m.push(n(g)),m.join("")}function q(t,e,r){let n=r,s=0;for(let i of t){if(n+=i,n>e)break;s++}return s}var J={limit:1e3*1024,measure:U},Q={error:"🔴",warning:"🟡",notice:"🔵"},T=1e3,Z=110;function we(t,e,{limit:r,measure:n}=J){let s=ee(t),i=r-n(s)-10,o=w(ce(t,e),{limit:Math.floor(i/4),measure:n,levels:[c=>`- ${c}
`],more:z}),l=w(re(O(t)),oe(i-n(o),n,e));return`${[s,l,o].filter(c=>c!=="").join(`
`).trimEnd()}
`}function ee(t){let{verdict:e,result:r,target:n}=t;return[`### ${e.conclusion==="success"?"✅":e.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",f(e.sentence),"",...ne(O(t)),`Target: ${n.runtime}, Kubernetes 1.${n.minor}. ${R(C(r.coverage))}.`,""].join(`
`)}function ne(t){return t.length===0?[]:["| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |","|---|--:|--:|--:|--:|",...x(t).map(({rule:r,members:n,counts:s})=>{let i=new Set(n.map(({span:o})=>o.source.path)).size;return`| ${r} | ${N.map(o=>s[o]||"").join(" | ")} | ${i} |`}),""]}var te=20;function re(t){let e=0;return x(t).map(({rule:r,members:n,counts:s})=>{e+=n.length;let i=s.error+s.warning>0,o=`<b>${r}</b>: ${L(n.length,"finding")} (${B(n)})`;return{items:n,open:`<details${e<=te&&i?" open":""}><summary>${o}</summary>

[About this rule](${n[0]?.help})

`,close:`
</details>

`}})}function oe(t,e,r){return{limit:t,measure:e,levels:[n=>se(n,r),n=>P(n,r),n=>H(n,r)],more:z}}function z(t){return`
- …and ${t} more, left out because the report would be too long
`}function se(t,e){let r=D(!1,!1),n=t.related.slice(0,5).map(o=>({span:o.span,message:F(o)})),i=[{span:t.span,message:""},...n].map(({span:o,message:l},c)=>{let a={span:o,label:l,role:"related",caret:c===0?"^":"-"},m=String(y(o.source,o.end).line).length;return[...c===0?[]:[ie(o.source.path,y(o.source,o.start).line,e)],...k(o.source,[a],m,Z,r)].join(`
`)});return`${P(t,e)}
${A(i.join(`
`))}
`}function ie(t,e,{pathOf:r}){return`${r(t)}:${e}`}function P(t,e){let r=`${M(t)}; ${E(t.activation,e.pathOf)}; confidence ${t.confidence}`,n=(s,i)=>`  <br>*${s}:* ${f(p(i,T))}
`;return[H(t,e),n("why",t.because),n("instead",t.instead),n("where",r)].join("")}function H(t,e){return`- ${Q[t.severity]} ${K(t,e)} ${f(p(t.message,T))}
`}function K(t,{pathOf:e,linkOf:r}){let{source:n,start:s,end:i}=t.span,o=y(n,s),l=$(`${p(e(n.path),300)}:${o.line}:${o.column}`),c=r?.(e(n.path),o.line,y(n,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${l}](${c})`:l}function ce({result:t},e){let{coverage:r,notes:n,suppressed:s}=t,i=l=>{let c=j(l),a=`${p(e.pathOf(l.path),300)}${c===void 0?"":`:${c}`}`;return`${$(a)} ${f(p(l.message,T))}`},o=({finding:l,reason:c,by:a})=>`${K(l,e)} ${$(l.rule)}, by ${a}: ${f(p(c,T))}`;return[h("Not understood",r.notUnderstood.map(i)),h("Only partly understood",r.partly.map(i)),h("Not read",I(r,e.pathOf).map(([l,c])=>`${R(l)}: ${f(p(c,T))}`)),h("Not explained",le(r.unexplained,e)),h("Notes",n.map(i)),h("Suppressed",s.map(o))]}function le(t,e){let r=_(t);if(r===void 0)return[];let n=t.lines.slice(0,ue).map(({source:s,start:i})=>{let{line:o}=y(s,i),l=p(v(s,o).trim(),ae);return`${$(`${p(e.pathOf(s.path),300)}:${o}`)} ${$(l)}`});return[`${r}:`,...n]}var ue=50,ae=160;function h(t,e){return{items:e,open:`<details><summary>${t}: ${e.length}</summary>

`,close:`
</details>

`}}export{J as SUMMARY_LIMIT,we as renderMarkdown};
