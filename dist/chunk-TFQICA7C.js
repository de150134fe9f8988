import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{C as Re,D as T,E as Te,F as ve,G as W,a as ie,b as se,d as k,e as ae,f as x,j as ce,n as pe,o as xe,q as $e,s as Ee,u as j,v as D,w as Ce}from"./chunk-Y3BEZPAG.js";import"./chunk-AOPU6EDV.js";import{a as v,b as U,c as Ae,d as Fe}from"./chunk-XA3AW77N.js";import{B as ge,C as we,D as ye,E as M,F as Oe,G as Ie,d as ne,e as re,f as V,g as oe,h as H,i as fe,k as me,l as de,m as le,n as O,o as _,q as ue,z as he}from"./chunk-C7FRBKJA.js";import{Q as b,b as G}from"./chunk-FWGZLNDL.js";import{a as w,b as y,d as B}from"./chunk-J27MPYE7.js";import{a as d}from"./chunk-EDIEJRTB.js";import{F as ke,f as P,h as X,m as I,n as $,p as h,q as be,r as Se}from"./chunk-R4SQ3BBA.js";import{a as l,b as L,f as R,g as te}from"./chunk-SFXJLTHP.js";import"./chunk-VIECOTWP.js";import{writeSync as gn}from"node:fs";import{existsSync as Ct,realpathSync as De}from"node:fs";import{dirname as Rt,join as Tt}from"node:path";import{realpathSync as kt}from"node:fs";import{basename as _e,dirname as Me}from"node:path";async function Ne(e,n){let t=Ce(n);switch(t.kind){case"none":throw new l(`--compare needs a git work tree, and ${n} is in none.`);case"refused":throw new l(`--compare does not read the git repository of ${n}: ${t.reason}.`);case"found":{let{repository:r}=t;try{return{search:{kind:"found",base:await lt(r,e,n)},close:r.close}}catch(o){throw r.close(),o}}}}async function lt(e,n,t){let{top:r}=e,o=await e.resolve(n);if(o===void 0)throw new l(`--compare: git knows no commit "${n}".`);let i=await e.mergeBase(o,e.head)??o,s=_(r,t),a=await e.patch(i,e.head),c=se(a??"");return{label:`${n} at ${i.slice(0,7)}`,top:r,prefix:s,changes:c,remarks:a===void 0?[ut]:[],async files(f,m){let u=await $e(e,i,pt(s,m),c.renames);if(!u)throw new l(`--compare: the files of ${n} are not all in this clone, or are too many.`);return{...u,files:u.files.map(g=>({...g,path:g.path.slice(s.length)}))}},text:ue(r,f=>Ee(e,i,f))}}var ut="git could not tell which files were renamed: findings in renamed files count as new";function pt(e,{paths:n,excluded:t}){return{paths:n.map(r=>r==="."?e.slice(0,-1)||".":e+r),excluded:r=>r.startsWith(e)&&t(r.slice(e.length))}}import{Worker as ht}from"node:worker_threads";var A=0,gt=1,wt=2,yt=0,Le=1,xt=2,$t=200,Et=`
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
`,bt={found:()=>{},stop:()=>{}};function Be(e){if(!e.err.isTerminal||e.env.CI!==void 0||e.env.TERM==="dumb")return bt;let n=new SharedArrayBuffer(12),t=new Int32Array(n),r=new ht(Et,{eval:!0,workerData:n});return r.unref(),{found:o=>Atomics.store(t,gt,o),stop(){Atomics.load(t,A)===yt&&(Atomics.store(t,A,Le),Atomics.notify(t,A),Atomics.load(t,wt)===1&&Atomics.wait(t,A,Le,$t),Atomics.load(t,A)!==xt&&r.terminate())}}}function Pe(e){return{path:`stdin${St(e)}`,text:e}}function St(e){let n=e.trimStart();return n.startsWith("#!")?".sh":/^[{[]/.test(n)?".json":/^(?:#.*\n|\s)*(?:FROM|ARG)\s/i.test(e)?".dockerfile":".yaml"}async function C(e,n,t,r={}){let o=e.includes("-");if(o&&e.length>1)throw new l("Standard input (-) is scanned alone.");let i=Fe(t.cwd,o?[]:e),s=o?{given:[Pe(await t.readInput())]}:{},a=kt(t.cwd),c=n.compare??"off",f=c==="off"?void 0:await Ne(c,i.folder),m=async()=>f?.search??{kind:"not-wanted"},u=Be(t);try{return{...await xe({...r,...s,root:i.folder,from:a,paths:i.paths,configFolders:Ot(i.folder,a),layer:ye(n,t.cwd),today:t.today,subject:It(i.folder),findGovernor:m,findBase:m,onFiles:u.found}),root:i}}finally{u.stop(),f?.close()}}function Ot(e,n){let t=$(e),r=t===e&&P(n,e)?n:t,o=[e];for(let i=e;i!==r;i=Me(i))o.push(Me(i));return o}function It(e){let n=I(e);return n.kind!=="found"?{name:_e(e),commit:void 0}:{name:_e(n.folder.top),commit:j(n.folder)}}var je=["write","check","prune"];async function We({operands:e,layer:n},t){let[r,...o]=e,i=je.find(dt=>dt===r);if(!i)throw new l(r===void 0?'Use "baseline write", "baseline check" or "baseline prune".':L("action",r,je));if(n.reason!==void 0&&i!=="write")throw new l("--reason belongs to baseline write.");let s=await C(o,{...n,compare:"off"},t,{ignoreBaseline:!0}),{result:a}=s.report;if(a.coverage.files===0&&i==="write")return t.err.write(`Nothing to scan.
`),d.nothing;let c=vt(s,t),f=pe(c,{root:s.root.folder,paths:s.root.paths,excluded:s.excluded,settings:s.settings}),m=i==="write"&&!Ct(c),u={top:ge(s.root.folder,s.configFile),named:n.baseline!==void 0},g=m?void 0:await we(s.root.folder,c,u),p={file:c,shown:h(O(De(t.cwd),c)),scope:f,result:a,scanned:s,io:t},S=g??{path:c,entries:[]};switch(i){case"write":return At(p,S,{reason:n.reason,date:t.today});case"check":return Ft(p,S);case"prune":return Nt(p,S);default:return i}}function vt({settings:e,configFile:n,root:t},r){if(e.baseline!==void 0)return e.baseline;let o=De(r.cwd),i=$(t.folder),s=i!==t.folder||!P(o,t.folder)?i:o;return Tt(n===void 0?s:Rt(n),H)}function At(e,n,t){let{settings:r}=e.scanned,o=e.result.findings.filter(({rule:m})=>!r.unsuppressible.includes(m)),i=de({...e.result,findings:o},n,t,e.scope);Ue(e,i);let s=new Set(n.entries),a=i.entries.filter(m=>!s.has(m)).length,c=n.entries.length+a-i.entries.length;e.io.out.write(`${e.shown} holds ${x(i.entries.length,"finding")}: ${a} added, ${c} removed.
`);let f=e.result.findings.length-o.length;return f>0&&e.io.out.write(`Not accepted: ${x(f,"finding")} of rules that may not be suppressed.
`),r.baseline===void 0&&e.io.out.write(`Use it with "baseline: ${H}" in the .dockershim.yaml beside it, or with --baseline ${e.shown}.
`),d.clean}function Ft(e,n){let t=le(e.result,n,e.scope);for(let{path:s,line:a,rule:c,message:f}of t){let m=a===void 0?s:`${s}:${a}`;e.io.out.write(h(`${m} ${c}${f===void 0?"":`: ${f}`}`)),e.io.out.write(`
`)}let r=n.entries.filter(s=>e.scope.covers(s)).length-t.length,o=n.entries.length-r-t.length,i=[`${r} still found`,`${t.length} no longer found`,...o>0?[`${o} outside what was scanned`]:[]];return e.io.out.write(`${e.shown} holds ${x(n.entries.length,"finding")}: ${i.join(", ")}.
`),t.length>0?d.findings:d.clean}function Nt(e,n){let t=me(e.result,n,e.scope),r=n.entries.length-t.entries.length;return r>0&&Ue(e,t),e.io.out.write(`${e.shown} holds ${x(t.entries.length,"finding")}: ${r} removed.
`),d.clean}function Ue({file:e,scanned:n},t){let{folder:r}=n.root,o={path:e,name:`The baseline ${e}`,guarded:[r,$(r)]};M(o,fe(t,i=>Se(i,0)))}function q(e,n,t){return e!=="auto"?e==="always":t.FORCE_COLOR!==void 0&&t.FORCE_COLOR!==""?t.FORCE_COLOR!=="0"&&t.FORCE_COLOR!=="false":t.NO_COLOR!==void 0&&t.NO_COLOR!==""?!1:n.isTerminal&&t.TERM!=="dumb"}function qe(e,n){if(!e.isTerminal||n.TERM==="dumb"||n.CI!==void 0)return!1;let t=n.TERM_PROGRAM??"";return["iTerm.app","WezTerm","vscode","ghostty","Hyper","rio"].includes(t)||n.WT_SESSION!==void 0||n.KITTY_WINDOW_ID!==void 0||n.KONSOLE_VERSION!==void 0||Number(n.VTE_VERSION)>=5e3}function E(e){let n=e.columns??100;return Math.max(50,Math.min(n,200))}function Ge({operands:e,layer:n},t){let[r,...o]=e;if(r===void 0)throw new l("explain needs the name of a rule; dockershim-lint rules lists them.");if(o.length>0)throw new l("explain takes one rule.");let i=he(r),s=Te[i],a=n.format??"text";switch(a){case"text":return t.out.write(ve(s,{color:q(n.color??"auto",t.out,t.env),width:E(t.out)})),d.clean;case"markdown":return t.out.write(s),d.clean;case"json":{let c=b.find(f=>f.id===i)?.summary;return t.out.write(`${JSON.stringify({schemaVersion:1,id:i,summary:c,help:B(i),page:s},null,2)}
`),d.clean}default:throw new l(`explain prints text, markdown or json, not ${a}.`)}}var F=30,Ve=42;function K(e,n){return e==="lint"||e==="help"?Lt(n):Bt(e,n)}function Lt(e){return[`${y} ${w}`,...T("Finds what in a repository still depends on dockershim or on Docker Engine being the container runtime of the nodes: in Helm charts, manifests, Dockerfiles, scripts and node configuration. It needs no cluster, no Docker, no helm, no network and no configuration.",Math.min(e,100)),"","Usage",...v.flatMap(n=>He(n,e)),...Je("lint",e),"","Other",...J("-h, --help","Prints this page; after a command, that of the command.",e),...J("-V, --version","Prints the version.",e),"","A path that is named like a command is written ./rules.","","Exit status","  0  nothing at or over the threshold     3  nothing to scan","  1  findings at or over the threshold    4  internal error","  2  wrong usage or configuration         5  files not understood, with --on-parse-error fail",...Xe("lint"),`  kubectl get all --all-namespaces --output yaml | ${y} -`,"","A finding is accepted in place, with a reason:","  # dockershim: ignore[docker-socket-mount] until=2027-01-31 -- build nodes keep Docker",""].join(`
`)}function Bt(e,n){return["Usage",...He(e,n),...Je(e,n),...Xe(e),""].join(`
`)}function He(e,n){return U[e].usage.flatMap(([t,r])=>{let o=`  ${y} ${t}`,i=`${o.padEnd(Ve)} ${r}`;return i.length>Math.min(n,110)||o.length>Ve?[o,`      ${r}`]:[i]})}function Xe(e){let{examples:n}=U[e];return n.length===0?[]:["","Examples",...n.map(t=>`  ${y} ${t}`)]}function Je(e,n){return U[e].groups.flatMap(({title:t,options:r})=>["",t,...r.flatMap(o=>Pt(o,n))])}function Pt(e,n){let t=V(e),r=t.placeholder===void 0?"":` ${t.placeholder}`,o=t.type==="boolean"&&t.default?`--no-${e}`:`--${e}`;return J(`    ${o}${r}`,`${t.summary}${_t(e)}`,n)}function _t(e){let n=V(e);return e==="format"?` One of ${ne.join(", ")}; default ${n.default}.`:n.type==="choice"?` One of ${n.choices.join(", ")}; default ${n.default}.`:n.type==="version"?` Default 1.${re}.`:""}function J(e,n,t){let r=T(n,Math.max(20,Math.min(t,110)-F-2)),o=`  ${e}`;return[...o.length<F+2?[`${o.padEnd(F+2)}${r[0]}`]:[o,`${" ".repeat(F+2)}${r[0]}`],...r.slice(1).map(s=>`${" ".repeat(F+2)}${s}`)]}import{existsSync as Vt,realpathSync as Ht}from"node:fs";import{join as N}from"node:path";import{readFileSync as Mt}from"node:fs";import{join as jt}from"node:path";function Ke(e){let n=I(e);if(n.kind==="found")try{let{name:t}=JSON.parse(Mt(jt(n.folder.top,"package.json"),"utf8")),r=t===y?j(n.folder):void 0;return r===void 0?void 0:{commit:r,isRelease:D(n.folder).get(`refs/tags/v${w}`)===r}}catch{return}}var Dt="actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",Wt="actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0",Ut="actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0";function Ye(e,n){let t={path:".github/workflows/dockershim.yml",text:qt(e,n)};return n?[t,{path:".github/workflows/dockershim-forks.yml",text:Gt(e)}]:[t]}function qt(e,n){return`name: dockershim
on:
  pull_request:
  merge_group:
  push:
    branches: [${e.defaultBranch}]

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
      - uses: ${Dt}
        with:
          persist-credentials: false
      - id: lint
        uses: ${ze(e)}
${n?Y:""}`}var Y=`      # The token of a fork can only read; the workflow in dockershim-forks.yml writes its comment from this report.
      - if: \${{ !cancelled() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository }}
        uses: ${Wt}
        with:
          name: dockershim-lint
          path: \${{ steps.lint.outputs.json-file }}
          retention-days: 1
`;function Gt(e){return`# Runs with the rights of this repository, so it checks nothing out and runs nothing that a pull request brings.
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
      - uses: ${Ut}
        with:
          name: dockershim-lint
          path: \${{ runner.temp }}/dockershim-lint
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${ze(e)}
        with:
          comment-from: \${{ runner.temp }}/dockershim-lint/dockershim-lint.json
`}function ze({own:e}){let n="dockershim-lint/dockershim-lint";return e===void 0?`${n}@v${w}`:`${n}@${e.commit} # ${e.isRelease?`v${w}`:`the clone that wrote this, about v${w}`}`}async function Ze({operands:e,layer:n},t){if(e.length>0)throw new l("init takes no argument; it writes at the top of the repository.");let r=Ht(t.cwd),o=$(r),i=Ke(import.meta.dirname),s=Ye({own:i,defaultBranch:Xt(o)},n.forks??!1),a=({path:m})=>Vt(N(o,m)),c=s.filter(a),f=s.filter(m=>!a(m));if(f.length===0)throw new l(`${c.map(({path:m})=>m).join(" and ")} already ${c.length===1?"exists":"exist"}; nothing was written.`);for(let{path:m,text:u}of f)Oe({path:N(o,m),name:m,guarded:[r,o]},u),t.out.write(`wrote ${h(O(r,N(o,m)))}
`);for(let{path:m}of c)t.out.write(`kept ${m}; comments on pull requests from forks need this step at its end:
${Y}`);return d.clean}function Xt(e){let n=X(N(e,".git/refs/remotes/origin/HEAD"),Qe)??"",t=/^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(n)?.[1];if(t!==void 0)return t;let r=I(e),o=r.kind==="found"?D(r.folder):new Map,i=Jt.find(a=>o.has(`refs/remotes/origin/${a}`)||o.has(`refs/heads/${a}`)),s=X(N(e,".git/HEAD"),Qe)??"";return i??/^ref: refs\/heads\/([\w./-]+)\s*$/.exec(s)?.[1]??"main"}var Jt=["main","master","trunk"],Qe=4096;import{realpathSync as ee}from"node:fs";import{resolve as on}from"node:path";import{join as nn}from"node:path";function tt(e){let{fix:n,span:t}=e;if(n?.safety==="safe")return n.replacement===""?Kt(t):{start:t.start,end:t.end,text:n.replacement}}function Kt({source:e,start:n,end:t}){let r=R(e,n).line;if(R(e,t).line!==r)return;let o=e.lineStarts[r-1]??0,i=te(e,r),s=i.slice(0,n-o),a=i.slice(t-o),c=`${s}${a}`.trim();if(c==="-"||c==="\\")return{start:o,end:e.lineStarts[r]??e.text.length,text:""};if(c===""||Yt(s,a))return;let f=s.length-s.trimEnd().length,m=a.length-a.trimStart().length;return s.trim()!==""&&f>0?{start:n-f,end:t,text:""}:{start:n,end:t+m,text:""}}function Yt(e,n){let t=e.at(-1);return(t==='"'||t==="'")&&n.startsWith(t)}function nt(e){let n=[...e].sort((r,o)=>r.start-o.start||r.end-o.end),t=[];for(let r of n)r.start>=(t.at(-1)?.end??0)&&t.push(r);return t}function Z(e,n){let t="",r=0;for(let o of n)t+=e.slice(r,o.start)+o.text,r=o.end;return t+e.slice(r)}var z=3,zt="\\ No newline at end of file";function rt(e,n,t){let r=Q(e.text),o=0,i=en(Qt(e,n)).map(s=>{let a=Math.max(0,(s[0]?.from??0)-z),c=Math.min(r.length,(s.at(-1)?.to??0)+z),f=s.reduce((u,g)=>u+g.after.length-(g.to-g.from),0),m=`@@ -${et(a,c-a)} +${et(a+o,c-a+f)} @@
`;return o+=f,m+tn(r,s,a,c)});return i.length===0?"":`--- a/${t}
+++ b/${t}
${i.join("")}`}function et(e,n){return`${n===0?e:e+1},${n}`}function Q(e){let n=e.split(`
`),t=n.pop()??"";return[...n.map(r=>`${r}
`),...t===""?[]:[t]]}function Qt(e,n){let t=[],r=Q(e.text).length;for(let o of n){let i=R(e,o.start).line-1,s=R(e,Math.max(o.start,o.end-1)).line+(Zt(e,o)?1:0),a=Math.min(s,r),c=t.at(-1);c&&(i<c.to||i===c.from)?(c.edits.push(o),c.to=Math.max(c.to,a)):t.push({from:i,to:a,edits:[o]})}return t.map(({from:o,to:i,edits:s})=>{let a=e.lineStarts[o]??0,c=e.text.slice(a,e.lineStarts[i]??e.text.length),f=s.map(m=>({start:m.start-a,end:m.end-a,text:m.text}));return{from:o,to:i,after:Q(Z(c,f))}})}function Zt({text:e,lineStarts:n},t){return t.end<=t.start||e[t.end-1]!==`
`||t.text.endsWith(`
`)?!1:t.text!==""||!n.includes(t.start)}function en(e){let n=[];for(let t of e){let r=n.at(-1);r&&t.from-(r.at(-1)?.to??0)<=2*z?r.push(t):n.push([t])}return n}function tn(e,n,t,r){let o="",i=t,s=(a,c)=>{for(let f of c)o+=f.endsWith(`
`)?`${a}${f}`:`${a}${f}
${zt}
`};for(let a of n)s(" ",e.slice(i,a.from)),s("-",e.slice(a.from,a.to)),s("+",a.after),i=a.to;return s(" ",e.slice(i,r)),o}function ot(e,n){return st(e).map(({source:t,edits:r})=>rt(t,r,n(t.path))).join("")}function it(e,n){let t=0,r=0,o=[];for(let s of st(n))rn(e,s)?(t+=1,r+=s.edits.length):o.push(s.source.path);let i=r===0?"There is nothing that is safe to fix.":`Fixed ${x(r,"finding")} in ${x(t,"file")}.`;return o.length===0?i:`${i} Left alone: ${o.join(", ")}.`}function st(e){let n=new Map;for(let t of e){let r=tt(t);if(!r)continue;let{source:o}=t.span,i=n.get(o.path);i?i.edits.push(r):n.set(o.path,{source:o,edits:[r]})}return[...n.values()].map(({source:t,edits:r})=>({source:t,edits:nt(r)}))}function rn(e,{source:n,edits:t}){let r=Buffer.from(n.text,"utf8"),o=Buffer.from(Z(n.text,t),"utf8");return Ie(nn(e,n.path),r,o,[e])}async function at({operands:e,layer:n},t){let r=ie(n.output??[]),o=n.fix?await cn(e,n,t):await C(e,n,t),{settings:i,root:s}=o,a=_(ee(t.cwd),s.folder),c=p=>a.startsWith("../")&&i.format!=="text"?p:a+p;if(i["show-config"])return t.out.write(an(o,t)),d.clean;if(i["show-files"])return t.out.write(o.files.map(p=>`${h(c(p))}
`).join("")),d.clean;let f=sn(o.report,i["min-severity"]),m={color:q(i.color,t.out,t.env),width:E(t.out),terminal:t.out.isTerminal,hyperlinks:qe(t.out,t.env),quiet:i.quiet,showUnexplained:i["show-unexplained"],pathOf:c};for(let{format:p,file:S}of r)S!=="-"?dn(S,t.cwd,s.folder,W(p,f,{...ae,pathOf:c})):t.out.write(W(p,f,m));i.diff?t.out.write(fn(ot(k(f),c),t)):i.statistics?t.out.write(`${Re(k(f)).join(`
`)}
`.trimStart()):r.some(({file:p})=>p==="-")||t.out.write(W(i.format,f,m)),f.verdict.conclusion==="nothing-to-scan"&&(i.format!=="text"||i.quiet)&&t.err.write(`${f.verdict.sentence}
`);let u=mn(f);return i["exit-zero"]||i["allow-nothing"]&&u===d.nothing?d.clean:u}function sn(e,n){let t=a=>a.filter(({severity:c})=>G.indexOf(c)<=G.indexOf(n)),{result:r,comparison:o}=e,i=k(e).length-t(k(e)).length;if(i===0)return e;let s={code:"not-shown",message:`${x(i,"finding")} below min-severity ${n} not shown`,path:".",coverage:"about"};return{...e,result:{...r,findings:t(r.findings),notes:[...r.notes,s]},comparison:o&&{...o,introduced:t(o.introduced),existing:t(o.existing)}}}function an({settings:e,configFile:n},t){let r=n===void 0?"no configuration file":O(ee(t.cwd),n),o=oe("file").flatMap(i=>{let s=e[i];return s===void 0?[]:[`${i}: ${JSON.stringify(i==="kubernetes-version"?`1.${s}`:s)}`]});return`${h(`# from ${r}, the command line and the defaults`)}
${o.join(`
`)}
`}async function cn(e,n,t){if(n.diff)throw new l("--fix writes and --diff only shows; give one of them.");let r=await C(e,n,t);return t.err.write(`${h(it(r.root.folder,k(r.report)))}
`),C(e,n,t)}function fn(e,n){return n.out.isTerminal?be(e):e}function mn(e){switch(e.verdict.conclusion){case"nothing-to-scan":return d.nothing;case"success":return d.clean;case"failure":return e.verdict.failing>0||ce(e.result.coverage)===0?d.findings:d.notUnderstood}}function dn(e,n,t,r){let o=ee(n),i=[o,$(o),t,$(t)];M({path:on(n,e),name:`The report ${e}`,guarded:i},r)}function ct({operands:e,layer:n},t){if(e.length>0)throw new l(`rules takes no argument; for one rule, use explain ${e[0]}.`);let r=n.format??"text";switch(r){case"text":return t.out.write(un(E(t.out))),d.clean;case"json":return t.out.write(`${JSON.stringify({schemaVersion:1,rules:b.map(({id:o,summary:i})=>({id:o,summary:i}))},null,2)}
`),d.clean;case"markdown":return t.out.write(ln()),d.clean;default:throw new l(`rules prints text, markdown or json, not ${r}.`)}}function ln(){return`${["| rule | what it finds |","|---|---|",...b.map(({id:n,summary:t})=>`| [${n}](${B(n)}) | ${ke(t)} |`)].join(`
`)}
`}function un(e){let n=Math.max(...b.map(t=>t.id.length))+2;return b.flatMap(({id:t,summary:r})=>T(r,Math.max(30,e-n)).map((o,i)=>`${(i===0?t:"").padEnd(n)}${o}
`)).join("")}async function ft(e,n){try{return await pn(Ae(e),n)}catch(t){if(t instanceof l)return n.err.write(`${y}: ${h(t.message)}
`),d.usage;let r=t instanceof Error?t.stack??t.message:String(t);return n.err.write(`${y} ${w} failed; this is a bug in the program. Please report it with this text:
${r}
`),d.bug}}async function pn(e,n){if(e.version)return n.out.write(`${w}
`),d.clean;if(e.help)return n.out.write(K(e.command,E(n.out))),d.clean;switch(e.command){case"help":return hn(e,n);case"lint":return at(e,n);case"baseline":return We(e,n);case"explain":return Ge(e,n);case"init":return Ze(e,n);case"rules":return ct(e,n);case"migrate":return(await import("./chunk-FOH6WZ5L.js")).migrateCommand(e,n);case"render":return(await import("./chunk-CNWWA2WS.js")).renderCommand(e,n)}}function hn({operands:e},n){let[t="lint"]=e,r=v.find(o=>o===t);if(!r)throw new l(L("command",t,v));return n.out.write(K(r,E(n.out))),d.clean}async function No(e){process.exitCode=await ft(e,{readInput:yn,out:mt(process.stdout,1),err:mt(process.stderr,2),env:process.env,cwd:process.cwd(),today:new Date().toISOString().slice(0,10)})}function mt(e,n){return{isTerminal:e.isTTY===!0,columns:e.columns,write(t){wn(n,Buffer.from(t,"utf8"))}}}function wn(e,n){let t=new Int32Array(new SharedArrayBuffer(4));for(let r=0;r<n.length;)try{r+=gn(e,n,r)}catch(o){let i=o instanceof Error&&"code"in o?o.code:void 0;if(i==="EPIPE")return;if(i!=="EAGAIN")throw o;Atomics.wait(t,0,0,5)}}async function yn(){let e=[];for await(let n of process.stdin)e.push(Buffer.from(n));return Buffer.concat(e).toString("utf8")}export{No as start};
