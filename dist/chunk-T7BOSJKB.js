const require = process.getBuiltinModule;
import{c as t}from"./chunk-LUTRREWL.js";import{j as r}from"./chunk-5CP2NWSZ.js";function d(e){let o=t(new TextEncoder().encode(e));return`sha256-${btoa(String.fromCharCode(...o))}`}function l(e){let o=e.split("`");return o.length%2===0?r(e):o.map((i,n)=>n%2===1?`<code>${r(i)}</code>`:r(i)).join("")}function g({fingerprint:e}){return`f-${r(e)}`}var f=`
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
`;export{d as a,l as b,g as c,f as d};
