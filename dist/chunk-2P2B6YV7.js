const require = process.getBuiltinModule;
import{a as E,b as m,c as b,d as O}from"./chunk-T7BOSJKB.js";import{b as z}from"./chunk-FIWHSJ74.js";import{a as q}from"./chunk-AHIC4UMJ.js";import"./chunk-WEYHTBV3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import{a as V}from"./chunk-RT5UQSTU.js";import"./chunk-LUTRREWL.js";import{j as l,l as N}from"./chunk-5CP2NWSZ.js";import{Ja as y,K as u,Ya as x,bb as k,db as j,eb as B,f as S,fb as f,hb as v,ib as L,kb as P,lb as H,ob as M,qb as A,rb as C,vb as D}from"./chunk-KCD4ADZC.js";import{h as I}from"./chunk-WUVBLXSJ.js";var ee={width:120,related:10};function W(e,n){if(e.length===0)return[];let o=new Map([...e].sort(te).map((r,t)=>[r,t]));return['<section id="findings"><h2>Findings</h2>',...ne(e),'<div id="list">',...e.map((r,t)=>oe(r,t,o.get(r)??0,n)),"</div></section>"]}function te(e,n){let[o,r]=[e.span.source.path,n.span.source.path];return o<r?-1:o>r?1:e.span.start-n.span.start}function ne(e){let n=[...y(e,({rule:t})=>t)].sort(([t],[s])=>t<s?-1:1),o=u.map(t=>`<label class="${t}"><input type="checkbox" name="severity" value="${t}" checked> <span class="tone">${t}</span></label>`),r=n.map(([t,s])=>`<option value="${t}">${t} (${s.length})</option>`);return['<form id="filters" hidden>','<input type="search" id="search" placeholder="Search in path, message and code" aria-label="Search">',...o,`<select id="rule" aria-label="Rule"><option value="">all rules</option>${r.join("")}</select>`,'<label>sort by <select id="sort"><option value="first">what to do first</option><option value="severity">severity</option><option value="place">file</option><option value="rule">rule</option></select></label>','<button type="button" id="unfold">unfold or fold all</button>','<output id="shown" class="dim" aria-live="polite"></output>',"</form>"]}function oe(e,n,o,r){let{pathOf:t}=r,{source:s,start:i,end:a}=e.span,{line:c,column:d}=S(s,i),h=r.linkOf?.(t(s.path),c,S(s,a).line),g=h!==void 0&&/^https:\/\/[!-~]+$/.test(h)?` · <a href="${l(h)}">open the line</a>`:"",p=C(e,t),$=[["why",e.because],["instead",e.instead],["where",`${k(e)}; ${B(e.activation,t)}`],["confidence",e.confidence],...p===""?[]:[["also at",p]]],w=`${t(s.path)}:${c}`;return[`<details class="finding ${e.severity}" id="${b(e)}" data-severity="${e.severity}" data-rule="${e.rule}" data-rank="${n}" data-place="${o}">`,`<summary><span class="tone">${e.severity}</span><span class="where" title="${l(w)}"><bdi>${l(w)}</bdi></span><span class="what">${m(e.message)}</span></summary>`,`<div class="body"><p class="about"><a href="${l(e.help)}">${e.rule}</a> at ${c}:${d}${g}</p>`,`<pre>${N(q(e,{pathOf:t},ee))}</pre>`,`<dl>${$.map(([R,Z])=>`<dt>${R}</dt><dd>${m(Z)}</dd>`).join("")}</dl>`,"</div></details>"].join("")}var _=10,se=6;function G(e,n){return[...y(e,({rule:t,instead:s})=>`${t}\0${s}`).values()].map(t=>{let s=new Set(t.map(({span:a})=>a.source.path)).size,i=Math.min(...t.map(a=>u.indexOf(a.severity)));return{findings:t,files:s,weight:(t.some(n)?0:10)+i}}).sort((t,s)=>t.weight-s.weight||s.findings.length/s.files-t.findings.length/t.files||s.findings.length-t.findings.length)}function U(e,n){if(e.length===0)return[];let o=e.slice(0,se).map(({findings:t,files:s})=>{let i=t[0],a=s===1?`<code>${l(n(i.span.source.path))}</code>`:f(s,"file"),c=`${f(t.length,"finding")} in ${a}`;return`<li><a class="${i.severity}" href="#${b(i)}">${l(i.rule)}</a> <span class="dim">${c}</span><br>${m(i.instead)}</li>`}),r=e.length-o.length;return["<section><h2>Do these first</h2>",`<ol class="first">${o.join(`
`)}</ol>`,...r>0?[`<p class="dim">…and ${f(r,"more kind")} of change below.</p>`]:[],"</section>"]}function K(e,n){if(e.length===0)return[];let o=[...re(e,n)].sort(([,a],[,c])=>c.length-a.length),r=o[0]?.[1].length??1,t=o.slice(0,_).map(([a,c])=>ae(a,c,r)),s=o.slice(_),i=s.reduce((a,[,c])=>a+c.length,0);return["<section><h2>Where</h2>",`<div class="areas">${t.join(`
`)}</div>`,...s.length>0?[`<p class="dim">…and ${f(i,"finding")} in ${f(s.length,"more folder")}</p>`]:[],"</section>"]}function re(e,n){for(let o of[1,2,3]){let r=y(e,({span:t})=>n(t.source.path).split("/").slice(0,-1).slice(0,o).join("/"));if(r.size>2||o===3)return r}return new Map}function ae(e,n,o){let r=v(n),t=0,s=u.map(a=>{let c=r[a]/o*100,d=`<rect class="${a}" x="${t.toFixed(2)}" y="0" width="${c.toFixed(2)}" height="8"/>`;return t+=c,r[a]>0?d:""}),i=u.filter(a=>r[a]>0).map(a=>f(r[a],a));return`<span class="area"><code>${l(e===""?"./":`${e}/`)}</code></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${i.join(", ")}">${s.join("")}</svg><span>${n.length}</span>`}function X(e){if(e.length===0)return[];let o=V(e).map(({rule:t,members:s,counts:i})=>{let a=new Set(s.map(({span:d})=>d.source.path)).size,c=u.map(d=>`<td class="n">${i[d]||""}</td>`).join("");return`<tr><td><a href="#findings" data-rule="${t}">${t}</a> <a class="dim" href="${l(s[0]?.help??"")}">about</a></td>${c}<td class="n">${a}</td></tr>`});return["<section><h2>By rule</h2>",`<table><thead><tr><th>rule</th>${u.map(t=>`<th class="n ${t}"><span class="tone">${t}</span></th>`).join("")}<th class="n">files</th></tr></thead><tbody>${o.join(`
`)}</tbody></table>`,"</section>"]}var Y=600,F=120,ie=400;function J(e){let n=e.slice(-ie),[o,r]=[n[0],n.at(-1)];if(!o||!r||n.length<2)return[];let t=Math.max(1,...n.map(({counts:p})=>Math.max(...Object.values(p)))),s=n.map(({date:p})=>Date.parse(p)),[i=0,a=1]=[s[0],s.at(-1)],c=p=>((p-i)/Math.max(1,a-i)*Y).toFixed(1),d=p=>(F-p/t*F).toFixed(1),h=u.map(p=>{let $=n.map(({counts:w},R)=>`${c(s[R]??0)},${d(w[p])}`);return`<polyline class="${p}" points="${$.join(" ")}"/>`}),g=u.map(p=>le(p,o,r));return["<section><h2>Progress</h2>",`<svg class="line" viewBox="-4 -4 ${Y+8} ${F+8}" preserveAspectRatio="none" role="img" aria-label="${l(g.join(", "))}">${h.join("")}</svg>`,`<p class="dim span"><span>${l(o.date)}</span><span>${l(r.date)}</span></p>`,`<p>Since ${l(o.date)}: ${u.map((p,$)=>`<span class="${p}"><span class="tone">${g[$]}</span></span>`).join(", ")}.</p>`,"</section>"]}function le(e,n,o){return`${e}s from ${n.counts[e]} to ${o.counts[e]}`}var T=`
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
`;function Ke(e,n){let o=x(e),r=G(o,s=>D(s,e.failOn,e.minConfidence)),t=r.flatMap(s=>s.findings);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${E(O)}'; script-src '${E(T)}'; base-uri 'none'; form-action 'none'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim report${l(Q(e))}</title><style>${O}</style></head><body>`,...ce(e),'<div class="columns">',...U(r,n.pathOf),...K(o,n.pathOf),"</div>",...J(pe(e,n)),...X(o),...W(t,n),...ue(e,n),...me(e,n),`<footer><p class="dim">${I} ${l(e.version)}</p></footer>`,...o.length>0?[`<script>${T}</script>`]:[],"</body></html>"].join(`
`)}
`}function ce({subject:e,verdict:n,result:o,target:r,comparison:t}){let s=[...e?.commit?[`commit <code>${l(e.commit.slice(0,12))}</code>`]:[],...e?[l(e.date)]:[],`for ${r.runtime} on Kubernetes 1.${r.minor}`],i=x({comparison:t,result:o}),a=n.conclusion==="success"&&i.length===0&&o.coverage.notUnderstood.length>0?"unsure":n.conclusion;return[`<h1>Dockershim report${l(Q({subject:e}))}</h1>`,`<p class="about">${s.join(" · ")}</p>`,`<p class="verdict ${a}"><b>${de(n,i.length)}</b> ${m(n.sentence)}</p>`,`<p class="dim">${l([`${A(L(o.coverage))}.`,...j(i)].join(" "))}</p>`]}function pe({subject:e,result:n},{history:o}){return o&&e?z(o,{date:e.date,counts:v(n.findings)}):[]}function de({conclusion:e},n){switch(e){case"failure":return"Not ready.";case"success":return n===0?"":"Passes.";case"nothing-to-scan":return""}}function Q({subject:e}){return e?`: ${e.name}`:""}function ue({result:e},{pathOf:n}){let{suppressed:o}=e;if(o.length===0)return[];let r=o.map(({finding:t,reason:s,by:i})=>`<li><code>${l(n(t.span.source.path))}</code> ${t.rule}, by ${i}: ${m(s)}</li>`);return[`<details><summary><b>Accepted: ${o.length}</b></summary>`,`<ul>${r.join(`
`)}</ul></details>`]}function me({result:e},{pathOf:n}){let o=[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]],r=P(e.coverage,n).map(([i,a])=>`<p class="dim">Not read, ${i}: ${l(a)}</p>`),t=o.flatMap(([i,a])=>{if(a.length===0)return[];let c=a.map(d=>{let h=M(d),g=`${n(d.path)}${h===void 0?"":`:${h}`}`;return`<li><code>${l(g)}</code> ${m(d.message)}</li>`});return[`<details><summary><b>${i}: ${a.length}</b></summary>`,`<ul>${c.join(`
`)}</ul></details>`]}),s=H(e.coverage.unexplained);return[...t,...r,...s===void 0?[]:[`<p class="dim">${s}.</p>`]]}export{Ke as renderHtml};
