import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{a as cn,c as dn}from"./chunk-BGIZB6WV.js";import{A as On,H as En,I as In,J as Cn,a as Qe,b as rn,c as on,d as be,j as hn,n as $e,p as yn,r as kn,s as bn,u as xn,v as Rn,w as Sn}from"./chunk-WWYVVMQR.js";import{b as k,c as re,d as sn,m as L,ma as we,oa as ln,ta as un}from"./chunk-WZQTQ2N5.js";import{a as pn,b as oe,c as mn,d as ve}from"./chunk-J27MPYE7.js";import{A as fe,B as Y,D as Fn,F as B,a as en,b as nn,c as pe,d as tn,e as V,f as me,h as q,l as gn,m as wn,n as vn,o as $n,p as b,r as D,s as M,t as S,v as Tn,w as xe,x as Re,y as g,z as I}from"./chunk-LKVXFFKT.js";import{a as te,b as Xe,c as Ze,d as z,f as m,g as P,l as an,z as fn}from"./chunk-VCSPTEUT.js";function $s(e){return e.map(n=>{let t=n.indexOf("="),r=n.slice(0,Math.max(0,t)),o=n.slice(t+1).trim();if(t<1||o==="")throw new te(`Write outputs as FORMAT=FILE, for example sarif=out.sarif; not "${n}".`);let i=be.find(s=>s===r.trim());if(!i)throw new te(Xe("format",r,be));return{format:i,file:o}})}function An(e,n,t,r){let o=e.lines.get(n);return o===void 0?!1:o==="whole"||o.some(i=>i.first<=r&&t<=i.last)}function Ss(e){let n=new Map,t=new Map,r=new Set,o,i="",s={removed:0,added:0};for(let a of Ln(e))if(s.removed>0||s.added>0)s=or(s,a);else if(a.startsWith("+++ "))o=Pn(a.slice(4),"b/"),o!==void 0&&r.add(o);else if(a.startsWith("--- ")){let c=Pn(a.slice(4),"a/");c!==void 0&&r.add(c)}else if(a.startsWith("rename from "))i=Se(a.slice(12));else if(a.startsWith("rename to ")){let c=Se(a.slice(10));t.set(i,c),r.add(i).add(c)}else if(a.startsWith("@@ ")){let c=Nn(a);if(!c)continue;s={removed:c.removed,added:c.added},o!==void 0&&c.added>0&&n.set(o,[...n.get(o)??[],{first:c.start,last:c.start+c.added-1}])}return{lines:n,renames:t,paths:r}}function Os(e,n){let t=[],r=0;for(let o of Ln(e)){let i=o.startsWith("@@ ")?Nn(o):void 0;i?r=i.start:(o.startsWith("+")||o.startsWith(" "))&&((n||o.startsWith("+"))&&rr(t,r),r+=1)}return t}function rr(e,n){let t=e.at(-1);t&&t.last+1===n?e[e.length-1]={first:t.first,last:n}:e.push({first:n,last:n})}function or(e,n){return n.startsWith("-")?{...e,removed:e.removed-1}:n.startsWith("+")?{...e,added:e.added-1}:n.startsWith("\\")?e:{removed:e.removed-1,added:e.added-1}}function Nn(e){let n=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(n)return{removed:Number(n[1]??1),start:Number(n[2]),added:Number(n[3]??1)}}function Pn(e,n){let t=Se(e);return t.startsWith(n)?t.slice(n.length):void 0}function Se(e){return e.startsWith('"')?cr(e):e.endsWith("	")?e.slice(0,-1):e}var ir=34,sr=92,ar=an({a:7,b:8,t:9,n:10,v:11,f:12,r:13,'"':34,"\\":92});function cr(e){let n=new TextEncoder().encode(e),t=[];for(let r=1;r<n.length&&n[r]!==ir;r++){if(n[r]!==sr){t.push(n[r]??0);continue}r+=1;let o=new TextDecoder().decode(n.subarray(r,r+3)),i=/^[0-7]{3}/.test(o);t.push(i?Number.parseInt(o,8):ar.get(o[0]??"")??63),i&&(r+=2)}return new TextDecoder().decode(Uint8Array.from(t))}function*Ln(e){let n=0;for(;n<e.length;){let t=e.indexOf(`
`,n);if(t<0){yield e.slice(n);return}yield e.slice(n,t),n=t+1}}async function Oe(e,n,t=[],r){let o=ln(n.knowledge);return r||n.everything||e.some(o.matters)?(await import("./chunk-PSX7FFFA.js")).lint(e,n,t,r):{findings:[],suppressed:[],coverage:dn(e,un(e),t,o.findWord),notes:t.filter(i=>i.coverage==="about")}}function v(e){return e.comparison?.introduced??e.result.findings}var Ps={color:!1,width:100,terminal:!1,hyperlinks:!1,pathOf:e=>e};function K(e){switch(e.kind){case"action":{let{line:n}=m(e.span.source,e.span.start);return`line ${n} ${e.verb} ${e.what}`}case"nature":return e.is==="cluster-object"&&e.object!==void 0?`kind ${e.object}`:`${lr[e.is]}${e.object===void 0?"":` (kind ${e.object})`}`;case"name":return ur[e.hint];case"link":return`${pr[e.link]} ${e.by}`;case"call":return`calls ${e.to} (${K(e.action)})`;case"hosts":return dr(e.are,e.name);case"configuration":return"the configuration says so";case"project":return`the same Ansible project (${e.path}, ${K(e.action)})`;case"uncalled-role":return"no playbook here calls this role";case"beside":return`the scripts beside it set up nodes (${e.path}, ${K(e.action)})`;default:return e}}function dr(e,n){switch(e){case"cluster-nodes":return`runs on ${n}, which kubectl get nodes printed`;case"cluster-group":return`runs on the hosts of ${n}`;case"all-of-a-cluster":return`runs on ${n} hosts of a cluster’s inventory`;default:return e}}var lr={"node-configuration":"configures nodes","node-file":"a file of nodes that no pod here mounts","cluster-object":"runs in the cluster","part-of-a-chart":"belongs to a chart","cloud-init":"cloud-init runs it when a node starts",pipeline:"a pipeline of continuous integration","make-target":"a make target","systemd-unit":"a systemd unit","image-build":"built into a container image",completion:"completes command lines","compose-application":"a Compose application, and nothing here speaks of Kubernetes","cluster-in-containers":"runs the nodes of its cluster as containers",container:"runs inside a container","host-of-a-pod":"leaves its container for the host of the pod","another-machine":"runs on another machine"},ur={"ci-folder":"a folder of continuous integration","ci-pipeline":"a pipeline of continuous integration","test-folder":"a folder of tests or continuous integration","test-file":"a test or continuous integration file","developer-tool":"a tool of developers","developer-environment":"an environment file of developers","node-folder":"a folder of node configuration","node-script":"named as a script that sets up nodes","node-etc":"a file of a node’s /etc","developer-folder":"a folder of developers or of documentation","build-script":"named as a build script","other-platform":"named after a platform that is not Kubernetes"},pr={calls:"called by",sources:"sourced by",copies:"copied into an image by",mounts:"mounted by",builds:"built by","runs-image":"run by"};function C(e){switch(e.role){case"use":return"used here";case"value":return"the value comes from here";case"value-part":return"a part of it comes from this value";case"include":return"included here";case"empty-value":return"empty, so that the default is used";case"switch":return"switched on here";case"assignment":return`${e.variable} is set here`;case"rule":return e.message;default:return e}}var mr={node:"runs on the node",workload:"runs in a pod",image:"is built into an image",ci:"runs in CI",dev:"runs on a developer's machine",unknown:"where it runs is not known"};function ie(e){return mr[e]}function F(e){let n=e.placement.evidence[0];return`${ie(e.placement.place)}${n?`: ${K(n)}`:""}`}function O(e,n=t=>t){switch(e.kind){case"default":return"on by default";case"when":return`when ${e.settings.join(" and ")} is set (${Mn(e.span,n)})`;case"conditional":return`under the condition ${e.condition} (${Mn(e.span,n)})`}}function Mn(e,n){return`${n(e.source.path)}:${m(e.source,e.start).line}`}function w(e,n){return`${e} ${n}${e===1?"":"s"}`}function se(e){let n=W(e);return k.flatMap(r=>n[r]>0?[w(n[r],r)]:[]).join(", ")}function W(e){let n={error:0,warning:0,notice:0};for(let t of e)n[t.severity]++;return n}function R(e){let{partly:n,not:t}=ge(e),r=Math.max(0,e.files-n-t),o=he(e.otherKinds),i=he(e.leftOut),s=[...o>0?[`${o} of other kinds`]:[],...i>0?[`${i} left out`]:[]],a=`scanned ${w(e.files,"file")} (${r} fully, ${n} partly, ${t} not understood)`;return s.length>0?`${a}; not read: ${s.join(", ")}`:a}var Wn=12,_n=3;function fr(e){let n=e.slice(0,Wn).map(({kind:r,files:o})=>`${o} ${r??"without an extension"}`),t=e.slice(Wn);return[...n,...t.length>0?[`${he(t)} of ${w(t.length,"more kind")}`]:[]].join(", ")}var jn={vendored:"in folders of what others wrote",ignored:"excluded by the configuration or .gitignore",linked:"behind links","outside-root":"behind links out of the scanned folder","file-name":"with a name that is not UTF-8",binary:"binary","too-large":"too large"};function Ds({code:e}){let n=cn.find(t=>t===e);return n&&jn[n]}function hr(e,n=t=>t){return e.map(({reason:t,files:r,paths:o})=>{let i=o.length>_n?", …":"";return`${r} ${jn[t]} (${o.slice(0,_n).map(n).join(", ")}${i})`}).join(", ")}function J({otherKinds:e,leftOut:n},t){return[...e.length>0?[["other kinds",fr(e)]]:[],...n.length>0?[["left out",hr(n,t)]]:[]]}function X({count:e}){return e===0?void 0:`${e===1?"1 line on a node or in a pod mentions":`${e} lines on nodes or in pods mention`} Docker, and nothing here explains ${e===1?"it":"them"}`}function he(e){return e.reduce((n,{files:t})=>n+t,0)}function Te(e){return ge(e).not+he(e.leftOut.filter(({reason:n})=>n==="too-large"))}function ge(e){let n=new Set(e.notUnderstood.map(r=>r.path));return{partly:new Set(e.partly.map(r=>r.path).filter(r=>!n.has(r))).size,not:n.size}}function A(e){return e.span?m(e.span.source,e.span.start).line:void 0}function Dn({setting:e,before:n,after:t}){let r=o=>`\`${o.replaceAll("`","'")}\``;return n===void 0?`${r(t??"")} added to ${r(e)}`:t===void 0?`${r(n)} removed from ${r(e)}`:`${r(e)} from ${r(n)} to ${r(t)}`}function ae(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Fe="Nothing to scan";function Bn({files:e,unread:n,accepted:t,comparison:r}){if(e===0)return[Fe];if(n>=e)return["Nothing could be read",Gn(n)];let o=t>0||r!==void 0,i=n>0?"in what could be read":o?"":"that depends on dockershim or Docker Engine";return[`${o?"Nothing new":"Nothing found"} ${i}`.trim(),...r&&r.existing>0?[`${r.existing} existing`]:[],...r&&r.fixed>0?[`${r.fixed} fixed`]:[],...t>0?[Ee(t)]:[],...n>0?[Gn(n)]:[]]}function Ee(e){return`${e} accepted`}function Gn(e){return`${w(e,"file")} ${e===1?"was":"were"} not understood`}function Kn(e){let{failOnParseError:n,...t}=e;return{...t,verdict:gr(e,n)}}function ce(e,n,t){return n==="never"?!1:k.indexOf(e.severity)<=k.indexOf(n)&&re.indexOf(e.confidence)<=re.indexOf(t)}function gr(e,n){let{result:t,failOn:r,minConfidence:o}=e;if(t.coverage.files===0)return{conclusion:"nothing-to-scan",failing:0,sentence:`${Fe}.`};let i=v(e),s=i.filter(d=>ce(d,r,o)).length,a=n?Te(t.coverage):0;return{conclusion:s>0||a>0?"failure":"success",failing:s,sentence:yr(e,i.length,s,a)}}function yr(e,n,t,r){let{result:o,failOn:i,minConfidence:s}=e,a=n>0?[kr(v(e),e.comparison)]:[...br(e)],c=`fail-on ${i}, min-confidence ${s}`;return t>0?a.push(`${t} ${t===1?"fails":"fail"} the check (${c})`):n>0&&i!=="never"&&a.push(`none fails the check (${c})`),r>0&&a.push(`${w(r,"file")} not understood, which fails the check (on-parse-error fail)`),n>0&&o.suppressed.length>0&&a.push(Ee(o.suppressed.length)),`${a.join("; ")}.`}function kr(e,n){if(n){let{introduced:r,existing:o,fixed:i,base:s}=n;return`${r.length} new (${se(r)}), ${o.length} existing, ${i.length} fixed, compared with ${s}`}let t=new Set(e.map(r=>r.span.source.path)).size;return`${w(e.length,"finding")} (${se(e)}) in ${w(t,"file")}`}function br({result:e,comparison:n}){let t=Bn({files:e.coverage.files,unread:Te(e.coverage),accepted:e.suppressed.length,comparison:n&&{existing:n.existing.length,fixed:n.fixed.length}});return n?[...t,`compared with ${n.base}`]:t}function Un(e,n,t,r=[]){let o=new Map;for(let a of n)o.set(a.fingerprint,[...o.get(a.fingerprint)??[],a]);let i=[],s=[];for(let a of t)(o.get(a.fingerprint)?.shift()?s:i).push(a);for(let a of r)o.get(a.fingerprint)?.shift();return{base:e,introduced:i,existing:s,fixed:[...o.values()].flat()}}function Hn(e,n){let t=o=>o!==void 0&&n(o.source.path),r=({span:o,related:i,activation:s})=>t(o)||i.some(a=>t(a.span))||s.kind!=="default"&&t(s.span);return{...e,findings:e.findings.filter(r),suppressed:e.suppressed.filter(({finding:o})=>r(o))}}function Ie(e,n){let t=new Map;for(let{fingerprint:s}of n)t.set(s,(t.get(s)??0)+1);let r=({fingerprint:s})=>{let a=t.get(s)??0;return t.set(s,a-1),a>0};e.findings.forEach(r);let o=[],i=e.suppressed.filter(({finding:s,by:a})=>r(s)||a!=="comment"?!0:(o.push(s),!1));return o.length===0?e:{...e,findings:[...e.findings,...o].sort(sn),suppressed:i,notes:[...e.notes,...o.map(wr)]}}function wr({rule:e,span:n}){return{code:"suppression",message:`the suppression of ${e} is new and does not count (new-suppressions: count)`,path:n.source.path,span:n,coverage:"about"}}import{dirname as zn,join as vr,resolve as $r}from"node:path";function Vn(e,{root:n,paths:t,excluded:r,settings:o}){let i=xr(e,n);return{pathOf:i===n?void 0:s=>$e(i,vr(n,s)),covers({path:s,rule:a}){let c=$r(i,s),d=$e(n,c);return bn(o,a)&&me(n,c)&&!r(d)&&t.some(u=>Rr(d,u==="."?"":u))}}}function xr(e,n){let t=gn(zn(e))??zn(e),r=vn(n);return me(r,t)||me(t,n)?t:r}function Rr(e,n){return e===n?!0:n!==""&&!e.startsWith(`${n}/`)?!1:!e.slice(n.length).split("/").slice(0,-1).some(pe)}var Sr=20;function qn(e,n){return Or(e).flatMap(([t,r])=>{let o=Tr(r)??(n.isWhole?Fr(r,n):void 0);return o===void 0?[]:[{code:"configuration",message:`the pattern "${r}" of ${t} ${o}`,path:".",coverage:"about"}]}).slice(0,Sr)}function Or({exclude:e,overrides:n,knowledge:t}){let r=(o,i)=>i.flatMap(s=>s??[]).map(s=>[o,s]);return[...r("exclude",[e]),...r("overrides",n.map(({paths:o})=>o)),...r("knowledge.places",t.places.map(({paths:o})=>o)),...r("knowledge.advice",t.advice.map(({paths:o})=>o))]}function Tr(e){if(e.startsWith("!"))return`matches nothing: what is excluded cannot be taken back; write patterns for what is to be left out, without "${e.slice(1)}"`;if(/^[A-Za-z]:[\\/]/.test(e))return"matches nothing: patterns start at a folder of the repository, not at a drive";if(e.includes("\\"))return`matches nothing: folders are separated by forward slashes; write "${e.replace(/\\+/g,"/")}"`;let n=/^([^{}]*)\{([^{}]*,[^{}]*)\}([^{}]*)$/.exec(e);if(n)return`matches nothing: braces are not read; write ${(n[2]??"").split(",").map(r=>`"${n[1]}${r.trim()}${n[3]}"`).join(" and ")}`}function Fr(e,{paths:n,unopened:t,base:r}){let o=kn(e);if(n.some(u=>o(r+u)))return;let i=e.replace(/^\.?\/|^\*\*\/|\/(?:\*\*)?$/g,"").replace(/\/\*\*$/,""),s=i.split("/"),a=s.filter(u=>!/[*?]/.test(u));if(t.some(u=>a.join("/").startsWith(`${r}${u}/`)))return;let c=s.length===1,d=a.length===s.length?Ze(i,Ir(s.length,n)):void 0;return d!==void 0?`matches no file or folder; did you mean "${d}"?`:c?void 0:"matches no file or folder"}var Er=3e3;function Ir(e,n){let t=new Set;for(let r of n){if(t.size>=Er)break;let o=r.split("/");if(e===1)for(let i of o)t.add(i);else o.length>=e&&t.add(o.slice(0,e).join("/"))}return[...t]}async function Fa(e){let n=await On(e,await e.findGovernor()),t=Cr(e),r=e.given?{files:e.given,notes:[]}:Ar(e,t,n);e.onFiles?.(r.files.length);let o=await Nr(r,e,t,n),i=await Lr(await e.findBase(),r,t,n);return{...Wr(e,n,o,i),files:r.files.map(({path:s})=>s)}}function Cr({root:e,paths:n,given:t}){let r=t?[]:xn(e,n);if(r.length===0)return{paths:n,charts:r,narrow:i=>i};let o=i=>n.some(s=>s==="."||i===s||i.startsWith(`${s}/`));return{paths:[...n,...r],charts:r,narrow:i=>Hn(i,o)}}function Pr(e){return{code:"chart",message:"read as a whole, because a part of this chart was asked for",path:e,coverage:"about"}}function Ar(e,{paths:n,charts:t},r){let{settings:o,excluded:i,base:s}=r;try{let a=rn(e.root,n,i),c=a.notes.filter(({coverage:u})=>u!=="about"),d={paths:[...a.files,...c].map(({path:u})=>u),unopened:c.flatMap(({coverage:u,path:l})=>u==="left-out"?[l]:[]),isWhole:e.paths.includes(".")&&s==="",base:s};return{...a,notes:[...a.notes,...t.map(Pr),...qn(o,d)]}}catch(a){throw a instanceof on?new te(`${a.message}.`):a}}async function Nr(e,{root:n,paths:t,watch:r,onStep:o},i,{baseline:s,lintOptions:a,settings:c,edits:d,excluded:u}){let l=i.narrow(await Oe(e.files,{...a,onStep:o},e.notes,r));if(!s||c.baseline===void 0)return l;let p=Vn(c.baseline,{root:n,paths:t,excluded:u,settings:c}),f=hn(l,s,c.unsuppressible,p);return d.some(({setting:h})=>h===s.path)?{...f,notes:l.notes}:f}async function Lr(e,n,t,{excluded:r,lintOptions:o}){if(e.kind!=="found")return{search:e,result:void 0,notes:[]};try{let{files:i,notes:s}=await e.base.files(n,{paths:t.paths,excluded:r}),a=Mr(i,n.files)?void 0:t.narrow(await Oe(i,o));return{search:e,result:a,notes:s}}catch(i){if(!(i instanceof yn))throw i;return{search:{kind:"unreachable",reason:i.message},result:void 0,notes:[]}}}function Mr(e,n){return e.length===n.length&&e.every((t,r)=>t.path===n[r]?.path&&t.text===n[r]?.text)}function Wr(e,n,t,r){let{settings:o,configFile:i,excluded:s,lintOptions:a,policyFiles:c,governor:d,edits:u}=n,{search:l,result:p}=r,f=l.kind==="found"?l.base:void 0,h=[...e.remarks??[],...n.remarks,...jr(l,d),...r.notes.map(Kr)],$=_r(o,t,r),T=$.suppressed.map(({finding:ne})=>ne),y=[...h.map(Ur),...u.slice(0,Gr).map(ne=>Br(ne,d))],E=Kn({version:pn,target:a.target,result:{...$,notes:[...$.notes,...y]},comparison:f&&Un(f.label,p?.findings??[...$.findings,...T],$.findings,T),isInDiff:f&&Hr(f),failOn:o["fail-on"],minConfidence:o["min-confidence"],subject:{...e.subject,date:e.today},failOnParseError:o["on-parse-error"]==="fail"}),ke={configuration:f?Rn(f,c):[],governor:d,edits:u,suppressions:p?Sn(p.suppressed,t.suppressed):[],remarks:h};return{settings:o,configFile:i,excluded:s,search:l,report:E,change:ke}}function _r(e,n,{search:t,result:r}){return e["new-suppressions"]==="allow"||t.kind==="not-wanted"?n:t.kind==="unreachable"?Ie(n,[]):r?Ie(n,[...r.findings,...r.suppressed.map(({finding:o})=>o)]):n}function jr(e,n){let t=n==="defaults"?[Dr]:[];switch(e.kind){case"found":return[...e.base.remarks,...t];case"unreachable":return[`Not compared: ${e.reason}. All findings count.`,...t];case"not-wanted":return t}}var Dr="The configuration of the base cannot be read, so the defaults judge this change and not its own configuration; `fetch-depth: 0` in actions/checkout brings the base.",Gr=50;function Br(e,n){return{code:"configuration",message:`this change edits its own check, ${n==="head"?"and this run already follows it":"which counts after the merge"}: ${Dn(e)}`,path:".",coverage:"about"}}function Kr(e){return e.path==="."?e.message:`${e.path}: ${e.message}`}function Ur(e){return{code:"comparison",message:e,path:".",coverage:"about"}}function Hr({changes:e,prefix:n}){return({span:t})=>{let{source:r,start:o,end:i}=t;return An(e,n+r.path,m(r,o).line,m(r,i).line)}}import{posix as Yn}from"node:path";async function La(e,n,t,r,o){let[i,s]=await Promise.all([e.tree(n),e.tree(e.head)]);if(!i||!s)return;let a=new Map(s.map(h=>[h.path,h])),c=new Map(t.files.map(h=>[h.path,h])),d=[],u=Zr(t.files,a,i,d),l=[];for(let h of i)h.type!=="file"||!nt(h.path,r)||(a.get(h.path)?.oid===h.oid?u.push(...zr(h.path,t,c)):Vr(o.get(h.path)??h.path,a,c)&&l.push(h));let p=u.reduce((h,{text:$})=>h+$.length,0),f=await Zn(e,l,r,o,z.runCharacters-p);return{files:[...u,...f.files].sort(et),notes:[...d,...f.notes],missing:f.missing}}function zr(e,n,t){if(V(e))return n.files.filter(o=>o.path.startsWith(`${e}/`));let r=t.get(e);return r?[r]:[]}function Vr(e,n,t){return!n.has(e)||t.has(e)||V(e)}async function Ma(e,n,t,r,o=z.runCharacters){let s=(await e.tree(n))?.filter(a=>a.type==="file"&&nt(a.path,t));return s&&Zn(e,s,t,r,o)}async function Zn(e,n,t,r,o){let i=n.map(f=>f.oid),{contents:s,missing:a}=await e.blobs(i,z.archiveBytes),c=[],d=[],u=[],l=o;for(let{path:f,oid:h}of n){let $=r.get(f)??f,T=s.get(h);if(!T){a.has(h)&&d.push($);continue}let y=Xr($,T,t),E=y.reduce((ke,{text:ne})=>ke+ne.length,0);E>l?u.push($):c.push(...y),E<=l&&(l-=E)}let p=[...d.length===0?[]:[Yr(d)],...u.length===0?[]:[qr(u)]];return{files:c.sort(et),notes:p,missing:d}}var Jn=5;function Qn(e){return e.slice(0,Jn).join(", ")+(e.length>Jn?", …":"")}function qr(e){return{code:"comparison",message:`the earlier files are larger together than one run reads, so all findings in some of them count as new (${Qn(e)})`,path:".",coverage:"about"}}function Yr(e){let n=Qn(e);return{code:"comparison",message:`the clone is a partial one and does not hold what ${e.length===1?"a file":`${e.length} files`} held before, so all findings there count as new (${n})`,path:".",coverage:"about"}}function et(e,n){return e.path<n.path?-1:e.path>n.path?1:0}function nt(e,n){return n.paths.some(t=>{let r=t==="."?"":t;return r===e?!0:r!==""&&!e.startsWith(`${r}/`)?!1:Jr(e,r,n.excluded)})}function Jr(e,n,t){let o=(n===""?e:e.slice(n.length+1)).split("/").slice(0,-1);if(o.some(s=>nn(s)||pe(s)))return!1;let i=n;for(let s of o)if(i=i===""?s:`${i}/${s}`,t(i))return!1;return!t(e)&&(V(e)||tn(e))}function Xr(e,n,t){if(V(e))return en(e,n).files;if(n.length>z.fileBytes)return[];let r=Qe(e,n,t.paths.includes(e));return r.kind==="text"?[{path:e,text:r.text}]:[]}function Zr(e,n,t,r){let o=[...n.values()].filter(l=>l.type==="submodule"),i=[...n.keys()].filter(V),s=new Map(t.map(l=>[l.path,l.oid])),a=o.filter(l=>s.get(l.path)!==l.oid),c=a.filter(l=>e.some(p=>p.path.startsWith(`${l.path}/`)));for(let l of c)r.push({code:"comparison",message:"the submodule points to another commit than before, whose files are not here: all its findings count as new",path:l.path,coverage:"about"});let d=l=>a.some(p=>l.startsWith(`${p.path}/`)),u=l=>i.some(p=>l.startsWith(p));return e.filter(l=>!n.has(l.path)&&!u(l.path)&&!d(l.path))}var Qr=5;async function Wa(e,n,t){let[r,o]=await Promise.all([e.tree(n),e.tree(e.head)]);if(!r||!o)return{kind:"lost"};let i=new Map(r.map(a=>[a.path,a]));if(!i.has(t))return{kind:o.some(a=>a.path===t)?"absent":"unchanged"};let s=i.get(t);for(let a=0;s?.type==="link"&&a<Qr;a++){let c=await Xn(e,s);if(c.kind!=="text")return c;s=i.get(Yn.join(Yn.dirname(s.path),c.text))}return s?.type==="file"?Xn(e,s):{kind:"absent"}}async function Xn(e,{oid:n}){let{contents:t,missing:r}=await e.blobs([n],z.archiveBytes),o=t.get(n);return o?{kind:"text",text:o.toString("utf8")}:{kind:r.has(n)?"lost":"absent"}}import{lstatSync as eo,readdirSync as no}from"node:fs";import{join as G}from"node:path";var to=/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/,ro=/^refs(?:\/(?!\.)(?:(?!\.\.|@\{|\.lock(?:\/|$))[^\0-\x20\x7f~^:?*[\\/])+)+$/,Ce=4096,tt=64*1024*1024,oo=1e5,io=50;function x(e){return to.test(e)}function Pe(e){return ro.test(e)}function rt(e){let n=q(G(e.own,"HEAD"),Ce)?.trim();for(let t=0;n!==void 0&&t<5;t++){if(x(n))return n;let r=/^ref: *(.+)$/.exec(n)?.[1];if(r===void 0||!Pe(r))return;n=so(e,r)??st(e).get(r)}}function ot(e){let n=new Map(st(e)),t=new Map;for(let r of["refs/heads","refs/remotes","refs/tags"])Ae(G(e.common,"refs"))&&at(e,r,0,t);for(let[r,o]of t){let i=/^ref: *(.+)$/.exec(o)?.[1],s=i===void 0?o:t.get(i)??n.get(i);s!==void 0&&x(s)&&n.set(r,s)}return n}function it({common:e}){return(q(G(e,"shallow"),tt)??"").split(`
`).filter(x)}function st({common:e}){let n=new Map;for(let t of(q(G(e,"packed-refs"),tt)??"").split(`
`)){let r=t.indexOf(" "),[o,i]=[t.slice(0,r),t.slice(r+1)];r>0&&x(o)&&Pe(i)&&n.set(i,o)}return n}function so({own:e,common:n},t){let r=t.split("/");for(let o of e===n?[n]:[e,n]){if(!r.slice(0,-1).map((a,c)=>G(o,...r.slice(0,c+1))).every(Ae))continue;let s=q(G(o,t),Ce)?.trim();if(s!==void 0)return s}}function at(e,n,t,r){let o=G(e.common,n);if(!(t>io||!Ae(o)))for(let i of no(o,{withFileTypes:!0})){let s=`${n}/${i.name}`;r.size>=oo||!Pe(s)||(i.isDirectory()?at(e,s,t+1,r):i.isFile()&&r.set(s,q(G(o,i.name),Ce)?.trim()??""))}}function Ae(e){try{return eo(e).isDirectory()}catch{return!1}}import{join as $o}from"node:path";import{spawn as ao}from"node:child_process";import{delimiter as ct,isAbsolute as co,join as lo}from"node:path";var uo=6e4,dt=256*1024*1024,po=16*1024;function lt(e,n,t){let r=n.length===64?"sha256":"sha1";return{folder:En({HEAD:`${n}
`,config:fo(r),"refs/keep":"","objects/info/alternates":`${ho(e)}
`,...t.length===0?{}:{shallow:`${t.join(`
`)}
`}}),format:r}}function ut({folder:e},n){let t=[...n].map(([r,o])=>`${o} ${r}
`);In(e,{"packed-refs":t.join("")})}function pt({folder:e}){Cn(e)}var mo={sha1:"4b825dc642cb6eb9a060e54bf8d69288fbee4904",sha256:"6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"};function fo(e){return`[core]
	repositoryFormatVersion = ${e==="sha1"?0:1}
	bare = true
	alternateRefsCommand = :
	attributesFile = /dev/null
	bigFileThreshold = 16m
	commitGraph = false
	fsmonitor = false
	hooksPath = /dev/null
	logAllRefUpdates = false
	multiPackIndex = false
	quotePath = false
	sshCommand = false
[attr]
	tree = ${mo[e]}
[credential]
	helper =
[diff]
	renameLimit = 1000
[fetch]
	recurseSubmodules = false
[gc]
	auto = 0
[http]
	followRedirects = false
[maintenance]
	auto = false
[protocol]
	allow = never
[transfer]
	bundleURI = false
${e==="sha1"?"":`[extensions]
	objectFormat = sha256
`}`}function ho(e){return`"${[...Buffer.from(e,"utf8")].map(t=>t===34||t===92||t<32||t>126?`\\${t.toString(8).padStart(3,"0")}`:String.fromCharCode(t)).join("")}"`}function _(e,n){let t=ao("git",["--no-pager",`--git-dir=${e.folder}`,...go(n)],{cwd:e.folder,env:ko(e,n),stdio:["pipe","pipe","pipe"],timeout:uo,killSignal:"SIGKILL",windowsHide:!0});return new Promise(r=>{let o=[],i="",s=0;t.stdout.on("data",c=>{s+=c.length,s>dt?t.kill("SIGKILL"):o.push(c)}),t.stderr.on("data",c=>{i.length<po&&(i+=c.toString("utf8"))});let a=c=>r({ok:c&&s<=dt,output:Buffer.concat(o),errors:i});t.on("error",()=>a(!1)),t.on("close",c=>a(c===0)),t.stdin.on("error",()=>{}),t.stdin.end(yo(n))})}function go(e){switch(e.kind){case"sizes":return["cat-file","--batch-check","--buffer"];case"contents":return["cat-file","--batch","--buffer"];case"tree":return["ls-tree","-r","-z","--full-tree",e.commit];case"patch":return["diff-tree","-r","--patch","--unified=0","--find-renames","--no-color","--no-ext-diff","--no-textconv","--submodule=short","--src-prefix=a/","--dst-prefix=b/",e.from,e.to,"--"];case"merge-base":return["merge-base",e.left,e.right];case"resolve":return["rev-parse","--verify","--quiet","--end-of-options",`${e.name}^{commit}`];case"fetch":return["fetch","--quiet","--depth=1","--no-tags","--no-recurse-submodules","--no-write-fetch-head",`--negotiation-tip=${e.have}`,e.remote.url,e.commit]}}function yo(e){switch(e.kind){case"sizes":case"contents":return`${e.objects.join(`
`)}
`;case"tree":case"patch":case"merge-base":case"resolve":case"fetch":return""}}function ko({folder:e},n){return{PATH:(process.env.PATH??"").split(ct).filter(r=>co(r)).join(ct),...mt(process.platform==="win32"?bo:[]),HOME:e,XDG_CONFIG_HOME:lo(e,"none"),LC_ALL:"C",GIT_CONFIG_NOSYSTEM:"1",GIT_CONFIG_GLOBAL:"/dev/null",GIT_ATTR_NOSYSTEM:"1",GIT_ASKPASS:"",GIT_NO_LAZY_FETCH:"1",GIT_NO_REPLACE_OBJECTS:"1",GIT_OPTIONAL_LOCKS:"0",GIT_PROTOCOL_FROM_USER:"0",GIT_TERMINAL_PROMPT:"0",GIT_ALLOW_PROTOCOL:"",...n.kind==="fetch"?vo(n.remote):{}}}var bo=["SystemRoot","SystemDrive","PATHEXT","TEMP","TMP"],wo=["http_proxy","https_proxy","HTTPS_PROXY","all_proxy","ALL_PROXY","no_proxy","NO_PROXY","GIT_SSL_CAINFO","GIT_SSL_CAPATH","SSL_CERT_FILE","SSL_CERT_DIR","CURL_CA_BUNDLE"];function vo({url:e,token:n}){let t=`AUTHORIZATION: basic ${Buffer.from(`x-access-token:${n}`).toString("base64")}`;return{...mt(wo),GIT_ALLOW_PROTOCOL:e.startsWith("http://")?"http":"https",...n===void 0?{}:{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${e}.extraheader`,GIT_CONFIG_VALUE_0:t}}}function mt(e){return Object.fromEntries(e.flatMap(n=>process.env[n]?[[n,process.env[n]]]:[]))}function Xa(e,n){let t=wn(e,n);return t.kind==="found"?xo(t.folder):t}function xo(e){let n=rt(e),t=$n(e);if(t!==void 0)return{kind:"refused",reason:t};if(n===void 0)return{kind:"none"};let r;try{r=lt($o(e.common,"objects"),n,it(e))}catch{return{kind:"refused",reason:"no temporary folder can be made"}}let o=!1,i=a=>(o||ut(r,ot(e)),o=!0,Oo(r,a));return{kind:"found",repository:{top:e.top,head:n,has:a=>Ro(r,a),resolve:i,parents:a=>To(r,a),mergeBase:(a,c)=>Fo(r,a,c),tree:a=>Eo(r,a),blobs:(a,c)=>Co(r,a,c),patch:(a,c)=>Ao(r,a,c),fetch:(a,c)=>No(r,a,n,c),close:()=>pt(r)}}}async function Ro(e,n){if(!x(n))return!1;let{ok:t,output:r}=await _(e,{kind:"sizes",objects:[`${n}^{tree}`]});return t&&/ tree \d+$/.test(r.toString("utf8").trim())}var So=/^[^\0-\x20\x7f:?*[\\{}-][^\0-\x20\x7f:?*[\\{}]{0,254}$/;async function Oo(e,n){if(So.test(n))for(let t of[n,`refs/remotes/origin/${n}`]){let{ok:r,output:o}=await _(e,{kind:"resolve",name:t}),i=o.toString("utf8").trim();if(r&&x(i))return i}}async function To(e,n){return((await ft(e,[n],"commit")).get(n)?.toString("utf8").split(`

`,1)[0]??"").split(`
`).flatMap(o=>o.startsWith("parent ")?[o.slice(7).trim()]:[])}async function Fo(e,n,t){if(!x(n)||!x(t))return;let{ok:r,output:o}=await _(e,{kind:"merge-base",left:n,right:t}),i=o.toString("utf8").trim();return r&&x(i)?i:void 0}async function Eo(e,n){if(!x(n))return;let{ok:t,output:r}=await _(e,{kind:"tree",commit:n});if(!t)return;let o=[];for(let i of r.toString("utf8").split("\0")){let s=i.indexOf("	"),[a,,c]=i.slice(0,s).split(" ");if(s<0||!a||!c)continue;let d=a==="160000"?"submodule":a==="120000"?"link":"file";o.push({path:i.slice(s+1),oid:c,type:d})}return o}var Io=64*1024*1024;async function Co(e,n,t){let r=[...new Set(n.filter(x))],o=await Po(e,r),i=new Map,s=[],a=0,c=async()=>{for(let[u,l]of await ft(e,s,"blob"))i.set(u,l);s=[],a=0};for(let[u,l]of o)l>t||(a+l>Io&&await c(),s.push(u),a+=l);await c();let d=r.filter(u=>!i.has(u)&&(o.get(u)??0)<=t);return{contents:i,missing:new Set(d)}}async function Po(e,n){let t=new Map;if(n.length===0)return t;let{output:r}=await _(e,{kind:"sizes",objects:n});for(let o of r.toString("utf8").split(`
`)){let[i,s,a]=o.split(" ");i&&s==="blob"&&a&&t.set(i,Number(a))}return t}async function ft(e,n,t){let r=new Map,o=n.filter(x);if(o.length===0)return r;let{output:i}=await _(e,{kind:"contents",objects:o}),s=0;for(;s<i.length;){let a=i.indexOf(10,s);if(a<0)break;let[c,d,u]=i.toString("utf8",s,a).split(" ");if(s=a+1,d==="missing"||u===void 0)continue;let l=s+Number(u);c&&d===t&&l<=i.length&&r.set(c,i.subarray(s,l)),s=l+1}return r}async function Ao(e,n,t){if(!x(n)||!x(t))return;let{ok:r,output:o}=await _(e,{kind:"patch",from:n,to:t});return r?o.toString("utf8"):void 0}async function No(e,n,t,r){if(!x(n))return"not a commit id";if(!/^https?:\/\/[^\s@]+$/.test(r.url))return`${r.url} is no address that is fetched from`;let{ok:o,errors:i}=await _(e,{kind:"fetch",remote:r,commit:n,have:t});if(!o)return i.trim().split(`
`).at(-1)||"git fetch failed"}var Ne=10;function ht(e,n=()=>!1){return k.flatMap(t=>{let r=Lo(e.filter(o=>o.severity===t),n);return r.length===0?[]:[Mo(t,r)]})}function Lo(e,n=()=>!1){let t=e.map((r,o)=>({finding:r,key:[n(r)?0:1,k.indexOf(r.severity),re.indexOf(r.confidence),o]}));return t.sort((r,o)=>r.key[0]-o.key[0]||r.key[1]-o.key[1]||r.key[2]-o.key[2]||r.key[3]-o.key[3]),t.map(({finding:r})=>r)}function Mo(e,n){if(n.length<=Ne)return{level:e,hidden:0,annotations:n.map(i=>({finding:i,others:0,otherFiles:0}))};let t=Wo(n),r=t.length<=Ne?t:t.slice(0,Ne-1),o=r.reduce((i,s)=>i+1+s.others,0);return{level:e,annotations:r,hidden:n.length-o}}function Wo(e){let n=new Map;for(let t of e){let r=`${t.rule}\0${t.message}`,o=n.get(r);o?o.push(t):n.set(r,[t])}return[...n.values()].flatMap(([t,...r])=>{if(!t)return[];let o=new Set(r.map(i=>i.span.source.path));return o.delete(t.span.source.path),[{finding:t,others:r.length,otherFiles:o.size}]})}function gt(e,n){let t=ht(v(e));return`${[..._o(t,n.pathOf,"the reports in other formats").map(i=>jo(i,n.terminal)),Re(R(e.result.coverage)),Re(e.verdict.sentence)].join(`
`)}
`}function _o(e,n,t){return e.flatMap(({level:r,annotations:o,hidden:i})=>{let s=o.map(c=>({level:c.finding.severity,message:Bo(c,n),place:{title:c.finding.rule,...Do(c.finding,n)}}));if(i===0)return s;let a=`${w(i,`more ${r}`)} ${i===1?"is":"are"} not annotated: GitHub shows at most ten per level. All of them are in ${t}.`;return[...s,{level:r,message:a,place:{title:"dockershim-lint: more findings"}}]})}function jo({level:e,message:n,place:t},r){let{title:o,file:i,startLine:s,endLine:a,startColumn:c,endColumn:d}=t,u=[`title=${xe(o)}`,...i===void 0?[]:[`file=${r?xe(i):Go(i)}`],...Object.entries({line:s,endLine:a,col:c,endColumn:d}).flatMap(([l,p])=>p===void 0?[]:[`${l}=${p}`])];return`::${e} ${u.join(",")}::${Tn(n)}`}function Do(e,n){let{source:t,start:r,end:o}=e.span,i=m(t,r),s=m(t,o),a=n(t.path),c={...a===""?{}:{file:a},startLine:i.line,endLine:s.line};return i.line!==s.line?c:{...c,startColumn:i.column,endColumn:Math.max(s.column,i.column+1)}}function Go(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A").replaceAll(":","%3A").replaceAll(",","%2C")}function Bo({finding:e,others:n,otherFiles:t},r){let{line:o,column:i}=m(e.span.source,e.span.start),s=n===0?[]:[`${n} more with the same cause${t>0?`, in ${w(t,"more file")}`:""}.`];return[`${r(e.span.source.path)}:${o}:${i}: ${e.message}`,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${F(e)}; ${O(e.activation,r)}; confidence ${e.confidence}`,...s,e.help].map(b).join(`
`)}var Ko=1;function yt(e){return`${D(Uo(e),2)}
`}function Uo(e){let{result:n,comparison:t,target:r,verdict:o}=e,i=new Set(t?.introduced),s=a=>t?i.has(a)?"new":"existing":void 0;return{schemaVersion:Ko,tool:{name:"dockershim-lint",version:e.version},subject:e.subject&&{name:e.subject.name,commit:e.subject.commit,date:e.subject.date},target:{runtime:r.runtime,kubernetesVersion:`1.${r.minor}`},summary:Ho(e),findings:n.findings.map(a=>({...Le(a),state:s(a)})),suppressed:n.suppressed.map(({finding:a,by:c,reason:d})=>({...Le(a),suppressed:{by:c,reason:d}})),fixed:t?.fixed.map(Le),coverage:{files:n.coverage.files,fully:zo(e),partly:n.coverage.partly.map(Me),notUnderstood:n.coverage.notUnderstood.map(Me),otherKinds:n.coverage.otherKinds,leftOut:n.coverage.leftOut,unexplained:{count:n.coverage.unexplained.count,lines:n.coverage.unexplained.lines.map(({source:a,start:c})=>({path:a.path,line:m(a,c).line}))}},notes:n.notes.map(Me),verdict:{conclusion:o.conclusion,failing:o.failing,sentence:o.sentence}}}function Ho(e){let{result:n,comparison:t,verdict:r}=e,{error:o,warning:i,notice:s}=W(v(e));return{conclusion:r.conclusion,total:n.findings.length,errors:o,warnings:i,notices:s,failing:r.failing,suppressed:n.suppressed.length,failOn:e.failOn,minConfidence:e.minConfidence,comparedWith:t?.base,new:t?.introduced.length,existing:t?.existing.length,fixed:t?.fixed.length}}function zo(e){let{partly:n,not:t}=ge(e.result.coverage);return Math.max(0,e.result.coverage.files-n-t)}function Le(e){return{rule:e.rule,severity:e.severity,confidence:e.confidence,message:M(e.message),because:M(e.because),instead:M(e.instead),location:U(e.span),related:e.related.map(n=>({...U(n.span),message:M(C(n))})),place:e.placement.place,evidence:e.placement.evidence.map(n=>({text:M(K(n)),..."span"in n?U(n.span):{}})),activation:qo(e.activation),fingerprint:e.fingerprint,help:e.help,fix:e.fix&&Vo(e.fix)}}function Vo({span:e,replacement:n,safety:t,also:r}){let o=r.map(i=>({replacement:i.replacement,location:U(i.span)}));return{replacement:n,safety:t,location:U(e),...o.length>0?{also:o}:{}}}function qo(e){switch(e.kind){case"default":return{kind:e.kind};case"when":return{kind:e.kind,settings:e.settings.map(M),...U(e.span)};case"conditional":return{kind:e.kind,condition:M(e.condition),...U(e.span)}}}function U(e){return{path:e.source.path,start:m(e.source,e.start),end:m(e.source,e.end)}}function Me(e){return{path:e.path,line:A(e),code:e.code,message:M(e.message)}}function Z(e){return[...L(e,({rule:n})=>n)].map(([n,t])=>({rule:n,members:t,counts:W(t)})).sort((n,t)=>t.counts.error-n.counts.error||t.counts.warning-n.counts.warning||t.members.length-n.members.length)}function kt(e){let n=Z(e),t=Math.max(0,...n.map(({rule:r})=>r.length));return n.map(({rule:r,members:o,counts:i})=>{let s=new Set(o.map(({span:c})=>c.source.path)).size,a=k.flatMap(c=>i[c]>0?[w(i[c],c)]:[]);return`${String(o.length).padStart(5)}  ${r.padEnd(t)}  ${a.join(", ")} in ${w(s,"file")}`})}var Yo=/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u,Jo=new RegExp("\\p{Mn}|\\p{Me}","u");function We(e){return e<"̀"?1:Jo.test(e)?0:Yo.test(e)?2:1}function de(e){let n=0;for(let t of e)n+=We(t);return n}function le(e,n){let t=[],r="",o=0;for(let i of e.split(" ")){let s=de(i);r!==""&&o+1+s>n?(t.push(r),r=i,o=s):(r=r===""?i:`${r} ${i}`,o+=s+(o===0?0:1))}return[...t,r]}var _e={"docker-socket-mount":`# docker-socket-mount

A volume mounts the socket of the node’s Docker Engine.

## What it finds

- \`hostPath\` volumes (and PersistentVolumes, Terraform \`host_path\`, runner configuration) whose path is \`docker.sock\`, Docker’s private containerd socket, or \`\\\\.\\pipe\\docker_engine\`.
- The finding is on the path; the mounts that use the volume are shown with it.

## Why

Kubernetes 1.24 removed dockershim. Nodes with containerd or CRI-O have no Docker Engine, so nothing answers on the socket. With \`type: Socket\` or \`type: File\` the pod does not start; without a type the runtime creates an empty directory of that name on the node, and the client fails later with an odd message.

Where nodes keep Docker Engine through cri-dockerd the mount goes on working and is a notice. An old client can still be refused there: Engine 29 asks for API 1.44 (1.40 from 29.3).

## Instead

- An agent that reads containers: mount the socket of the runtime and set the agent’s own option for CRI. Changing only the path gives a client that speaks the wrong protocol.
- An image build: BuildKit, Buildah, or a \`docker:dind\` sidecar.
- \`docker exec\` into neighbours: the Kubernetes API (\`pods/exec\`).

## Fix

- Unsafe (\`--fix=unsafe\`): For agents that look for the socket of the runtime by themselves (Datadog, Falco, cAdvisor), that socket takes the place of docker.sock in the volume and in its mounts; a volume that nothing reads goes with its mounts. On nodes that still run Docker Engine the agent sees no containers afterwards.

## When it is fine

- The pod brings its own engine (dind) and shares its socket on an \`emptyDir\`.
- The pod also mounts a CRI socket: it is made for several runtimes, and the finding is a notice (an error again with \`type: Socket\`).
- No container mounts the volume: a notice. A policy that allows the path is a warning: it refuses the socket that takes its place.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`,"docker-socket-parent-mount":`# docker-socket-parent-mount

A pod can reach docker.sock through a directory that it mounts.

## What it finds

\`hostPath\` volumes for \`/\`, \`/run\`, \`/var/run\` or \`/var\` in a pod that shows a second sign of Docker: \`DOCKER_HOST\`, an argument or variable that names \`docker.sock\`, or a volume that is called after it. Without a sign nothing is reported, as node exporters and many agents mount the same directories.

## Why

A search for \`docker.sock\` does not see these mounts, and the pod still stops working: Kubernetes 1.24 removed dockershim, and nodes without Docker Engine have no such socket below the directory.

## Instead

Mount the one socket directory that the agent needs (\`/run/containerd\`, \`/run/crio\`) and set its option for CRI.

## Fix

None: what the agent needs of the folder is not written in the manifest.

## When it is fine

When the agent also names a CRI socket it is made for several runtimes, and the finding is a notice.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
`,"docker-socket-endpoint":'# docker-socket-endpoint\n\nA setting names Docker’s socket or port as the endpoint to talk to.\n\n## What it finds\n\n- Variables, arguments and settings whose value is the address of `docker.sock` (`DOCKER_HOST`, `CORE_VM_ENDPOINT`, `--docker-endpoint`, `dockerURL`, `socketPath` …).\n- The TCP port of the node’s engine: `tcp://$(HOST_IP):2375`.\n- Collectors that open `docker.sock` without being told an address: the OpenTelemetry receiver `docker_stats`, the Metricbeat module `docker`.\n\n## Why\n\nKubernetes 1.24 removed dockershim; nodes with containerd or CRI-O have no Docker Engine. A Docker client gets "no such file", and a CRI client gets a protocol error.\n\n## Instead\n\nGive the program the socket of the runtime in its own setting for CRI, and delete this one. OpenTelemetry: `kubeletstats`. Metricbeat: the `kubernetes` module. Telegraf: `inputs.kubernetes`.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): The key or variable of a known tool that holds nothing but the socket (Litmus, Chaos Mesh) names that of the runtime. On nodes that still run Docker Engine the tool finds nothing there.\n\n## When it is fine\n\n- `tcp://localhost:2376` with a `docker:dind` sidecar: the engine is in the pod.\n- The same list also names CRI sockets: the program tries one after the other, and the finding is a notice.\n- CI jobs and scripts of developers.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/\n',"docker-host-path":"# docker-host-path\n\nA path of the node belongs to Docker Engine or dockershim.\n\n## What it finds\n\n`hostPath` volumes, settings and script arguments under `/var/lib/docker`, `/run/docker`, `/etc/docker` (as a mount), the `docker` program of the node, `/var/lib/dockershim`, and `C:\\ProgramData\\docker`.\n\n## Why\n\nWithout Docker Engine nobody fills these paths. The json-file logs of `/var/lib/docker/containers` are files under `/var/log/pods` since containers come from a CRI runtime, which is every node from Kubernetes 1.24 on. With `type: Directory` or `type: File` the pod does not even start. Engine 29 leaves `overlay2` empty too: fresh installs use the containerd image store.\n\n## Instead\n\nMount `/var/log` for logs, `/var/lib/containerd` (CRI-O: `/var/lib/containers/storage`) for images, and take programs from the image. Rotate logs with `containerLogMaxSize` and `containerLogMaxFiles` of the kubelet.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): Where the pod mounts /var/log as well, the volume of Docker’s logs goes with its mounts; `du` and `df` measure the store of the runtime. On nodes that still run Docker Engine the logs are files in the folder that is no longer mounted.\n\n## When it is fine\n\n- A log agent that reads `/var/log`, parses the CRI format, and mounts the directory as well: a notice.\n- `emptyDir` volumes for an engine inside the pod, and `config.json` files of clients.\n- Patterns that leave the path out (`--collector.filesystem.mount-points-exclude`): a notice, as the new directories are missing from them.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://docs.docker.com/engine/storage/containerd/\n","docker-cli-command":"# docker-cli-command\n\nA docker command looks at or changes containers of the node.\n\n## What it finds\n\n`docker ps`, `logs`, `exec`, `rm`, `system prune` and the like in scripts of nodes, in units and cron tables, in commands, probes and hooks of pods, and behind `sudo`, `nsenter`, `chroot`, `ssh` and `sh -c`.\n\n## Why\n\nFrom Kubernetes 1.24 on the kubelet’s containers belong to containerd or CRI-O. Without Docker Engine the command is not found; with it, the list is empty, as Docker’s containers live in another namespace.\n\n## Instead\n\nThe finding says the same request for the tools of the node. Filters become options of `crictl` (`--filter status=exited` → `--state Exited`, `ancestor` → `--image`, `name=k8s_etcd_…` → `--name '^etcd$'`), templates become `-q`, `jq` or `-o go-template`, names become ids (`$(crictl ps -q --latest --name '^etcd$')`), and what follows the container of `docker exec` stays word for word. `docker ps … | xargs docker rm`, `docker rm $(docker ps …)` and loops are answered as one.\n\nWhat crictl cannot do is said, never left out: a filter without a counterpart gets no command that would remove or stop more than the original. Images are `ctr -n k8s.io images …` beside containerd and `podman …` beside CRI-O, which has neither ctr nor nerdctl. Often `kubectl` is the better answer. [The table of all docker commands](../docker-commands.md) has every subcommand.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): The command that the advice begins with takes the place of a docker command, or of a list that is piped into `xargs`, where it runs on the node, stands on one line, needs nothing filled in and reaches nothing that docker did not. Its output has other columns, and it only works on nodes with the new runtime.\n\n## When it is fine\n\n- Builds in CI and on laptops (`docker build`, `push`, `compose`): silent.\n- A command behind `if command -v docker` or a test of the runtime: it is skipped, and the finding is a notice. Where the repository itself chooses Docker until told otherwise (`RUNTIME=\"${RUNTIME:-docker}\"`, `container_manager: docker` in defaults), the test holds and the finding stays.\n- Pods that run an engine of their own.\n\n## Sources\n\n- https://kubernetes.io/docs/reference/tools/map-crictl-dockercli/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n","docker-service-unit":"# docker-service-unit\n\nA command, unit or log filter depends on the docker service.\n\n## What it finds\n\n`systemctl`, `service` and Windows service commands on `docker`; `Requires=`, `After=` and the like in unit files; journal filters of log agents; `pkill dockerd`; units that start `dockerd`.\n\n## Why\n\nNodes with containerd or CRI-O have no `docker.service`; from Kubernetes 1.24 on nothing else makes one necessary. A unit that requires it never starts, a command fails, a journal filter collects nothing. A kubelet that requires it is an error.\n\n## Instead\n\n`containerd.service` or `crio.service`. Running pods survive a restart of either.\n\n## Fix\n\n- Safe (`--fix`): The unit of the runtime takes the place of docker.service in `After=` and its like, in what the kubelet requires, and in filters of the journal; not in units that call docker themselves.\n- Unsafe (`--fix=unsafe`): The same in what other units require, in `systemctl` commands and in service tasks of Ansible. They fail on nodes that have no such unit yet, and a unit that needs Docker Engine itself has to be changed first.\n\n## When it is fine\n\n- `After=` and `Wants=` only order: a notice.\n- Stopping, disabling or asking for the state of the unit, and commands behind a test: a notice.\n- Lists of units for a first boot (Ignition, Butane): the systems that read them come with Docker Engine, so the entry is a notice.\n- CI, and pods with an engine of their own.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n","docker-engine-package":`# docker-engine-package

Docker Engine is installed on a Kubernetes node.

## What it finds

Installs of \`docker-ce\`, \`docker.io\`, \`moby-engine\`, \`nvidia-docker2\` and the like, and of get.docker.com, in scripts, cloud-init, Ansible and images that also set up Kubernetes or are known to run on nodes. Package repository, client, pinned version and group are shown with the install that needs them.

## Why

Since Kubernetes 1.24 the kubelet does not use Docker Engine. It takes space, and \`containerd.io\` from Docker’s repository brings \`/etc/containerd/config.toml\` with the CRI plugin disabled, a common reason for "unknown service runtime.v1.RuntimeService".

## Instead

Install \`containerd\` (or \`containerd.io\` with a configuration of your own: CRI enabled, \`SystemdCgroup = true\`). For GPUs: \`nvidia-container-toolkit\` and \`nvidia-ctk runtime configure\`.

## Fix

None: the runtime needs its configuration as well as its package; \`dockershim-lint migrate\` writes it.

## When it is fine

- CI images and machines of developers.
- Nodes that keep Docker Engine with cri-dockerd.
- Removing the package, adding its repository, or \`docker-compose\`.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/change-runtime-containerd/
- https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html
`,"docker-daemon-config":"# docker-daemon-config\n\nA setting of dockerd that no other runtime reads.\n\n## What it finds\n\n`daemon.json` and scripts that write it, drop-ins of `docker.service`, `/etc/default/docker` and its variables, and flags of `dockerd`. A file or here-document is one finding that lists each key with its counterpart, at the key that matters most.\n\n## Why\n\nNodes without Docker Engine, which is all of them from Kubernetes 1.24 on unless they run cri-dockerd, ignore these settings in silence: mirrors are not used, logs grow without limit, the cgroup driver differs. Where pulls or GPU pods fail without the setting (`insecure-registries`, `default-runtime`, proxies) it is an error. Without `registry-mirrors` pulls go to Docker Hub itself: a warning.\n\n## Instead\n\n| daemon.json | containerd | CRI-O | kubelet |\n|---|---|---|---|\n| `registry-mirrors`, `insecure-registries` | `/etc/containerd/certs.d/<host>/hosts.toml` | `/etc/containers/registries.conf.d/` | |\n| `exec-opts` cgroup driver | `SystemdCgroup = true` | default | `cgroupDriver: systemd` |\n| `log-opts` | | | `containerLogMaxSize`, `containerLogMaxFiles` |\n| `data-root` | `root` | `[crio] root` | |\n| proxies | `containerd.service.d/http-proxy.conf` | `crio.service.d/http-proxy.conf` | |\n\n## Fix\n\nNone: each setting belongs into another file; `dockershim-lint migrate` writes them.\n\n## When it is fine\n\n- The daemon.json of a `docker:dind` sidecar; in a ConfigMap that is called after one it is a notice.\n- Keys that only concern Docker Engine itself (`bip`, `live-restore`, `debug`): a notice on nodes.\n- Nodes that keep Docker Engine with cri-dockerd.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://github.com/containerd/containerd/blob/main/docs/hosts.md\n- https://docs.docker.com/reference/cli/dockerd/\n","kubelet-dockershim-flag":'# kubelet-dockershim-flag\n\nA flag that the kubelet lost together with dockershim.\n\n## What it finds\n\n`--network-plugin`, `--cni-conf-dir`, `--cni-bin-dir`, `--docker-endpoint`, `--image-pull-progress-deadline`, `--non-masquerade-cidr` and the others of their kind, on command lines, in environment files, in maps of extra arguments, and as kOps fields. Also `--runtime-cgroups` that names `docker.service`.\n\n## Why\n\nKubernetes 1.24 removed the flags together with dockershim. The kubelet exits with "unknown flag". This holds for every runtime, also for Docker Engine behind cri-dockerd. For older versions the finding is a warning.\n\n## Instead\n\nDelete flags whose value is the default of the runtime (`--network-plugin=cni`, `--cni-conf-dir=/etc/cni/net.d`, `--cni-bin-dir=/opt/cni/bin`). Other values move to containerd (`[cni] conf_dir`, `bin_dirs`), CRI-O (`[crio.network]`), the CNI configuration, or to cri-dockerd, which takes flags of the same names.\n\n## Fix\n\n- Safe (`--fix`): Deletes a flag that does nothing any more, or says what the runtime does by default, with its comma, backslash, list item or line.\n\n## When it is fine\n\nThe same names on other programs: `cri-dockerd`, `minikube`, `az aks create`.\n\n## Sources\n\n- https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md\n- https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/\n',"kubelet-container-runtime-flag":"# kubelet-container-runtime-flag\n\nThe kubelet is given --container-runtime or --pod-infra-container-image.\n\n## What it finds\n\nThe two flags on command lines, in environment files and in maps of extra arguments, when they go to the kubelet.\n\n## Why\n\n`--container-runtime` was removed in Kubernetes 1.27; its value `docker` fails since 1.24. `--pod-infra-container-image` was removed in 1.35. The kubelet does not start with a flag that it does not know. Below those versions the finding is a warning.\n\n## Instead\n\nKeep only `--container-runtime-endpoint` (or `containerRuntimeEndpoint` in KubeletConfiguration). Set the pause image in the runtime: `sandbox_image` or `pinned_images.sandbox` (containerd), `pause_image` (CRI-O).\n\n## Fix\n\n- Safe (`--fix`): `--container-runtime=docker` becomes `--container-runtime-endpoint` with the socket of the runtime, or goes where that is written already; `--container-runtime=remote` goes.\n- Unsafe (`--fix=unsafe`): `--pod-infra-container-image` goes. The runtime has to be told the pause image first, or it pulls its own.\n\n## When it is fine\n\n`minikube start --container-runtime=containerd`, `cri-dockerd --pod-infra-container-image`, and `--container-runtime-endpoint` itself.\n\n## Sources\n\n- https://kubernetes.io/blog/2023/03/17/upcoming-changes-in-kubernetes-v1-27/\n- https://github.com/kubernetes/kubernetes/pull/133779\n","dockershim-socket":"# dockershim-socket\n\nSomething points at the socket of dockershim.\n\n## What it finds\n\n`/var/run/dockershim.sock`, `npipe:////./pipe/dockershim` and `tcp://localhost:3735` in kubeadm, kubelet and crictl configuration, in flags and variables, and as `hostPath`. Also `docker.sock` where a CRI endpoint is asked for.\n\n## Why\n\nKubernetes 1.24 removed dockershim, and its socket with it. cri-dockerd listens on another one, so this breaks with every runtime.\n\n## Instead\n\n`unix:///run/containerd/containerd.sock`, `unix:///run/crio/crio.sock`, or `unix:///run/cri-dockerd.sock`. On Windows `npipe:////./pipe/containerd-containerd`.\n\n## Fix\n\n- Safe (`--fix`): A value that is a CRI endpoint becomes that of the runtime: `criSocket`, `containerRuntimeEndpoint`, flags and variables with `unix://`.\n\n## When it is fine\n\nBottlerocket and old EKS images link `/run/dockershim.sock` to containerd’s socket. A `hostPath` is therefore a warning, not an error.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrate-dockershim-dockerd/\n- https://github.com/bottlerocket-os/bottlerocket/issues/3703\n","provisioner-docker-runtime":`# provisioner-docker-runtime

A tool that makes clusters is told to use Docker as the runtime.

## What it finds

The settings and options with which kOps, eksctl, Karpenter, GKE, Gardener, KubeOne, kubespray, RKE, k3s, minikube and others choose Docker.

## Why

From Kubernetes 1.24 on most tools refuse the setting (an error, also when nodes keep Docker Engine elsewhere). Others make nodes with Docker Engine behind cri-dockerd (a warning; a notice when that is the target).

## Instead

Set the value for containerd, or delete the setting where containerd is the default. Changing it makes new nodes.

## Fix

- Safe (\`--fix\`): The value of the advice, where the tool refuses docker.
- Unsafe (\`--fix=unsafe\`): The same where the tool still takes docker: the next nodes that it makes run the other runtime.

## When it is fine

\`minikube start --driver=docker\` says where the machine is, not which runtime it has. kind and k3d run containerd inside a Docker container.

## Sources

- https://kops.sigs.k8s.io/releases/1.24-notes/
- https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html
- https://cloud.google.com/kubernetes-engine/docs/deprecations/docker-containerd
- https://minikube.sigs.k8s.io/docs/handbook/config/#runtime-configuration
`,"runtimeclass-docker-handler":`# runtimeclass-docker-handler

A RuntimeClass has the handler docker.

## What it finds

\`handler: docker\` (and \`spec.runtimeHandler: docker\` of the alpha version) in RuntimeClass objects.

## Why

The handler names a runtime in the node’s configuration. containerd and CRI-O have none called \`docker\`, so from Kubernetes 1.24 on pods of the class stay in ContainerCreating. cri-dockerd takes the name as its default.

## Instead

Windows: \`handler: runhcs-wcow-process\`. Linux: delete the RuntimeClass, or write \`handler: runc\`.

## Fix

None: the name of the handler stands in the configuration of the runtime.

## When it is fine

Other handlers, and keys of that name in other objects.

## Sources

- https://kubernetes.io/docs/concepts/containers/runtime-class/
`,"seccomp-docker-default":`# seccomp-docker-default

A seccomp profile is set by annotation, by its Docker name.

## What it finds

The annotations \`seccomp.security.alpha.kubernetes.io/pod\` and \`container.seccomp.security.alpha.kubernetes.io/<container>\` with \`docker/default\`; the same name in PodSecurityPolicies; and, as a notice, the annotations with any other value.

## Why

The kubelet ignores these annotations since Kubernetes 1.25, and 1.27 removed what was left. The container runs with the default of the kubelet, which is no profile at all unless \`seccompDefault\` is on. The name is Docker’s; the mechanism is the same for every runtime. A PodSecurityPolicy that names it cannot be applied since 1.25, and is a notice before.

## Instead

\`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, which exists since Kubernetes 1.19.

## Fix

None: the profile moves to another place of the pod, whose security context may be written elsewhere.

## When it is fine

The field \`seccompProfile\`. The annotations with another value are a notice.

## Sources

- https://kubernetes.io/docs/tutorials/security/seccomp/
`,"docker-log-format":"# docker-log-format\n\nA log shipper only reads the log format of Docker.\n\n## What it finds\n\nParsers for the json-file format of Docker on container logs: fluentd `@type json`, Fluent Bit `Parser docker` and `Docker_Mode`, Filebeat `type: docker`, Promtail `docker: {}`, Vector `docker_logs`, OpenTelemetry `format: docker`, and the image `fluent/fluentd-kubernetes-daemonset` without `FLUENT_CONTAINER_TAIL_PARSER_TYPE`.\n\n## Why\n\ncontainerd and CRI-O write lines of the form `time stream flags message`. From Kubernetes 1.24 on nodes without Docker Engine only have that form. The shipper keeps running, but every record is one unparsed text, or is dropped, and long lines stay cut.\n\n## Instead\n\n- Fluent Bit: `multiline.parser docker, cri`. The `cri` parser alone writes the field `message`, the `docker` parser `log`, so filters may need a change.\n- fluentd: `@type regexp` with an expression for the lines of CRI and their time format, which needs no plugin, or `@type cri` (fluent-plugin-parser-cri), or `multi_format` with both.\n- Filebeat: `filestream` with the `container` parser (`type: container` is itself off in 9.0).\n- Promtail: `cri: {}`. Vector: `kubernetes_logs`. OpenTelemetry: the `container` operator without `format`.\n\n## Fix\n\n- Safe (`--fix`): `Parser docker` of Fluent Bit becomes `multiline.parser docker, cri`, which reads both formats.\n- Unsafe (`--fix=unsafe`): Other shippers get the parser, value or variable of the advice, which reads the lines of CRI runtimes only: on nodes that still run Docker Engine records stay unparsed.\n\n## When it is fine\n\nParsers that read both, parsers of other files, and the definition of a parser that nobody uses.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://github.com/fluent/fluentd-kubernetes-daemonset#use-cri-parser-for-containerdcri-o-logs\n- https://docs.fluentbit.io/manual/pipeline/inputs/tail#multiline-core\n- https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-container\n","docker-metrics-query":`# docker-metrics-query

A query uses metrics or labels that only Docker fills.

## What it finds

\`kubelet_docker_*\`, \`engine_daemon_*\` and other metrics of Docker, and cAdvisor labels such as \`name=~"k8s_.*"\`, in rules, alerts and dashboards.

## Why

Kubernetes 1.24 removed dockershim, and the series that it fed. Alerts fall silent, panels show no data, and \`absent(…)\` fires forever. The kubelet’s own metrics are gone with every runtime, also with cri-dockerd.

## Instead

\`kubelet_runtime_operations_*\`, \`container!=""\`, \`id=~"/kubepods.*"\`. Values differ, so look at thresholds again.

## Fix

None: the series of other runtimes have other labels, and only the reader knows which are meant.

## When it is fine

Patterns that leave Docker’s mounts out, and images from docker.io. Dashboards are a notice.

## Sources

- https://kubernetes.io/docs/reference/instrumentation/metrics/
`,"docker-container-id-prefix":`# docker-container-id-prefix

Code that reads container ids only knows docker://.

## What it finds

Commands that strip or match \`docker://\` or \`docker-pullable://\` in container ids, cgroup paths with \`/docker/\` or \`docker-<id>.scope\`, and queries that select \`container_runtime_version\` by it.

## Why

Without Docker Engine, which is every node from Kubernetes 1.24 on unless it runs cri-dockerd, ids read \`containerd://…\` or \`cri-o://…\`, and cgroups \`cri-containerd-<id>.scope\` or \`crio-<id>.scope\`. The pattern matches nothing, or is left in the result.

## Instead

Strip any scheme: \`sed -E 's#^[a-z0-9-]+://##'\`. Match every scope: \`(docker|cri-containerd|crio)-([0-9a-f]{64})\\.scope\`.

## Fix

None: what a program does with the id is not known.

## When it is fine

\`docker://\` as the transport of skopeo and buildah, GitHub’s \`uses: docker://…\`, and patterns that list several runtimes (a notice).

## Sources

- https://kubernetes.io/blog/2022/02/17/dockershim-faq/
`,"docker-env-detection":`# docker-env-detection

A script looks for traces of Docker to learn that it runs in a container.

## What it finds

Tests for \`/.dockerenv\` and \`/.dockerinit\`, and searches for \`docker\` in \`/proc/1/cgroup\`.

## Why

Only Docker Engine writes \`/.dockerenv\`. Containers of pods come from containerd or CRI-O from Kubernetes 1.24 on, so the answer is wrong. With cgroup v2 the cgroup file reads \`0::/…\` with every runtime, and Kubernetes 1.35 refuses cgroup v1 by default.

## Instead

\`[ -n "$KUBERNETES_SERVICE_HOST" ]\`, or a variable of your own in the image or the pod.

## Fix

None: what the program does when it finds no Docker is not known.

## When it is fine

Installers and CI code that only ask whether they run in a build.

## Sources

- https://github.com/moby/buildkit/issues/4503
- https://kubernetes.io/blog/2022/02/17/dockershim-faq/
`,"chart-runtime-docker":`# chart-runtime-docker

An application or chart is set to use Docker.

## What it finds

Settings, variables and flags with which applications choose Docker: chaos-mesh \`chaosDaemon.runtime\`, Litmus \`CONTAINER_RUNTIME\`, Argo \`containerRuntimeExecutor\`, the GPU operator’s \`defaultRuntime\`, Weave Scope \`--probe.docker\`, and others. Also charts that use Docker until told otherwise, where no value tells them.

## Why

The component starts and then looks for a Docker Engine that nodes no longer have since Kubernetes 1.24. Argo Workflows 3.4 removed every executor but emissary, whatever the runtime is.

## Instead

The value for the runtime, and its socket where the application asks for it.

## Fix

- Unsafe (\`--fix=unsafe\`): The value of the advice for keys and variables that are known; a key that the application no longer has goes. On nodes that still run Docker Engine the application looks for the other runtime.

## When it is fine

Image names with docker.io in them, and keys of products that run outside the cluster.

## Sources

- https://chaos-mesh.org/docs/production-installation-using-helm/
- https://argo-workflows.readthedocs.io/en/latest/workflow-executors/
- https://litmuschaos.github.io/litmus/experiments/categories/pods/common-tunables-for-pod-experiments/
`,"docker-only-agent":`# docker-only-agent

A tool that only works with Docker Engine.

## What it finds

Images of tools that drive or read Docker and nothing else (docker-gc, logspout, watchtower, pumba …), and monitors of node-problem-detector that watch dockerd. Where the pod also mounts \`docker.sock\` the finding is on that mount and is an error.

## Why

Another socket does not help these tools: they speak the Docker API, and nodes have no Docker Engine since Kubernetes 1.24.

## Instead

The kubelet collects images and dead containers by itself. Logs: Fluent Bit, Vector, Alloy. Updates: Flux or Argo CD. node-problem-detector: drop the docker monitors and add \`health-checker-containerd.json\`.

## Fix

- Unsafe (\`--fix=unsafe\`): A monitor of dockerd leaves the list of node-problem-detector, and its health checker asks the runtime (\`--component=cri\`). Nodes that still run Docker Engine are watched less. For other tools there is none: another program has to take their place.

## When it is fine

Images with an engine of their own (\`docker:dind\`), and tools with a mode for Kubernetes (a notice).

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
- https://github.com/kubernetes/node-problem-detector/tree/master/config
`,"node-local-image-build":`# node-local-image-build

Docker puts an image on a node, where the kubelet does not see it.

## What it finds

\`docker pull\`, \`load\` and \`import\` in scripts of nodes; \`minikube docker-env\`; and \`imagePullPolicy: Never\` for an image that a \`docker build\` of the repository makes.

## Why

Docker keeps images in its own store. The kubelet of Kubernetes 1.24 and later asks containerd or CRI-O, which do not see them: pods end in ErrImageNeverPull or ImagePullBackOff.

## Instead

Push to a registry and pull. To load a file on a node: \`ctr -n k8s.io images import FILE\`. To pull ahead: \`crictl pull\`. minikube: \`minikube image build\` or \`minikube image load\`.

## Fix

- Unsafe (\`--fix=unsafe\`): The command that the advice begins with, where it runs on the node, stands on one line and needs nothing filled in. The image goes to the runtime, and what reads it from Docker afterwards finds nothing.

## When it is fine

A registry between build and node; \`kind load docker-image\` and \`k3d image import\`, which import into the node’s containerd.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
- https://minikube.sigs.k8s.io/docs/handbook/pushing/
`,"node-registry-credentials":`# node-registry-credentials

A node keeps registry credentials the way Docker does.

## What it finds

\`docker login\` and writes to \`/root/.docker/config.json\` on nodes (a notice), and credential helpers there: \`credHelpers\`, \`credsStore\`, \`amazon-ecr-credential-helper\` (a warning).

## Why

The kubelet reads \`/root/.docker/config.json\` with every runtime, so a login can go on working; nothing refreshes it. It ignores helpers: only Docker ran them, and the kubelet has not pulled through Docker since Kubernetes 1.24.

## Instead

A kubelet image credential provider (\`--image-credential-provider-config\`, \`ecr-credential-provider\`; stable since 1.26), or \`imagePullSecrets\`.

## Fix

None: credentials go to a Secret or to a provider, which is written elsewhere.

## When it is fine

Secrets of type \`kubernetes.io/dockerconfigjson\`, config files of Kaniko and BuildKit in pods, \`docker login\` in CI.

## Sources

- https://kubernetes.io/docs/concepts/containers/images/
- https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/
`,"containerd-legacy-config":'# containerd-legacy-config\n\nConfiguration of containerd 1.x that newer versions refuse.\n\n## What it finds\n\nIn `config.toml` of containerd, and in scripts that write it: `registry.mirrors`, `registry.configs`, `registry.auths`; `mirrors` next to `config_path`; keys that containerd 2.0 removed (`systemd_cgroup`, runtime v1, `aufs` …); a disabled CRI plugin; `SystemdCgroup = false`; files of version 1.\n\n## Why\n\nIt is the second half of the move away from Docker. `mirrors` with `config_path` stops the CRI plugin. `registry.configs.*.tls` and others are gone since containerd 2.0. `mirrors`, `configs.*.auth` and `auths` are deprecated and still read; their removal is announced for 2.4. For Kubernetes 1.36 and later containerd lists 2.2 and later only. Where the same role or folder installs containerd 1.x (`containerd_version: "1.7.23"`), what 2.0 removed is a warning and no error: it breaks with the next version.\n\n## Instead\n\n`config_path = "/etc/containerd/certs.d"` and one `hosts.toml` for each registry; `SystemdCgroup = true` under the options of runc.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): `runtime_type` of the removed shims becomes `io.containerd.runc.v2`. Options that only the old shim read have to move.\n\n## When it is fine\n\n`hosts.toml` files, and `config_path` alone.\n\n## Sources\n\n- https://github.com/containerd/containerd/blob/main/RELEASES.md\n- https://github.com/containerd/containerd/blob/main/docs/cri/registry.md\n',"docker-bridge-network":`# docker-bridge-network

Something relies on the bridge docker0 or its addresses.

## What it finds

\`docker0\`, \`172.17.0.1\` and \`172.17.0.0/16\` as interface, gateway or range in scripts of nodes, variables of pods, and settings.

## Why

dockerd makes the bridge. Nodes without Docker Engine, which is the rule from Kubernetes 1.24 on, have the bridge of their CNI plugin (\`cni0\`, \`cilium_host\`) or none. dockerd also set \`net.ipv4.ip_forward=1\`, which the node must now do itself.

## Instead

The address of the node (\`status.hostIP\` in a pod), the interface of the CNI plugin, or better none. Add \`net.ipv4.ip_forward = 1\` to \`/etc/sysctl.d\`.

## Fix

None: which interface and which range are meant depends on the CNI plugin.

## When it is fine

Networks of docker-compose, lists of private ranges, other addresses in 172.17.

## Sources

- https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html
`,"cri-dockerd-adapter":`# cri-dockerd-adapter

cri-dockerd keeps Docker Engine as the runtime of nodes.

## What it finds

Installs, units and sockets of cri-dockerd, and versions that are too old where one is written.

## Why

Kubernetes 1.24 removed dockershim; cri-dockerd takes its place outside Kubernetes and works. It is a notice, so that nobody is surprised. Kubernetes 1.26 only speaks CRI v1, which cri-dockerd has since 0.3.0: older versions are an error. Kubernetes 1.38 will need the RuntimeConfig call (0.3.17). A \`log-driver\` other than \`json-file\` leaves \`kubectl logs\` empty.

## Instead

If you can, move nodes to containerd or CRI-O. Otherwise pin cri-dockerd 0.3.25 (or 0.4.3) or newer, and name its socket in \`criSocket\`.

## Fix

None: leaving cri-dockerd is a migration; \`dockershim-lint migrate\` writes its files.

## When it is fine

It is fine as long as you mean it. Comments are never findings.

## Sources

- https://mirantis.github.io/cri-dockerd/usage/using-with-kubernetes/
`,"own-check":`# own-check

A check that your own configuration adds.

## What it finds

What the \`checks\` of [\`knowledge\`](../knowledge.md) in \`.dockershim.yaml\` describe: an image, a chart, a setting, a variable, a command, a path or a unit of yours that depends on Docker Engine.

## Why

No public table knows what your company builds. What it depends on breaks all the same: nodes have no Docker Engine since Kubernetes 1.24 removed dockershim.

## Instead

What the check says, in your own words, with a link to your own page.

## Fix

None: the check says in its own words what to do.

## When it is fine

In CI and on developers’ machines nothing is said. A check that is wrong in some folder is switched off there with \`overrides\`.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`};var Xo={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function N(e,n){return{paint:(t,r)=>e&&r!==""?`\x1B[${Xo[t]}m${r}\x1B[0m`:r,link:(t,r)=>n&&/^https:\/\/[!-~]+$/.test(r)?`\x1B]8;;${r}\x1B\\${t}\x1B]8;;\x1B\\`:t}}var Zo=/\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*$/;function vt(e,n){let t=N(n.color,!1),r=Math.min(n.width,100),o=[],i="";for(let s of e.trimEnd().split(`
`)){let a=/^(`{3,})(.*)$/.exec(s);if(i!=="")s===i?i="":o.push(Qo(s,t));else if(a){i=a[1]??"";let c=/(?:^|\s)path=(\S+)/.exec(a[2]??"")?.[1];c!==void 0&&o.push(`  ${t.paint("dim",c)}`)}else o.push(...ei(s,r,t))}return`${o.join(`
`)}
`}function Qo(e,n){let t=Zo.exec(e);if(!t)return`    ${e}`;let r=t[1]??"found",o=r==="error"||r==="warning"||r==="notice"?r:"strong";return`  ${n.paint(o,">")} ${e.slice(0,t.index)}  ${n.paint(o,`← ${r}`)}`}function ei(e,n,t){let r=/^#+ (.*)$/.exec(e);if(r)return[t.paint("strong",r[1]??"")];if(e.startsWith("|"))return wt([bt(e)],t);let o=/^\s*(?:[-*] |\d+\. )?/.exec(e)?.[0]??"",i=le(bt(e.slice(o.length)),Math.max(30,n-o.length)),s=" ".repeat(o.length);return wt(i,t).map((a,c)=>`${c===0?o:s}${a}`.trimEnd())}function bt(e){return e.replace(/\[([^\]]*)\]\(([^)]*)\)/g,(n,t,r)=>t===r?r:`${t} (${r})`)}function wt(e,n){if(n.paint("code","x")==="x")return e;let t=!1;return e.map(r=>r.split("`").map((o,i)=>(i>0&&(t=!t),t?n.paint("code",o):o)).join(""))}var ni={error:"error",warning:"warning",notice:"info"};function $t(e,{pathOf:n}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...je(v(e)).map(([r,o])=>[`  <file name="${I(n(r))}">`,...o.map(ti),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function ti(e){let{line:n,column:t}=m(e.span.source,e.span.start),r=`${e.message} Instead: ${e.instead}`;return`    <error line="${n}" column="${t}" severity="${ni[e.severity]}" message="${I(r)}" source="dockershim-lint.${e.rule}"/>`}function je(e){return[...L(e,n=>n.span.source.path)]}function xt(e,n){let t=N(n.color,n.hyperlinks);return v(e).map(o=>`${St(o,n)}: ${t.paint(o.severity,o.severity)}: ${b(o.message)} [${t.link(o.rule,o.help)}]`).map(o=>`${o}
`).join("")+Ot(e,n)}function Rt(e,n){return v(e).map(r=>{let o=`${ie(r.placement.place)}, ${O(r.activation,n.pathOf)}`,i=[r.message,`why: ${r.because}`,`instead: ${r.instead}`,`where: ${o}`];return`${St(r,n)} ${r.severity} ${r.rule} (${r.confidence}) ${i.map(b).join(" | ")}`}).map(r=>`${r}
`).join("")+Ot(e,n)}function St(e,{pathOf:n}){let{line:t,column:r}=m(e.span.source,e.span.start);return`${b(n(e.span.source.path))}:${t}:${r}`}function Ot(e,n){return n.quiet?"":`${[...ri(e,n),...oi(e)].join(`
`)}
`}function ri(e,{pathOf:n}){let{notes:t,coverage:r}=e.result;return[...t,...r.partly,...r.notUnderstood].map(o=>{let{line:i,column:s}=o.span?m(o.span.source,o.span.start):{line:1,column:1};return`${b(n(o.path))}:${i}:${s}: note: ${b(o.message)} [${o.code}]`})}function oi(e){return[R(e.result.coverage),b(e.verdict.sentence)]}var ii={error:"critical",warning:"major",notice:"info"};function Tt(e,{pathOf:n}){let t=v(e).map(r=>({description:b(`${r.message} Instead: ${r.instead}`),check_name:r.rule,fingerprint:r.fingerprint,severity:ii[r.severity],location:{path:n(r.span.source.path),lines:{begin:m(r.span.source,r.span.start).line,end:m(r.span.source,r.span.end).line}}}));return`${D(t,2)}
`}var si=/\d{4}-\d{2}-\d{2}/;function Dc(e,n){let t=ai(n);if(!De(t)||t.schemaVersion!==1||!Array.isArray(t.findings))return;let r=De(t.subject)?t.subject:{},o=si.exec(typeof r.date=="string"?r.date:e)?.[0];if(o===void 0)return;let i={error:0,warning:0,notice:0};for(let s of t.findings){let a=k.find(c=>De(s)&&s.severity===c);a&&(i[a]+=1)}return{date:o,counts:i}}function Ft(e,n){let t=new Map;for(let r of e)r.date<n.date&&t.set(r.date,r);return[...[...t.values()].sort((r,o)=>r.date<o.date?-1:1),n]}function ai(e){try{return JSON.parse(e)}catch{return}}function De(e){return typeof e=="object"&&e!==null}var Et=4;function Q(e,n,t,r,o){let i=n.flatMap(d=>ci(e,d)),s=[...new Set(i.map(d=>d.line))].sort((d,u)=>d-u),a=[],c;for(let d of s){c!==void 0&&d>c+1&&a.push(o.paint("dim",`${" ".repeat(t)} ⋮`)),c=d;let u=i.filter(l=>l.line===d);a.push(...di(e,d,u,t,Math.max(20,r-t-3),o))}return a}function ci(e,n){let t=m(e,n.span.start),r=m(e,Math.max(n.span.start,n.span.end-1)),{role:o,caret:i,label:s}=n,a=t.offset-Ge(e,t.line);if(r.line===t.line){let p=Math.max(a+1,n.span.end-Ge(e,t.line));return[{line:t.line,from:a,to:p,label:s,role:o,caret:i}]}let c=P(e,r.line),d=c.length-c.trimStart().length,u=Math.max(a+1,P(e,t.line).length),l=Math.max(d+1,n.span.end-Ge(e,r.line));return[{line:t.line,from:a,to:u,label:"",role:o,caret:i},{line:r.line,from:d,to:Math.min(l,Math.max(d+1,c.length)),label:s,role:o,caret:i}]}function Ge(e,n){return e.lineStarts[n-1]??0}function di(e,n,t,r,o,i){let s=t.reduce((l,p)=>p.from<l.from?p:l,t[0]),a=pi(P(e,n),s,o),c=`${" ".repeat(r)} ${i.paint("dim","│")} `,d=`${i.paint("dim",`${String(n).padStart(r)} │`)} ${a.shown}`,u=t.map(l=>{let p=a.columnOf(l.from),f=Math.max(1,a.columnOf(l.to)-p),h=l.label===""?"":` ${l.label}`;return`${c}${" ".repeat(p)}${i.paint(l.role,l.caret.repeat(f)+h)}`});return[d.trimEnd(),...u]}var li=600,ui=4e3;function pi(e,n,t){let r=[],o=mi(e,n.from-li),i=o>0?t:0,s=o;for(let y of e.slice(o,o+ui)){if(!(s===0&&y==="\uFEFF")){let E=y==="	"?" ".repeat(Et-i%Et):b(y);r.push({at:s,shown:E,column:i}),i+=E===y?We(y):de(E)}s+=y.length}let a=i,c=y=>r.find(E=>E.at>=y)?.column??a;if(a<=t)return{shown:r.map(y=>y.shown).join(""),columnOf:c};let d=c(n.from),u=Math.min(c(n.to)-d,t-2),l=d+u+2<=t?0:Math.max(0,d-Math.floor((t-u)/3)),p=l+t-(l>0?1:0)-1,f=r.filter(y=>y.column>=l&&y.column+de(y.shown)<=p),h=l>0?1-(f[0]?.column??0):0,$=p<a,T=(f.at(-1)?.column??0)+de(f.at(-1)?.shown??"")+h;return{shown:`${l>0?"…":""}${f.map(y=>y.shown).join("")}${$?"…":""}`,columnOf:y=>Math.min(Math.max(0,c(y)+h),T)}}function mi(e,n){if(n<=0)return 0;let t=e.charCodeAt(n);return t>=56320&&t<=57343?n+1:n}function j(e){let n=e.split("`");return n.length%2===0?g(e):n.map((t,r)=>r%2===1?`<code>${g(t)}</code>`:g(t)).join("")}function ye({fingerprint:e}){return`f-${g(e)}`}var fi=10;function It(e,n){if(e.length===0)return[];let t=new Map([...e].sort(hi).map((r,o)=>[r,o]));return['<section id="findings"><h2>Findings</h2>',...gi(e),'<div id="list">',...e.map((r,o)=>yi(r,o,t.get(r)??0,n)),"</div></section>"]}function hi(e,n){let[t,r]=[e.span.source.path,n.span.source.path];return t<r?-1:t>r?1:e.span.start-n.span.start}function gi(e){let n=[...L(e,({rule:o})=>o)].sort(([o],[i])=>o<i?-1:1),t=k.map(o=>`<label class="${o}"><input type="checkbox" name="severity" value="${o}" checked> <span class="tone">${o}</span></label>`),r=n.map(([o,i])=>`<option value="${o}">${o} (${i.length})</option>`);return['<form id="filters" hidden>','<input type="search" id="search" placeholder="Search in path, message and code" aria-label="Search">',...t,`<select id="rule" aria-label="Rule"><option value="">all rules</option>${r.join("")}</select>`,'<label>sort by <select id="sort"><option value="first">what to do first</option><option value="severity">severity</option><option value="place">file</option><option value="rule">rule</option></select></label>','<button type="button" id="unfold">unfold or fold all</button>','<output id="shown" class="dim" aria-live="polite"></output>',"</form>"]}function yi(e,n,t,r){let{pathOf:o}=r,{source:i,start:s,end:a}=e.span,{line:c,column:d}=m(i,s),u=r.linkOf?.(o(i.path),c,m(i,a).line),l=u!==void 0&&/^https:\/\/[!-~]+$/.test(u)?` · <a href="${g(u)}">open the line</a>`:"",p=[["why",e.because],["instead",e.instead],["where",`${F(e)}; ${O(e.activation,o)}`],["confidence",e.confidence]],f=`${o(i.path)}:${c}`;return[`<details class="finding ${e.severity}" id="${ye(e)}" data-severity="${e.severity}" data-rule="${e.rule}" data-rank="${n}" data-place="${t}">`,`<summary><span class="tone">${e.severity}</span><span class="where" title="${g(f)}"><bdi>${g(f)}</bdi></span><span class="what">${j(e.message)}</span></summary>`,`<div class="body"><p class="about"><a href="${g(e.help)}">${e.rule}</a> at ${c}:${d}${l}</p>`,`<pre>${fe(ki(e,o))}</pre>`,`<dl>${p.map(([h,$])=>`<dt>${h}</dt><dd>${j($)}</dd>`).join("")}</dl>`,"</div></details>"].join("")}function ki(e,n){let t=N(!1,!1),r=e.related.slice(0,fi).map(i=>({span:i.span,message:C(i)}));return[{span:e.span,message:""},...r].flatMap(({span:i,message:s},a)=>{let c=String(m(i.source,i.end).line).length,d={span:i,label:s,role:"related",caret:a===0?"^":"-"};return[...a===0?[]:[`${n(i.source.path)}:${m(i.source,i.start).line}`],...Q(i.source,[d],c,120,t)]}).join(`
`)}var Ct=10,bi=6;function Pt(e,n){return[...L(e,({rule:o,instead:i})=>`${o}\0${i}`).values()].map(o=>{let i=new Set(o.map(({span:a})=>a.source.path)).size,s=Math.min(...o.map(a=>k.indexOf(a.severity)));return{findings:o,files:i,weight:(o.some(n)?0:10)+s}}).sort((o,i)=>o.weight-i.weight||i.findings.length/i.files-o.findings.length/o.files||i.findings.length-o.findings.length)}function At(e,n){if(e.length===0)return[];let t=e.slice(0,bi).map(({findings:o,files:i})=>{let s=o[0],a=i===1?`<code>${g(n(s.span.source.path))}</code>`:w(i,"file"),c=`${w(o.length,"finding")} in ${a}`;return`<li><a class="${s.severity}" href="#${ye(s)}">${g(s.rule)}</a> <span class="dim">${c}</span><br>${j(s.instead)}</li>`}),r=e.length-t.length;return["<section><h2>Do these first</h2>",`<ol class="first">${t.join(`
`)}</ol>`,...r>0?[`<p class="dim">…and ${w(r,"more kind")} of change below.</p>`]:[],"</section>"]}function Nt(e,n){if(e.length===0)return[];let t=[...wi(e,n)].sort(([,a],[,c])=>c.length-a.length),r=t[0]?.[1].length??1,o=t.slice(0,Ct).map(([a,c])=>vi(a,c,r)),i=t.slice(Ct),s=i.reduce((a,[,c])=>a+c.length,0);return["<section><h2>Where</h2>",`<div class="areas">${o.join(`
`)}</div>`,...i.length>0?[`<p class="dim">…and ${w(s,"finding")} in ${w(i.length,"more folder")}</p>`]:[],"</section>"]}function wi(e,n){for(let t of[1,2,3]){let r=L(e,({span:o})=>n(o.source.path).split("/").slice(0,-1).slice(0,t).join("/"));if(r.size>2||t===3)return r}return new Map}function vi(e,n,t){let r=W(n),o=0,i=k.map(a=>{let c=r[a]/t*100,d=`<rect class="${a}" x="${o.toFixed(2)}" y="0" width="${c.toFixed(2)}" height="8"/>`;return o+=c,r[a]>0?d:""}),s=k.filter(a=>r[a]>0).map(a=>w(r[a],a));return`<span class="area"><code>${g(e===""?"./":`${e}/`)}</code></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${s.join(", ")}">${i.join("")}</svg><span>${n.length}</span>`}function Lt(e){if(e.length===0)return[];let t=Z(e).map(({rule:o,members:i,counts:s})=>{let a=new Set(i.map(({span:d})=>d.source.path)).size,c=k.map(d=>`<td class="n">${s[d]||""}</td>`).join("");return`<tr><td><a href="#findings" data-rule="${o}">${o}</a> <a class="dim" href="${g(i[0]?.help??"")}">about</a></td>${c}<td class="n">${a}</td></tr>`});return["<section><h2>By rule</h2>",`<table><thead><tr><th>rule</th>${k.map(o=>`<th class="n ${o}"><span class="tone">${o}</span></th>`).join("")}<th class="n">files</th></tr></thead><tbody>${t.join(`
`)}</tbody></table>`,"</section>"]}var Mt=600,Be=120,$i=400;function Wt(e){let n=e.slice(-$i),[t,r]=[n[0],n.at(-1)];if(!t||!r||n.length<2)return[];let o=Math.max(1,...n.map(({counts:p})=>Math.max(...Object.values(p)))),i=n.map(({date:p})=>Date.parse(p)),[s=0,a=1]=[i[0],i.at(-1)],c=p=>((p-s)/Math.max(1,a-s)*Mt).toFixed(1),d=p=>(Be-p/o*Be).toFixed(1),u=k.map(p=>{let f=n.map(({counts:h},$)=>`${c(i[$]??0)},${d(h[p])}`);return`<polyline class="${p}" points="${f.join(" ")}"/>`}),l=k.map(p=>xi(p,t,r));return["<section><h2>Progress</h2>",`<svg class="line" viewBox="-4 -4 ${Mt+8} ${Be+8}" preserveAspectRatio="none" role="img" aria-label="${g(l.join(", "))}">${u.join("")}</svg>`,`<p class="dim span"><span>${g(t.date)}</span><span>${g(r.date)}</span></p>`,`<p>Since ${g(t.date)}: ${k.map((p,f)=>`<span class="${p}"><span class="tone">${l[f]}</span></span>`).join(", ")}.</p>`,"</section>"]}function xi(e,n,t){return`${e}s from ${n.counts[e]} to ${t.counts[e]}`}var Ke=`
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
`;var Ue=`
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
`;function jt(e,n){let t=v(e),r=Pt(t,i=>ce(i,e.failOn,e.minConfidence)),o=r.flatMap(i=>i.findings);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${_t(Ue)}'; script-src '${_t(Ke)}'; base-uri 'none'; form-action 'none'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim report${g(Dt(e))}</title><style>${Ue}</style></head><body>`,...Ri(e),'<div class="columns">',...At(r,n.pathOf),...Nt(t,n.pathOf),"</div>",...Wt(Si(e,n)),...Lt(t),...It(o,n),...Ti(e,n),...Fi(e,n),`<footer><p class="dim">${oe} ${g(e.version)}</p></footer>`,...t.length>0?[`<script>${Ke}</script>`]:[],"</body></html>"].join(`
`)}
`}function Ri({subject:e,verdict:n,result:t,target:r,comparison:o,...i}){let s=[...e?.commit?[`commit <code>${g(e.commit.slice(0,12))}</code>`]:[],...e?[g(e.date)]:[],`for ${r.runtime} on Kubernetes 1.${r.minor}`],a=v({comparison:o,result:t}),c=n.conclusion==="success"&&a.length===0&&t.coverage.notUnderstood.length>0?"unsure":n.conclusion;return[`<h1>Dockershim report${g(Dt({subject:e}))}</h1>`,`<p class="about">${s.join(" · ")}</p>`,`<p class="verdict ${c}"><b>${Oi(n,a.length)}</b> ${j(n.sentence)}</p>`,`<p class="dim">${g(ae(R(t.coverage)))}. The check fails from ${i.failOn} at confidence ${i.minConfidence} upwards.</p>`]}function Si({subject:e,result:n},{history:t}){return t&&e?Ft(t,{date:e.date,counts:W(n.findings)}):[]}function Oi({conclusion:e},n){switch(e){case"failure":return"Not ready.";case"success":return n===0?"":"Passes.";case"nothing-to-scan":return""}}function Dt({subject:e}){return e?`: ${e.name}`:""}function _t(e){let n=fn(new TextEncoder().encode(e));return`sha256-${btoa(String.fromCharCode(...n))}`}function Ti({result:e},{pathOf:n}){let{suppressed:t}=e;if(t.length===0)return[];let r=t.map(({finding:o,reason:i,by:s})=>`<li><code>${g(n(o.span.source.path))}</code> ${o.rule}, by ${s}: ${j(i)}</li>`);return[`<details><summary><b>Accepted: ${t.length}</b></summary>`,`<ul>${r.join(`
`)}</ul></details>`]}function Fi({result:e},{pathOf:n}){let t=[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]],r=J(e.coverage,n).map(([s,a])=>`<p class="dim">Not read, ${s}: ${g(a)}</p>`),o=t.flatMap(([s,a])=>{if(a.length===0)return[];let c=a.map(d=>{let u=A(d),l=`${n(d.path)}${u===void 0?"":`:${u}`}`;return`<li><code>${g(l)}</code> ${j(d.message)}</li>`});return[`<details><summary><b>${s}: ${a.length}</b></summary>`,`<ul>${c.join(`
`)}</ul></details>`]}),i=X(e.coverage.unexplained);return[...o,...r,...i===void 0?[]:[`<p class="dim">${i}.</p>`]]}function Gt(e,{pathOf:n}){let t=v(e),r=je(t).map(([s,a])=>Ei(e,n(s),a)),o=t.filter(s=>He(e,s)).length,i=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${I(R(e.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,t.length)}" failures="${o}">`,...r.length===0?[i]:r,"</testsuites>"].join(`
`)}
`}function He(e,n){return ce(n,e.failOn,e.minConfidence)}function Ei(e,n,t){let r=t.filter(o=>He(e,o)).length;return[`  <testsuite name="${I(n)}" tests="${t.length}" failures="${r}">`,...t.map(o=>Ii(e,n,o)),"  </testsuite>"].join(`
`)}function Ii(e,n,t){let{line:r,column:o}=m(t.span.source,t.span.start),i=`    <testcase name="${I(`${t.rule} ${r}:${o}`)}" classname="${I(n)}" file="${I(n)}" line="${r}">`,s=fe([`${n}:${r}:${o}`,`why: ${t.because}`,`instead: ${t.instead}`,`where: ${F(t)}`,t.help].join(`
`)),a=He(e,t)?`<failure type="${t.severity}" message="${I(t.message)}">${s}</failure>`:`<system-out>${t.severity}: ${I(t.message)}
${s}</system-out>`;return`${i}${a}</testcase>`}var Bt=e=>{let n=0;for(let t=0;t<e.length;t++){let r=e.charCodeAt(t);r<128?n+=1:r<2048?n+=2:r>=55296&&r<56320&&t+1<e.length?(n+=4,t++):n+=3}return n};function ze(e,n){let t=e.filter(r=>r.items.length>0);for(let[r,o]of n.levels.entries()){let i=Ci(t,o,n);if(i!==void 0)return Pi(t,o,n.levels[r-1],n,i)}return Ai(t,n)}function Ci(e,n,{limit:t,measure:r}){let o=0;for(let i of e){o+=r(i.open)+r(i.close);for(let s of i.items){if(o>t)return;o+=r(n(s))}}return o<=t?o:void 0}function Pi(e,n,t,{limit:r,measure:o},i){let s=r-i,a=t,c=[];for(let d of e){c.push(d.open);for(let u of d.items){let l=n(u),p=a?.(u),f=p===void 0?0:o(p)-o(l);f>s?a=void 0:s-=f,c.push(p===void 0||a===void 0?l:p)}c.push(d.close)}return c.join("")}function Ai(e,n){let{measure:t,more:r,levels:o}=n,i=o.at(-1)??(()=>""),s=t(r(9999999)),a=e.map(p=>t(p.open)+t(p.close)+s),c=Ni(a,n.limit,s),d=n.limit-s-a.slice(0,c).reduce((p,f)=>p+f,0),u=[];for(let p of e.slice(0,c)){let f=[];for(let $ of p.items){let T=i($),y=t(T);if(y>d)break;d-=y,f.push(T)}let h=p.items.length-f.length;u.push(p.open,...f,h>0?r(h):"",p.close)}let l=e.slice(c).reduce((p,f)=>p+f.items.length,0);return l>0&&s<=n.limit&&u.push(r(l)),u.join("")}function Ni(e,n,t){let r=t,o=0;for(let i of e){if(r+=i,r>n)break;o++}return o}var Li={limit:1e3*1024,measure:Bt},Mi={error:"🔴",warning:"🟡",notice:"🔵"},ue=1e3,Wi=110;function Kt(e,n,{limit:t,measure:r}=Li){let o=_i(e),i=t-r(o)-10,s=ze(Hi(e,n),{limit:Math.floor(i/4),measure:r,levels:[c=>`- ${c}
`],more:Ut}),a=ze(Gi(v(e)),Bi(i-r(s),r,n));return`${[o,a,s].filter(c=>c!=="").join(`
`).trimEnd()}
`}function _i(e){let{verdict:n,result:t,target:r}=e;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",B(n.sentence),"",...ji(v(e)),`Target: ${r.runtime}, Kubernetes 1.${r.minor}. ${ae(R(t.coverage))}.`,""].join(`
`)}function ji(e){return e.length===0?[]:["| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |","|---|--:|--:|--:|--:|",...Z(e).map(({rule:t,members:r,counts:o})=>{let i=new Set(r.map(({span:s})=>s.source.path)).size;return`| ${t} | ${k.map(s=>o[s]||"").join(" | ")} | ${i} |`}),""]}var Di=20;function Gi(e){let n=0;return Z(e).map(({rule:t,members:r,counts:o})=>{n+=r.length;let i=o.error+o.warning>0,s=`<b>${t}</b>: ${w(r.length,"finding")} (${se(r)})`;return{items:r,open:`<details${n<=Di&&i?" open":""}><summary>${s}</summary>

[About this rule](${r[0]?.help})

`,close:`
</details>

`}})}function Bi(e,n,t){return{limit:e,measure:n,levels:[r=>Ki(r,t),r=>Ht(r,t),r=>zt(r,t)],more:Ut}}function Ut(e){return`
- …and ${e} more, left out because the report would be too long
`}function Ki(e,n){let t=N(!1,!1),r=e.related.slice(0,5).map(s=>({span:s.span,message:C(s)})),i=[{span:e.span,message:""},...r].map(({span:s,message:a},c)=>{let d={span:s,label:a,role:"related",caret:c===0?"^":"-"},u=String(m(s.source,s.end).line).length;return[...c===0?[]:[Ui(s.source.path,m(s.source,s.start).line,n)],...Q(s.source,[d],u,Wi,t)].join(`
`)});return`${Ht(e,n)}
${Fn(i.join(`
`))}
`}function Ui(e,n,{pathOf:t}){return`${t(e)}:${n}`}function Ht(e,n){let t=`${F(e)}; ${O(e.activation,n.pathOf)}; confidence ${e.confidence}`,r=(o,i)=>`  <br>*${o}:* ${B(S(i,ue))}
`;return[zt(e,n),r("why",e.because),r("instead",e.instead),r("where",t)].join("")}function zt(e,n){return`- ${Mi[e.severity]} ${Vt(e,n)} ${B(S(e.message,ue))}
`}function Vt(e,{pathOf:n,linkOf:t}){let{source:r,start:o,end:i}=e.span,s=m(r,o),a=Y(`${S(n(r.path),300)}:${s.line}:${s.column}`),c=t?.(n(r.path),s.line,m(r,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${a}](${c})`:a}function Hi({result:e},n){let{coverage:t,notes:r,suppressed:o}=e,i=a=>{let c=A(a),d=`${S(n.pathOf(a.path),300)}${c===void 0?"":`:${c}`}`;return`${Y(d)} ${B(S(a.message,ue))}`},s=({finding:a,reason:c,by:d})=>`${Vt(a,n)} ${Y(a.rule)}, by ${d}: ${B(S(c,ue))}`;return[ee("Not understood",t.notUnderstood.map(i)),ee("Only partly understood",t.partly.map(i)),ee("Not read",J(t,n.pathOf).map(([a,c])=>`${ae(a)}: ${B(S(c,ue))}`)),ee("Not explained",zi(t.unexplained,n)),ee("Notes",r.map(i)),ee("Suppressed",o.map(s))]}function zi(e,n){let t=X(e);if(t===void 0)return[];let r=e.lines.slice(0,Vi).map(({source:o,start:i})=>{let{line:s}=m(o,i),a=S(P(o,s).trim(),qi);return`${Y(`${S(n.pathOf(o.path),300)}:${s}`)} ${Y(a)}`});return[`${t}:`,...r]}var Vi=50,qi=160;function ee(e,n){return{items:n,open:`<details><summary>${e}: ${n.length}</summary>

`,close:`
</details>

`}}var Yi={error:"ERROR",warning:"WARNING",notice:"INFO"};function Jt(e,{pathOf:n}){return v(e).map(({rule:t,severity:r,message:o,instead:i,span:s,help:a,fix:c})=>{let d={message:b(`${o} Instead: ${i}`),location:{path:n(s.source.path),range:qt(s)},severity:Yi[r],source:{name:"dockershim-lint"},code:{value:t,url:a},...c?.safety==="safe"&&c.also.length===0?{suggestions:[{range:qt(c.span),text:c.replacement}]}:{}};return`${D(d,0)}
`}).join("")}function qt({source:e,start:n,end:t}){return{start:Yt(e,n),end:Yt(e,t)}}function Yt(e,n){let{line:t,column:r}=m(e,n),o=P(e,t).slice(0,r-1);return{line:t,column:new TextEncoder().encode(o).length+1}}var Ve=5e3,Xt=100,Ji=1e3,Xi=2e3,Zt=500,Zi={error:"error",warning:"warning",notice:"note"},Qi={high:"very-high",medium:"medium",low:"low"};function Qt(e,n){return`${D(es(e,n),1)}
`}function es(e,n){let t=ss(e.result.findings),r=e.result.findings.length-t.length,o=e.comparison?new Set(e.comparison.introduced):void 0;return{$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:ns(e)},automationDetails:{id:`${oe}/${n.category===void 0?"":`${n.category}/`}`},columnKind:"utf16CodeUnits",originalUriBaseIds:{SRCROOT:{description:{text:"The root of the repository."}}},invocations:[{executionSuccessful:!0,toolExecutionNotifications:as(e,n,r)}],results:t.map(i=>ts(i,n,o))}]}}function ns(e){return{name:oe,semanticVersion:e.version,informationUri:mn,rules:we.map(({id:n,summary:t})=>({id:n,name:ds(n),shortDescription:{text:H(t)},fullDescription:{text:H(t)},helpUri:ve(n),help:{text:vt(_e[n],{color:!1,width:100}),markdown:`${_e[n]}
[The page of this rule, with examples](${ve(n)})
`},defaultConfiguration:{level:"warning"},properties:{tags:["kubernetes","dockershim","migration"]}}))}}function ts(e,n,t){let{pathOf:r}=n,o=e.related.slice(0,Xt),i=os(e,r),s=t===void 0?{}:{baselineState:t.has(e)?"new":"unchanged"};return{ruleId:e.rule,ruleIndex:we.findIndex(a=>a.id===e.rule),level:Zi[e.severity],...s,message:{text:rs(e,r)},locations:[{physicalLocation:qe(e.span,r)}],...o.length>0?{relatedLocations:o.map((a,c)=>({id:c+1,physicalLocation:qe(a.span,r),message:{text:H(C(a))}}))}:{},...i?{codeFlows:[i]}:{},partialFingerprints:{"dockershimLint/v1":e.fingerprint},properties:{precision:Qi[e.confidence],confidence:e.confidence,place:e.placement.place,activation:H(O(e.activation,r))}}}function rs(e,n){let t=`${F(e)}; ${O(e.activation,n)}`;return[e.message,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${t}`].map(H).join(`
`)}function os(e,n){let t=e.related.filter(({span:s})=>s.source.path!==e.span.source.path);if(t.length===0)return;let r=t.slice(0,Xt).map(s=>({span:s.span,message:C(s)})),o=[{span:e.span,message:e.message},...r];return{threadFlows:[{locations:(e.span.source.path.includes("/templates/")?o.toReversed():o).map(({span:s,message:a})=>({location:{physicalLocation:qe(s,n),message:{text:H(a)}}}))}]}}function qe(e,n){let t=m(e.source,e.start),r=m(e.source,e.end);return{artifactLocation:{uri:er(n(e.source.path)),uriBaseId:"SRCROOT"},region:{startLine:t.line,startColumn:t.column,endLine:r.line,endColumn:r.column,snippet:{text:S(is(e),Zt).replace(new RegExp("\\p{Surrogate}","gu"),"�")}}}}function is({source:e,start:n,end:t}){return e.text.slice(n,Math.min(t,n+Zt+1))}function er(e){return e.replace(new RegExp("\\p{Surrogate}","gu"),"�").split("/").map(n=>encodeURIComponent(n).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)).join("/")}function ss(e){if(e.length<=Ve)return e;let n=k.flatMap(r=>e.filter(o=>o.severity===r)),t=new Set(n.slice(0,Ve));return e.filter(r=>t.has(r))}function as(e,{pathOf:n},t){let{coverage:r,notes:o}=e.result,i=[{level:"note",message:{text:R(r)}},...t>0?[{level:"warning",message:{text:`${w(t,"finding")} left out: the report is limited to ${Ve}.`}}]:[]],s=[...r.notUnderstood,...r.partly,...o].slice(0,Ji);return[...i,...s.map(a=>cs(a,n))]}function cs(e,n){let t=A(e);return{level:e.coverage==="about"?"note":"warning",message:{text:H(e.message)},descriptor:{id:e.code},locations:[{physicalLocation:{artifactLocation:{uri:er(n(e.path)),uriBaseId:"SRCROOT"},...t===void 0?{}:{region:{startLine:t}}}}]}}function H(e){return S(b(e),Xi).replaceAll("](","] (")}function ds(e){return e.replace(/(?:^|-)([a-z])/g,(n,t)=>t.toUpperCase())}var ls=110,Je=8,us=20;function nr(e,n){let t=N(n.color,n.hyperlinks),r=v(e).map(i=>ps(i,n,t));if(n.quiet)return r.map(i=>`${i}

`).join("");let o=r.length>us?[kt(v(e)).join(`
`)]:[];return`${[...r,...o,...gs(e,n,t),bs(e,t)].join(`

`)}
`}function ps(e,n,t){let{pathOf:r}=n,o=`${t.paint(e.severity,e.severity)} ${t.link(t.paint("strong",e.rule),e.help)}`,i=le(b(e.message),tr(n,0)),s=hs(e),c=fs(e).flatMap(({source:l,marks:p},f)=>{let h=m(l,(p.find(y=>y.caret==="^")??p[0])?.span.start??0),$=`${b(r(l.path))}:${h.line}:${h.column}`,T=f===0?"-->":":::";return[`${" ".repeat(s)}${t.paint("dim",T)} ${$}`,...Q(l,p,s,n.width,t)]}),d=[["why",e.because],["instead",e.instead],["where",`${F(e)}; ${O(e.activation,r)}; confidence ${e.confidence}`]],u=e.related.length-Je;return[o,...i,...c,...u>0?[`${" ".repeat(s)} … and ${w(u,"more place")}`]:[],...d.flatMap(([l,p])=>ms(l,p,s,n,t))].join(`
`)}function ms(e,n,t,r,o){if(n==="")return[];let i=" ".repeat(t+1);return le(b(n),tr(r,t+12)).map((a,c)=>c===0?`${i}${o.paint("dim","=")} ${o.paint("strong",e.padEnd(8))} ${a}`:`${i}${" ".repeat(11)}${a}`)}function tr(e,n){return Math.max(30,Math.min(e.width,ls)-n)}function fs(e){let n={span:e.span,label:ie(e.placement.place),role:e.severity,caret:"^"},t=e.related.slice(0,Je).map(o=>({span:o.span,label:b(C(o)),role:"related",caret:"-"})),r=new Map;for(let o of[n,...t]){let{source:i}=o.span,s=r.get(i.path);s?s.marks.push(o):r.set(i.path,{source:i,marks:[o]})}return[...r.values()]}function hs(e){let n=[e.span,...e.related.slice(0,Je).map(t=>t.span)];return Math.max(...n.map(t=>String(m(t.source,t.end).line).length))}function gs(e,n,t){let{coverage:r,notes:o}=e.result,i=[...o.map(s=>Ye("note",s,n,t)),...r.partly.map(s=>Ye("partly",s,n,t)),...r.notUnderstood.map(s=>Ye("not understood",s,n,t)),...J(r,n.pathOf).map(([s,a])=>`${t.paint("dim",s)} ${b(a)}`),...ys(e,n,t)];return i.length>0?[i.join(`
`)]:[]}function ys({result:e},n,t){let{unexplained:r}=e.coverage,o=X(r);if(o===void 0)return[];let i=t.paint("dim","unexplained");if(!n.showUnexplained)return[`${i} ${o} (--show-unexplained lists them)`];let s=r.count-r.lines.length;return[`${i} ${o}:`,...r.lines.map(({source:a,start:c})=>{let{line:d}=m(a,c),u=b(P(a,d).trim().slice(0,ks));return`  ${b(n.pathOf(a.path))}:${d} ${t.paint("dim",u)}`}),...s>0?[`  and ${s} more`]:[]]}var ks=160;function Ye(e,n,t,r){let o=A(n),i=`${b(t.pathOf(n.path))}${o===void 0?"":`:${o}`}`;return`${r.paint("dim",e)} ${i}: ${b(n.message)} ${r.paint("dim",`(${n.code})`)}`}function bs(e,n){let{verdict:t,result:r}=e,o=t.conclusion==="success"?"success":t.conclusion==="failure"?"error":"warning";return`${R(r.coverage)}
${n.paint(o,b(t.sentence))}`}function Il(e,n,t){switch(e){case"text":return nr(n,t);case"compact":return xt(n,t);case"agent":return Rt(n,t);case"json":return yt(n);case"sarif":return Qt(n,t);case"github":return gt(n,t);case"markdown":return Kt(n,t);case"gitlab":return Tt(n,t);case"checkstyle":return $t(n,t);case"junit":return Gt(n,t);case"rdjsonl":return Jt(n,t);case"html":return jt(n,t)}}export{$s as a,Ss as b,Os as c,v as d,Ps as e,K as f,ie as g,O as h,w as i,se as j,Ds as k,J as l,X as m,Te as n,ge as o,A as p,Dn as q,Bn as r,Vn as s,Fa as t,La as u,Ma as v,nt as w,Wa as x,x as y,rt as z,ot as A,Xa as B,xo as C,ht as D,_o as E,Uo as F,Z as G,kt as H,N as I,Dc as J,le as K,_e as L,vt as M,Il as N};
