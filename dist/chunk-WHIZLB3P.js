const require = process.getBuiltinModule;
import{b as q}from"./chunk-IB4A4E5M.js";import{a as N}from"./chunk-45DCHCBS.js";import"./chunk-EIE5YI2H.js";import{a as V}from"./chunk-RHKH33NH.js";import{a as D}from"./chunk-DVVH5FHA.js";import{c as T}from"./chunk-LUTRREWL.js";import{j as i,l as A}from"./chunk-QOOWGWZF.js";import{Ba as B,Ca as H,Fa as P,Ha as C,Ja as z,ca as w,f as $,pa as k,sa as I,u as m,ua as j,va as L,wa as g,ya as v,za as M}from"./chunk-3QORLTAI.js";import{h as F}from"./chunk-WUVBLXSJ.js";function f(e){let n=e.split("`");return n.length%2===0?i(e):n.map((o,s)=>s%2===1?`<code>${i(o)}</code>`:i(o)).join("")}function b({fingerprint:e}){return`f-${i(e)}`}var ee=10;function W(e,n){if(e.length===0)return[];let o=new Map([...e].sort(te).map((s,t)=>[s,t]));return['<section id="findings"><h2>Findings</h2>',...ne(e),'<div id="list">',...e.map((s,t)=>re(s,t,o.get(s)??0,n)),"</div></section>"]}function te(e,n){let[o,s]=[e.span.source.path,n.span.source.path];return o<s?-1:o>s?1:e.span.start-n.span.start}function ne(e){let n=[...w(e,({rule:t})=>t)].sort(([t],[r])=>t<r?-1:1),o=m.map(t=>`<label class="${t}"><input type="checkbox" name="severity" value="${t}" checked> <span class="tone">${t}</span></label>`),s=n.map(([t,r])=>`<option value="${t}">${t} (${r.length})</option>`);return['<form id="filters" hidden>','<input type="search" id="search" placeholder="Search in path, message and code" aria-label="Search">',...o,`<select id="rule" aria-label="Rule"><option value="">all rules</option>${s.join("")}</select>`,'<label>sort by <select id="sort"><option value="first">what to do first</option><option value="severity">severity</option><option value="place">file</option><option value="rule">rule</option></select></label>','<button type="button" id="unfold">unfold or fold all</button>','<output id="shown" class="dim" aria-live="polite"></output>',"</form>"]}function re(e,n,o,s){let{pathOf:t}=s,{source:r,start:l,end:a}=e.span,{line:d,column:p}=$(r,l),u=s.linkOf?.(t(r.path),d,$(r,a).line),h=u!==void 0&&/^https:\/\/[!-~]+$/.test(u)?` · <a href="${i(u)}">open the line</a>`:"",c=[["why",e.because],["instead",e.instead],["where",`${j(e)}; ${L(e.activation,t)}`],["confidence",e.confidence]],y=`${t(r.path)}:${d}`;return[`<details class="finding ${e.severity}" id="${b(e)}" data-severity="${e.severity}" data-rule="${e.rule}" data-rank="${n}" data-place="${o}">`,`<summary><span class="tone">${e.severity}</span><span class="where" title="${i(y)}"><bdi>${i(y)}</bdi></span><span class="what">${f(e.message)}</span></summary>`,`<div class="body"><p class="about"><a href="${i(e.help)}">${e.rule}</a> at ${d}:${p}${h}</p>`,`<pre>${A(oe(e,t))}</pre>`,`<dl>${c.map(([x,S])=>`<dt>${x}</dt><dd>${f(S)}</dd>`).join("")}</dl>`,"</div></details>"].join("")}function oe(e,n){let o=V(!1,!1),s=e.related.slice(0,ee).map(r=>({span:r.span,message:I(r)}));return[{span:e.span,message:""},...s].flatMap(({span:r,message:l},a)=>{let d=String($(r.source,r.end).line).length,p={span:r,label:l,role:"related",caret:a===0?"^":"-"};return[...a===0?[]:[`${n(r.source.path)}:${$(r.source,r.start).line}`],...N(r.source,[p],d,120,o)]}).join(`
`)}var _=10,se=6;function G(e,n){return[...w(e,({rule:t,instead:r})=>`${t}\0${r}`).values()].map(t=>{let r=new Set(t.map(({span:a})=>a.source.path)).size,l=Math.min(...t.map(a=>m.indexOf(a.severity)));return{findings:t,files:r,weight:(t.some(n)?0:10)+l}}).sort((t,r)=>t.weight-r.weight||r.findings.length/r.files-t.findings.length/t.files||r.findings.length-t.findings.length)}function U(e,n){if(e.length===0)return[];let o=e.slice(0,se).map(({findings:t,files:r})=>{let l=t[0],a=r===1?`<code>${i(n(l.span.source.path))}</code>`:g(r,"file"),d=`${g(t.length,"finding")} in ${a}`;return`<li><a class="${l.severity}" href="#${b(l)}">${i(l.rule)}</a> <span class="dim">${d}</span><br>${f(l.instead)}</li>`}),s=e.length-o.length;return["<section><h2>Do these first</h2>",`<ol class="first">${o.join(`
`)}</ol>`,...s>0?[`<p class="dim">…and ${g(s,"more kind")} of change below.</p>`]:[],"</section>"]}function Y(e,n){if(e.length===0)return[];let o=[...ae(e,n)].sort(([,a],[,d])=>d.length-a.length),s=o[0]?.[1].length??1,t=o.slice(0,_).map(([a,d])=>ie(a,d,s)),r=o.slice(_),l=r.reduce((a,[,d])=>a+d.length,0);return["<section><h2>Where</h2>",`<div class="areas">${t.join(`
`)}</div>`,...r.length>0?[`<p class="dim">…and ${g(l,"finding")} in ${g(r.length,"more folder")}</p>`]:[],"</section>"]}function ae(e,n){for(let o of[1,2,3]){let s=w(e,({span:t})=>n(t.source.path).split("/").slice(0,-1).slice(0,o).join("/"));if(s.size>2||o===3)return s}return new Map}function ie(e,n,o){let s=v(n),t=0,r=m.map(a=>{let d=s[a]/o*100,p=`<rect class="${a}" x="${t.toFixed(2)}" y="0" width="${d.toFixed(2)}" height="8"/>`;return t+=d,s[a]>0?p:""}),l=m.filter(a=>s[a]>0).map(a=>g(s[a],a));return`<span class="area"><code>${i(e===""?"./":`${e}/`)}</code></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${l.join(", ")}">${r.join("")}</svg><span>${n.length}</span>`}function K(e){if(e.length===0)return[];let o=D(e).map(({rule:t,members:r,counts:l})=>{let a=new Set(r.map(({span:p})=>p.source.path)).size,d=m.map(p=>`<td class="n">${l[p]||""}</td>`).join("");return`<tr><td><a href="#findings" data-rule="${t}">${t}</a> <a class="dim" href="${i(r[0]?.help??"")}">about</a></td>${d}<td class="n">${a}</td></tr>`});return["<section><h2>By rule</h2>",`<table><thead><tr><th>rule</th>${m.map(t=>`<th class="n ${t}"><span class="tone">${t}</span></th>`).join("")}<th class="n">files</th></tr></thead><tbody>${o.join(`
`)}</tbody></table>`,"</section>"]}var X=600,R=120,le=400;function J(e){let n=e.slice(-le),[o,s]=[n[0],n.at(-1)];if(!o||!s||n.length<2)return[];let t=Math.max(1,...n.map(({counts:c})=>Math.max(...Object.values(c)))),r=n.map(({date:c})=>Date.parse(c)),[l=0,a=1]=[r[0],r.at(-1)],d=c=>((c-l)/Math.max(1,a-l)*X).toFixed(1),p=c=>(R-c/t*R).toFixed(1),u=m.map(c=>{let y=n.map(({counts:x},S)=>`${d(r[S]??0)},${p(x[c])}`);return`<polyline class="${c}" points="${y.join(" ")}"/>`}),h=m.map(c=>de(c,o,s));return["<section><h2>Progress</h2>",`<svg class="line" viewBox="-4 -4 ${X+8} ${R+8}" preserveAspectRatio="none" role="img" aria-label="${i(h.join(", "))}">${u.join("")}</svg>`,`<p class="dim span"><span>${i(o.date)}</span><span>${i(s.date)}</span></p>`,`<p>Since ${i(o.date)}: ${m.map((c,y)=>`<span class="${c}"><span class="tone">${h[y]}</span></span>`).join(", ")}.</p>`,"</section>"]}function de(e,n,o){return`${e}s from ${n.counts[e]} to ${o.counts[e]}`}var E=`
const list = document.getElementById('list');
const rows = [...list.children];
const search = document.getElementById('search');
const rule = document.getElementById('rule');
const sort = document.getElementById('sort');
const levels = [...document.querySelectorAll('input[name=severity]')];
const shown = document.getElementById('shown');
const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
const ranks = { error: 0, warning: 1, notice: 2 };
const orders = {
  first: (a, b) => a.dataset.rank - b.dataset.rank,
  severity: (a, b) => ranks[a.dataset.severity] - ranks[b.dataset.severity] || a.dataset.place - b.dataset.place,
  place: (a, b) => a.dataset.place - b.dataset.place,
  rule: (a, b) => a.dataset.rule.localeCompare(b.dataset.rule) || a.dataset.place - b.dataset.place,
};
function apply() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const on = new Set(levels.filter((level) => level.checked).map((level) => level.value));
  let count = 0;
  for (const row of rows) {
    const fits = on.has(row.dataset.severity) && (rule.value === '' || rule.value === row.dataset.rule) && words.every((word) => text.get(row).includes(word));
    row.hidden = !fits;
    if (fits) count += 1;
  }
  shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' shown';
}
function open() {
  const row = document.getElementById(location.hash.slice(1));
  if (!row || row.tagName !== 'DETAILS') return;
  row.open = true;
  row.hidden = false;
  row.scrollIntoView();
}
for (const field of [search, rule, ...levels]) field.addEventListener('input', apply);
sort.addEventListener('input', () => list.append(...rows.sort(orders[sort.value])));
for (const link of document.querySelectorAll('a[data-rule]')) link.addEventListener('click', () => { rule.value = link.dataset.rule; apply(); });
document.getElementById('unfold').addEventListener('click', () => {
  const all = rows.every((row) => row.hidden || row.open);
  for (const row of rows) if (!row.hidden) row.open = !all;
});
addEventListener('hashchange', open);
document.getElementById('filters').hidden = false;
apply();
open();
`;var O=`
:root{color-scheme:light dark;--bg:#fff;--ink:#1f2328;--dim:#59636e;--edge:#d1d9e0;--soft:#f6f8fa;--error:#cf222e;--warning:#9a6700;--notice:#0969da;--good:#1a7f37}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--ink:#e6edf3;--dim:#9198a1;--edge:#3d444d;--soft:#151b23;--error:#ff7b72;--warning:#d29922;--notice:#58a6ff;--good:#3fb950}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;background:var(--bg);color:var(--ink);max-width:76rem;margin:0 auto;padding:1rem 1rem 3rem;overflow-wrap:anywhere}
a{color:var(--notice)}
h1{font-size:1.35rem;margin:.5rem 0 0}h2{font-size:1.05rem;margin:1.6rem 0 .5rem}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.88em}
code{background:var(--soft);border-radius:4px;padding:.1em .25em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:6px;margin:.5rem 0;overflow-wrap:normal}
.dim,.about{color:var(--dim)}.about{margin:.1rem 0 .8rem}
.verdict{border:1px solid var(--edge);border-left:6px solid var(--good);border-radius:6px;padding:.5rem .9rem;font-size:1.05rem;margin:.6rem 0}
.verdict.failure{border-left-color:var(--error)}.verdict.nothing-to-scan,.verdict.unsure{border-left-color:var(--warning)}
.error{--tone:var(--error)}.warning{--tone:var(--warning)}.notice{--tone:var(--notice)}
.tone{color:var(--tone);font-weight:600}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;align-items:start}
ol.first{margin:0;padding-left:1.4rem}ol.first li{margin:.25rem 0}
.areas{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr max-content;gap:.2rem .7rem;align-items:center}
.areas svg{width:100%;height:.8rem;display:block}
rect{fill:var(--tone)}
svg.line{width:100%;height:6rem;border-bottom:1px solid var(--edge)}polyline{fill:none;stroke:var(--tone);stroke-width:2;vector-effect:non-scaling-stroke}p.span{display:flex;justify-content:space-between;margin:.1rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--edge)}td.n,th.n{text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}
form{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:.6rem 0}
input[type=search]{flex:1 1 14rem}
input,select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--edge);border-radius:6px;padding:.2rem .5rem;max-width:100%}
details.finding{border-bottom:1px solid var(--edge)}details.finding>summary{display:grid;grid-template-columns:4.6rem minmax(10rem,24rem) 1fr;gap:.7rem;padding:.2rem 0;cursor:pointer;list-style:none}
details.finding>summary::-webkit-details-marker{display:none}
details.finding>summary:hover{background:var(--soft)}
.where,.what{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.where{direction:rtl;text-align:left;font-family:ui-monospace,monospace;font-size:.85em;line-height:1.75}
details[open]>summary .where,details[open]>summary .what{white-space:normal}
.body{padding:.2rem 0 .8rem 1rem;border-left:3px solid var(--tone);margin:.2rem 0 .6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.4rem 0}dt{color:var(--dim)}dd{margin:0}
ul{padding-left:1.2rem;margin:.3rem 0}
:focus-visible{outline:2px solid var(--notice);outline-offset:1px}
[hidden]{display:none!important}
@media (max-width:46rem){.columns{grid-template-columns:1fr}details.finding>summary{grid-template-columns:4.6rem 1fr;gap:0 .7rem}.what{grid-column:1/-1;white-space:normal}.areas{grid-template-columns:1fr max-content}.areas .area{grid-column:1/-1}dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
@media print{:root{color-scheme:light;--bg:#fff;--ink:#000;--dim:#444;--edge:#bbb;--soft:#f3f3f3;--error:#a40e26;--warning:#7d4e00;--notice:#0550ae;--good:#116329}body{max-width:none;font-size:10pt;padding:0}form{display:none}.where,.what{white-space:normal}pre{white-space:pre-wrap}details.finding{break-inside:avoid}rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;function Ze(e,n){let o=k(e),s=G(o,r=>z(r,e.failOn,e.minConfidence)),t=s.flatMap(r=>r.findings);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${Q(O)}'; script-src '${Q(E)}'; base-uri 'none'; form-action 'none'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim report${i(Z(e))}</title><style>${O}</style></head><body>`,...ce(e),'<div class="columns">',...U(s,n.pathOf),...Y(o,n.pathOf),"</div>",...J(pe(e,n)),...K(o),...W(t,n),...ue(e,n),...fe(e,n),`<footer><p class="dim">${F} ${i(e.version)}</p></footer>`,...o.length>0?[`<script>${E}</script>`]:[],"</body></html>"].join(`
`)}
`}function ce({subject:e,verdict:n,result:o,target:s,comparison:t,...r}){let l=[...e?.commit?[`commit <code>${i(e.commit.slice(0,12))}</code>`]:[],...e?[i(e.date)]:[],`for ${s.runtime} on Kubernetes 1.${s.minor}`],a=k({comparison:t,result:o}),d=n.conclusion==="success"&&a.length===0&&o.coverage.notUnderstood.length>0?"unsure":n.conclusion;return[`<h1>Dockershim report${i(Z({subject:e}))}</h1>`,`<p class="about">${l.join(" · ")}</p>`,`<p class="verdict ${d}"><b>${me(n,a.length)}</b> ${f(n.sentence)}</p>`,`<p class="dim">${i(C(M(o.coverage)))}. The check fails from ${r.failOn} at confidence ${r.minConfidence} upwards.</p>`]}function pe({subject:e,result:n},{history:o}){return o&&e?q(o,{date:e.date,counts:v(n.findings)}):[]}function me({conclusion:e},n){switch(e){case"failure":return"Not ready.";case"success":return n===0?"":"Passes.";case"nothing-to-scan":return""}}function Z({subject:e}){return e?`: ${e.name}`:""}function Q(e){let n=T(new TextEncoder().encode(e));return`sha256-${btoa(String.fromCharCode(...n))}`}function ue({result:e},{pathOf:n}){let{suppressed:o}=e;if(o.length===0)return[];let s=o.map(({finding:t,reason:r,by:l})=>`<li><code>${i(n(t.span.source.path))}</code> ${t.rule}, by ${l}: ${f(r)}</li>`);return[`<details><summary><b>Accepted: ${o.length}</b></summary>`,`<ul>${s.join(`
`)}</ul></details>`]}function fe({result:e},{pathOf:n}){let o=[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]],s=B(e.coverage,n).map(([l,a])=>`<p class="dim">Not read, ${l}: ${i(a)}</p>`),t=o.flatMap(([l,a])=>{if(a.length===0)return[];let d=a.map(p=>{let u=P(p),h=`${n(p.path)}${u===void 0?"":`:${u}`}`;return`<li><code>${i(h)}</code> ${f(p.message)}</li>`});return[`<details><summary><b>${l}: ${a.length}</b></summary>`,`<ul>${d.join(`
`)}</ul></details>`]}),r=H(e.coverage.unexplained);return[...t,...s,...r===void 0?[]:[`<p class="dim">${r}.</p>`]]}export{Ze as renderHtml};
