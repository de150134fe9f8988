#!/usr/bin/env node
import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{A as ne,C as re,D as ie,E as se,F as ae,H as ce,J as me,K as _,L as de,M as ue,O as pe,P as he,U as v,V as ge,W as we,X as P,e as H,f as X,g as b,h as O,i as K,j as z,l as B,m as J,n as S,p as Y,s as T,t as Q,u as Z,v as ee,w as F,x as L,z as te}from"./chunk-YH5FE4PR.js";import{C as y,L as w,M as d,O as C}from"./chunk-ZL3HTFZR.js";import{a as l}from"./chunk-EDIEJRTB.js";import{a as N,h as oe,i as x,k as $,l as fe,z as le}from"./chunk-FFLX7FXQ.js";import{g as f,h as A,l as E,m as G}from"./chunk-GUVQIB42.js";import{writeSync as zt}from"node:fs";import{parseArgs as He}from"node:util";var Xe=["lint","explain","rules","baseline","init","render","help"],Ke={h:"help",V:"version",c:"config",f:"format",o:"output"};function ye(n){let{tokens:t}=He({args:[...n],options:ze(),allowPositionals:!0,strict:!1,tokens:!0}),e=[],r=new Map,o=new Set;for(let i of t){if(i.kind==="positional"&&e.push(i.value),i.kind!=="option")continue;let c=Je(i.name,i.rawName);if(c==="help"||c==="version"){o.add(c);continue}if(!(b(c).type==="boolean")&&(i.value===void 0||!i.inlineValue&&Ye(i.value)))throw new f(`${i.rawName} needs a value.`);r.set(c,[...r.get(c)??[],i.value??"true"])}let s=Xe.find(i=>i===e[0]),a=[...r].map(([i,c])=>ne(i,c,`--${i}`));return{command:s??"lint",operands:s?e.slice(1):e,layer:Object.assign({},...a),help:o.has("help"),version:o.has("version")}}function ze(){let n={help:{type:"boolean"},version:{type:"boolean"}};for(let t of O("command line"))n[t]={type:b(t).type==="boolean"?"boolean":"string"};for(let[t,e]of Object.entries(Ke))Object.assign(n[e]??{},{short:t});return n}function Je(n,t){let e=O("command line"),r=n==="help"||n==="version"?n:e.find(s=>s===n);if(r)return r;let o=[...e,"help","version"].map(s=>`--${s}`);throw new f(`${A("option",t,o)} See dockershim-lint --help.`)}function Ye(n){return/^--?[a-z]/i.test(n)}import{join as ht}from"node:path";import{realpathSync as pt}from"node:fs";async function xe(n,t){let e=he(t);switch(e.kind){case"none":throw new f(`--compare needs a git work tree, and ${t} is in none.`);case"refused":throw new f(`--compare does not read the git repository of ${t}: ${e.reason}.`);case"found":{let{repository:r}=e;try{return{search:{kind:"found",base:await Qe(r,n,t)},close:r.close}}catch(o){throw r.close(),o}}}}async function Qe(n,t,e){let{top:r}=n,o=await n.resolve(t);if(o===void 0)throw new f(`--compare: git knows no commit "${t}".`);let s=await n.mergeBase(o,n.head)??o,a=L(r,e),i=await n.patch(s,n.head),c=z(i??"");return{label:`${t} at ${s.slice(0,7)}`,top:r,prefix:a,changes:c,remarks:i===void 0?[Ze]:[],async files(m,u){let p=await ce(n,s,et(a,u),c.renames);if(!p)throw new f(`--compare: the files of ${t} are not all in this clone, or are too many.`);return{...p,files:p.files.map(h=>({...h,path:h.path.slice(a.length)}))}},text:te(r,m=>me(n,s,m))}}var Ze="git could not tell which files were renamed: findings in renamed files count as new";function et(n,{paths:t,excluded:e}){return{paths:t.map(r=>r==="."?n.slice(0,-1)||".":n+r),excluded:r=>r.startsWith(n)&&e(r.slice(n.length))}}import{Worker as tt}from"node:worker_threads";var R=0,nt=1,rt=2,ot=0,be=1,it=2,st=200,at=`
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const cells = new Int32Array(workerData);
const started = Date.now();
const write = (text) => { try { writeSync(2, text); } catch {} };
let shown = false;
Atomics.store(cells, 2, 1);
while (Atomics.wait(cells, 0, 0, shown ? 250 : 500) === 'timed-out') {
  const files = Atomics.load(cells, 1);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  write('\\r\\u001b[2K' + (files === 0 ? 'looking for files' : 'reading ' + files.toLocaleString('en') + ' files') + ', ' + seconds + ' s');
  shown = true;
}
if (shown) write('\\r\\u001b[2K');
Atomics.store(cells, 0, 2);
Atomics.notify(cells, 0);
`,ct={found:()=>{},stop:()=>{}};function $e(n){if(!n.err.isTerminal||n.env.CI!==void 0||n.env.TERM==="dumb")return ct;let t=new SharedArrayBuffer(12),e=new Int32Array(t),r=new tt(at,{eval:!0,workerData:t});return r.unref(),{found:o=>Atomics.store(e,nt,o),stop(){Atomics.load(e,R)===ot&&(Atomics.store(e,R,be),Atomics.notify(e,R),Atomics.load(e,rt)===1&&Atomics.wait(e,R,be,st),Atomics.load(e,R)!==it&&r.terminate())}}}import{realpathSync as ke,statSync as mt}from"node:fs";import{dirname as ft,resolve as lt}from"node:path";function Ee(n,t){let e=(t.length===0?["."]:t).map(a=>dt(n,a)),[r]=e;if(e.length===1&&r?.isFolder)return{folder:r.path,paths:["."]};let o=ke(n),s=e.reduce((a,{path:i})=>ut(a,i),o);return{folder:s,paths:e.map(({path:a})=>F(s,a)||".")}}function dt(n,t){try{let e=ke(lt(n,t));return{path:e,isFolder:mt(e).isDirectory()}}catch(e){let r=e instanceof Error&&"code"in e&&e.code==="ENOENT",o=/^[a-z]+$/.test(t)?`, and no command has that name; see ${d} --help`:"";throw new f(`${t} ${r?`does not exist${o}`:"cannot be read"}.`)}}function ut(n,t){let e=n;for(;!N(e,t);)e=ft(e);return e}async function k(n,t,e,r={}){let o=Ee(e.cwd,n),s=pt(e.cwd),a=t.compare??"off",i=a==="off"?void 0:await xe(a,o.folder),c=async()=>i?.search??{kind:"not-wanted"},m=$e(e);try{return{...await ae({...r,root:o.folder,from:s,paths:o.paths,configFolders:N(s,o.folder)?[o.folder,s]:[o.folder],layer:se(t,e.cwd),today:e.today,findGovernor:c,findBase:c,onFiles:m.found}),root:o}}finally{m.stop(),i?.close()}}async function Oe({operands:n,layer:t},e){let[r,...o]=n;if(r!=="write"&&r!=="prune")throw new f(r===void 0?"Say baseline write or baseline prune.":A("action",r,["write","prune"]));let{settings:s,root:a,report:i}=await k(o,{...t,compare:"off"},e,{ignoreBaseline:!0}),{result:c}=i;if(c.coverage.files===0)return e.err.write(`There is nothing to scan here.
`),l.nothing;let m=s.baseline??ht(a.folder,T),u=r==="prune"?await ie(a.folder,m,t.baseline!==void 0):void 0,p=u?ee(c.findings,u):Q(m,c.findings);gt({...p,path:m},a.folder);let h=S(p.entries.length,"finding"),Ge=u?`, ${u.entries.length-p.entries.length} taken out`:"";return e.out.write(`${$(F(e.cwd,m))} holds ${h}${Ge}.
`),t.baseline===void 0&&s.baseline===void 0&&e.out.write(`Use it with --baseline ${T}, or with "baseline: ${T}" in .dockershim.yaml.
`),l.clean}function gt(n,t){let{path:e}=n;_({path:e,name:`The baseline ${e}`,guarded:[t,x(t)]},Z(n))}function M(n,t,e){return n!=="auto"?n==="always":e.FORCE_COLOR!==void 0&&e.FORCE_COLOR!==""?e.FORCE_COLOR!=="0"&&e.FORCE_COLOR!=="false":e.NO_COLOR!==void 0&&e.NO_COLOR!==""?!1:t.isTerminal&&e.TERM!=="dumb"}function Se(n,t){if(!n.isTerminal||t.TERM==="dumb"||t.CI!==void 0)return!1;let e=t.TERM_PROGRAM??"";return["iTerm.app","WezTerm","vscode","ghostty","Hyper","rio"].includes(e)||t.WT_SESSION!==void 0||t.KITTY_WINDOW_ID!==void 0||t.KONSOLE_VERSION!==void 0||Number(t.VTE_VERSION)>=5e3}function g(n){let t=n.columns??100;return Math.max(50,Math.min(t,200))}function ve({operands:n,layer:t},e){let[r,...o]=n;if(r===void 0)throw new f("explain needs the name of a rule; dockershim-lint rules lists them.");if(o.length>0)throw new f("explain takes one rule.");let s=re(r),a=ge[s],i=t.format??"text";switch(i){case"text":return e.out.write(we(a,{color:M(t.color??"auto",e.out,e.env),width:g(e.out)})),l.clean;case"markdown":return e.out.write(a),l.clean;case"json":{let c=y.find(m=>m.id===s)?.summary;return e.out.write(`${JSON.stringify({schemaVersion:1,id:s,summary:c,help:C(s),page:a},null,2)}
`),l.clean}default:throw new f(`explain prints text, markdown or json, not ${i}.`)}}var I=30,Ie=[{title:"What is judged",options:["target-runtime","kubernetes-version","values","exclude","config","config-from"]},{title:"What fails",options:["fail-on","min-confidence","compare","baseline","new-suppressions","on-parse-error"]},{title:"What is printed",options:["format","output","color"]},{title:"Rendering a chart",options:["set","kube-version","release-name","namespace","include-crds","trace"]},{title:"What is written",options:["fix","diff","forks"]}],wt=[[`${d} [paths…]`,"scan folders and files; without a path, this folder"],[`${d} explain RULE`,"what a rule finds, why it breaks, what to write instead"],[`${d} rules`,"list all rules"],[`${d} baseline write [paths…]`,"accept all present findings into the baseline"],[`${d} baseline prune [paths…]`,"take out of the baseline what was fixed"],[`${d} init`,"write a workflow that runs the Action on pull requests"],[`${d} render CHART`,"print a chart as helm template does"]];function j(n){return[`${d} ${w}`,...v("Finds what in a repository still depends on dockershim or on Docker Engine being the container runtime of the nodes: in Helm charts, manifests, Dockerfiles, scripts and node configuration. It needs no cluster, no Docker, no helm, no network and no configuration.",Math.min(n,100)),"","Usage",...wt.map(([t,e])=>`  ${t.padEnd(40)} ${e}`),...Ie.flatMap(({title:t,options:e})=>["",t,...e.flatMap(r=>Re(r,n))]),"","Other",...yt().flatMap(t=>Re(t,n)),...D("-h, --help","Prints this.",n),...D("-V, --version","Prints the version.",n),"","A path that is named like a command is written ./rules.","","Exit status","  0  nothing at or over the threshold     3  nothing to scan","  1  findings at or over the threshold    4  a bug of this program","  2  wrong usage or configuration         5  files not understood, with --on-parse-error fail","","Examples",`  ${d} deploy charts`,`  ${d} --target-runtime cri-o --kubernetes-version 1.30 .`,`  ${d} --compare main --output sarif=dockershim.sarif`,"","A finding is accepted in place, with a reason:","  # dockershim: ignore[docker-socket-mount] until=2027-01-31 -- build nodes keep Docker",""].join(`
`)}function yt(){let n=new Set(Ie.flatMap(({options:t})=>t));return O("command line").filter(t=>!n.has(t))}function Re(n,t){let e=b(n),r=e.placeholder===void 0?"":` ${e.placeholder}`;return D(`    --${n}${r}`,`${e.summary}${xt(n)}`,t)}function xt(n){let t=b(n);return n==="format"?` One of ${H.join(", ")}; default ${t.default}.`:t.type==="choice"?` One of ${t.choices.join(", ")}; default ${t.default}.`:t.type==="version"?` Default 1.${X}.`:""}function D(n,t,e){let r=v(t,Math.max(40,Math.min(e,110)-I-2)),o=`  ${n}`;return[...o.length<I+2?[`${o.padEnd(I+2)}${r[0]}`]:[o,`${" ".repeat(I+2)}${r[0]}`],...r.slice(1).map(a=>`${" ".repeat(I+2)}${a}`)]}import{existsSync as It,readFileSync as At,realpathSync as Ct}from"node:fs";import{join as W}from"node:path";import{readFileSync as bt}from"node:fs";import{join as $t}from"node:path";function Ae(n){let t=oe(n);if(t.kind==="found")try{let{name:e}=JSON.parse(bt($t(t.folder.top,"package.json"),"utf8"));return e===d?pe(t.folder):void 0}catch{return}}var kt="actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",Et="actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0",Ot="actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0";function Ce(n,t){let e={path:".github/workflows/dockershim.yml",text:St(n,t)};return t?[e,{path:".github/workflows/dockershim-forks.yml",text:Rt(n)}]:[e]}function St(n,t){return`name: dockershim
on:
  pull_request:
  merge_group:
  push:
    branches: [${n.defaultBranch}]

permissions: {}

concurrency:
  group: dockershim-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  lint:
    name: what depends on Docker Engine
    runs-on: ubuntu-24.04
    permissions:
      contents: read # the files, and the base that they are compared with
      pull-requests: write # the comment; without it everything is in the job summary
    steps:
      - uses: ${kt}
        with:
          persist-credentials: false
      - id: lint
        uses: ${Te(n)}
${t?vt:""}`}var vt=`      # The token of a fork can only read; the workflow in dockershim-forks.yml writes its comment from this report.
      - if: \${{ !cancelled() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository }}
        uses: ${Et}
        with:
          name: dockershim-lint
          path: \${{ steps.lint.outputs.json-file }}
          retention-days: 1
`;function Rt(n){return`# Runs with the rights of this repository, so it checks nothing out and runs nothing that a pull request brings.
name: dockershim comment on forks
on:
  workflow_run: # zizmor: ignore[dangerous-triggers] -- nothing of the pull request is checked out or run; its report is read as data
    workflows: [dockershim]
    types: [completed]

permissions: {}

concurrency:
  group: dockershim-forks-\${{ github.event.workflow_run.id }}
  cancel-in-progress: false

jobs:
  comment:
    name: comment on the pull request of a fork
    if: \${{ github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.head_repository.full_name != github.repository }}
    runs-on: ubuntu-24.04
    permissions:
      actions: read # the report of the other run
      pull-requests: write # the comment
    steps:
      - uses: ${Ot}
        with:
          name: dockershim-lint
          path: \${{ runner.temp }}/dockershim-lint
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${Te(n)}
        with:
          comment-from: \${{ runner.temp }}/dockershim-lint/dockershim-lint.json
`}function Te({commit:n}){let t="dockershim-lint/dockershim-lint";return n===void 0?`${t}@v${w}`:`${t}@${n} # v${w}`}async function Ne({operands:n,layer:t},e){if(n.length>0)throw new f("init takes no argument; it writes below the current folder.");let r=Ae(import.meta.dirname),o=Ce({commit:r,defaultBranch:Tt(e.cwd)},t.forks??!1),s=o.filter(({path:i})=>It(W(e.cwd,i)));if(s.length>0)throw new f(`${s.map(({path:i})=>i).join(" and ")} is there already; nothing was written.`);let a=Ct(e.cwd);for(let{path:i,text:c}of o)de({path:W(e.cwd,i),name:i,guarded:[a,x(a)]},c),e.out.write(`wrote ${i}
`);return l.clean}function Tt(n){try{let t=At(W(n,".git/refs/remotes/origin/HEAD"),"utf8");return/^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(t)?.[1]??"main"}catch{return"main"}}import{realpathSync as je}from"node:fs";import{resolve as Wt}from"node:path";import{join as Dt}from"node:path";function Le(n){let{fix:t,span:e}=n;if(t?.safety==="safe")return t.replacement===""?Nt(e):{start:e.start,end:e.end,text:t.replacement}}function Nt({source:n,start:t,end:e}){let r=E(n,t).line;if(E(n,e).line!==r)return;let o=n.lineStarts[r-1]??0,s=G(n,r),a=s.slice(0,t-o),i=s.slice(e-o),c=`${a}${i}`.trim();if(c==="-"||c==="\\")return{start:o,end:n.lineStarts[r]??n.text.length,text:""};if(c===""||Ft(a,i))return;let m=a.length-a.trimEnd().length,u=i.length-i.trimStart().length;return a.trim()!==""&&m>0?{start:t-m,end:e,text:""}:{start:t,end:e+u,text:""}}function Ft(n,t){let e=n.at(-1);return(e==='"'||e==="'")&&t.startsWith(e)}function _e(n){let t=[...n].sort((r,o)=>r.start-o.start||r.end-o.end),e=[];for(let r of t)r.start>=(e.at(-1)?.end??0)&&e.push(r);return e}function V(n,t){let e="",r=0;for(let o of t)e+=n.slice(r,o.start)+o.text,r=o.end;return e+n.slice(r)}var U=3,Lt="\\ No newline at end of file";function Pe(n,t,e){let r=q(n.text),o=0,s=Mt(_t(n,t)).map(a=>{let i=Math.max(0,(a[0]?.from??0)-U),c=Math.min(r.length,(a.at(-1)?.to??0)+U),m=a.reduce((p,h)=>p+h.after.length-(h.to-h.from),0),u=`@@ -${Fe(i,c-i)} +${Fe(i+o,c-i+m)} @@
`;return o+=m,u+Bt(r,a,i,c)});return s.length===0?"":`--- a/${e}
+++ b/${e}
${s.join("")}`}function Fe(n,t){return`${t===0?n:n+1},${t}`}function q(n){let t=n.split(`
`),e=t.pop()??"";return[...t.map(r=>`${r}
`),...e===""?[]:[e]]}function _t(n,t){let e=[],r=q(n.text).length;for(let o of t){let s=E(n,o.start).line-1,a=E(n,Math.max(o.start,o.end-1)).line+(Pt(n,o)?1:0),i=Math.min(a,r),c=e.at(-1);c&&(s<c.to||s===c.from)?(c.edits.push(o),c.to=Math.max(c.to,i)):e.push({from:s,to:i,edits:[o]})}return e.map(({from:o,to:s,edits:a})=>{let i=n.lineStarts[o]??0,c=n.text.slice(i,n.lineStarts[s]??n.text.length),m=a.map(u=>({start:u.start-i,end:u.end-i,text:u.text}));return{from:o,to:s,after:q(V(c,m))}})}function Pt({text:n,lineStarts:t},e){return e.end<=e.start||n[e.end-1]!==`
`||e.text.endsWith(`
`)?!1:e.text!==""||!t.includes(e.start)}function Mt(n){let t=[];for(let e of n){let r=t.at(-1);r&&e.from-(r.at(-1)?.to??0)<=2*U?r.push(e):t.push([e])}return t}function Bt(n,t,e,r){let o="",s=e,a=(i,c)=>{for(let m of c)o+=m.endsWith(`
`)?`${i}${m}`:`${i}${m}
${Lt}
`};for(let i of t)a(" ",n.slice(s,i.from)),a("-",n.slice(i.from,i.to)),a("+",i.after),s=i.to;return a(" ",n.slice(s,r)),o}function Me(n,t){return De(n).map(({source:e,edits:r})=>Pe(e,r,t(e.path))).join("")}function Be(n,t){let e=0,r=0,o=[];for(let a of De(t))jt(n,a)?(e+=1,r+=a.edits.length):o.push(a.source.path);let s=r===0?"There is nothing that is safe to fix.":`Fixed ${S(r,"finding")} in ${S(e,"file")}.`;return o.length===0?s:`${s} Left alone: ${o.join(", ")}.`}function De(n){let t=new Map;for(let e of n){let r=Le(e);if(!r)continue;let{source:o}=e.span,s=t.get(o.path);s?s.edits.push(r):t.set(o.path,{source:o,edits:[r]})}return[...t.values()].map(({source:e,edits:r})=>({source:e,edits:_e(r)}))}function jt(n,{source:t,edits:e}){let r=Buffer.from(t.text,"utf8"),o=Buffer.from(V(t.text,e),"utf8");return ue(Dt(n,t.path),r,o,[n])}async function We({operands:n,layer:t},e){let r=K(t.output??[]),o=t.fix?await Ut(n,t,e):await k(n,t,e),{settings:s,root:a,report:i}=o,c=L(je(e.cwd),a.folder),m=p=>c.startsWith("../")&&s.format!=="text"?p:c+p,u={color:M(s.color,e.out,e.env),width:g(e.out),terminal:e.out.isTerminal,hyperlinks:Se(e.out,e.env),pathOf:m};for(let{format:p,file:h}of r)h!=="-"?Gt(h,e.cwd,a.folder,P(p,i,{...J,pathOf:m})):e.out.write(P(p,i,u));return s.diff?e.out.write(qt(Me(B(i),m),e)):r.some(({file:p})=>p==="-")||e.out.write(P(s.format,i,u)),i.verdict.conclusion==="nothing-to-scan"&&s.format!=="text"&&e.err.write(`${i.verdict.sentence}
`),Vt(i)}async function Ut(n,t,e){if(t.diff)throw new f("--fix writes and --diff only shows; give one of them.");let r=await k(n,t,e);return e.err.write(`${$(Be(r.root.folder,B(r.report)))}
`),k(n,t,e)}function qt(n,t){return t.out.isTerminal?fe(n):n}function Vt(n){switch(n.verdict.conclusion){case"nothing-to-scan":return l.nothing;case"success":return l.clean;case"failure":return n.verdict.failing>0||Y(n.result.coverage)===0?l.findings:l.notUnderstood}}function Gt(n,t,e,r){let o=je(t),s=[o,x(o),e,x(e)];_({path:Wt(t,n),name:`The report ${n}`,guarded:s},r)}function Ue({operands:n,layer:t},e){if(n.length>0)throw new f(`rules takes no argument; for one rule, use explain ${n[0]}.`);let r=t.format??"text";switch(r){case"text":return e.out.write(Xt(g(e.out))),l.clean;case"json":return e.out.write(`${JSON.stringify({schemaVersion:1,rules:y.map(({id:o,summary:s})=>({id:o,summary:s}))},null,2)}
`),l.clean;case"markdown":return e.out.write(Ht()),l.clean;default:throw new f(`rules prints text, markdown or json, not ${r}.`)}}function Ht(){return`${["| rule | what it finds |","|---|---|",...y.map(({id:t,summary:e})=>`| [${t}](${C(t)}) | ${le(e)} |`)].join(`
`)}
`}function Xt(n){let t=Math.max(...y.map(e=>e.id.length))+2;return y.flatMap(({id:e,summary:r})=>v(r,Math.max(30,n-t)).map((o,s)=>`${(s===0?e:"").padEnd(t)}${o}
`)).join("")}async function qe(n,t){try{return await Kt(ye(n),t)}catch(e){if(e instanceof f)return t.err.write(`${d}: ${$(e.message)}
`),l.usage;let r=e instanceof Error?e.stack??e.message:String(e);return t.err.write(`${d} ${w} failed; this is a bug of the program. Please report it with this text:
${r}
`),l.bug}}async function Kt(n,t){if(n.version)return t.out.write(`${w}
`),l.clean;if(n.help)return t.out.write(j(g(t.out))),l.clean;switch(n.command){case"help":return t.out.write(j(g(t.out))),l.clean;case"lint":return We(n,t);case"baseline":return Oe(n,t);case"explain":return ve(n,t);case"init":return Ne(n,t);case"rules":return Ue(n,t);case"render":return(await import("./chunk-AUQCQHLZ.js")).renderCommand(n,t)}}process.exitCode=await qe(process.argv.slice(2),{out:Ve(process.stdout,1),err:Ve(process.stderr,2),env:process.env,cwd:process.cwd(),today:new Date().toISOString().slice(0,10)});function Ve(n,t){return{isTerminal:n.isTTY===!0,columns:n.columns,write(e){Jt(t,Buffer.from(e,"utf8"))}}}function Jt(n,t){let e=new Int32Array(new SharedArrayBuffer(4));for(let r=0;r<t.length;)try{r+=zt(n,t,r)}catch(o){let s=o instanceof Error&&"code"in o?o.code:void 0;if(s==="EPIPE")return;if(s!=="EAGAIN")throw o;Atomics.wait(e,0,0,5)}}
