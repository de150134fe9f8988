import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{a as Ye,c as Xe,d as Ze,k as ve,m as en,n as nn,o as z,q as Q,r as tn,s as we,t as ot,v as rn}from"./chunk-C6P27TOZ.js";import{a as k,b as g,d as H,e as N,f as Re,g as xe,h as $e,i as C,j as I,k as ue,l as pe,n as on,p as q}from"./chunk-DUMBBETK.js";import{e as rt,g as b,h as W,j as Qe,s as f,t as le}from"./chunk-YB5O4RKT.js";import{closeSync as mt,constants as Se,fstatSync as ft,openSync as ht,readdirSync as gt,readSync as yt,realpathSync as sn,statSync as kt}from"node:fs";import{resolve as bt,sep as _}from"node:path";import{gunzipSync as it}from"node:zlib";var P=512;function fe(e,n){let t=i=>({files:[],notes:[{code:"archive",message:i,path:e,coverage:"not"}]}),r=Math.min(k.archiveBytes,Math.max(n.length*k.archiveRatio,k.archiveHarmlessBytes)),o;try{o=it(n,{maxOutputLength:r})}catch(i){let s=i.code==="ERR_BUFFER_TOO_LARGE";return t(s?"unpacks to more than the limit; it was not read":"is no gzip archive")}return st(e,o)}function st(e,n){let t=[],r=[],o=a=>r.push({code:"archive",message:a,path:e,coverage:"partly"}),i,s=0;for(let a=0;a+P<=n.length;){let c=n.subarray(a,a+P);if(c.every(u=>u===0))break;if(++s>k.archiveEntries){o(`holds more than ${k.archiveEntries} entries; the rest was not read`);break}let l=lt(c,124,12),p=n.subarray(a+P,a+P+l);if(!Number.isSafeInteger(l)||p.length<l){o("ends in the middle of a file");break}a+=P+Math.ceil(l/P)*P;let d=String.fromCharCode(c[156]??0);if(d==="L")i=me(p);else if(d==="x")i=dt(p)??i;else if(d==="0"||d==="\0"){let u=at(i??ct(c));i=void 0,u===void 0?o("holds a path that leads outside the chart; that file was not read"):l>k.archiveEntryBytes?o(`${u} is larger than ${k.archiveEntryBytes/1024/1024} MiB; it was not read`):p.subarray(0,8e3).includes(0)||t.push({path:`${e}/${u}`,text:p.toString("utf8")})}else i=void 0}return{files:t,notes:r}}function at(e){let n=e.replaceAll("\\","/").split("/").filter(t=>t!==""&&t!==".");if(!(n.includes("..")||e.startsWith("/")||n.length<2))return n.slice(1).join("/")}function ct(e){let n=e.toString("latin1",257,262)==="ustar"?me(e.subarray(345,500)):"",t=me(e.subarray(0,100));return n===""?t:`${n}/${t}`}function dt(e){return/(?:^|\n)\d+ path=([^\n]*)\n/.exec(e.toString("utf8"))?.[1]}function lt(e,n,t){return Number.parseInt(me(e.subarray(n,n+t)).trim()||"0",8)}function me(e){let n=e.indexOf(0);return e.toString("utf8",0,n<0?e.length:n)}var ut=new Set([".git",".hg",".svn","node_modules","vendor","third_party","bower_components",".venv","venv","__pycache__",".tox",".terraform",".next",".cache","testdata"]),pt=new Set("adoc asciidoc asm avi bin bmp bz2 c cc class cpp crt cs css csv d ts dart db deb diff dll dylib ear ejs eot erl ex exe exs fbx gif go gz h haml hbs hpp hs htm html ico iml ipynb jar java jks jpeg jpg js jsx kt kts less lib lock log lua m map md mdx mjs cjs mod mov mp3 mp4 mustache o odt otf out p12 patch pb pdf pem php pl pm png po pot proto psd pub py pyc pyi r rb rpm rs rst sass scala scss snap so sql sum svelte svg swift swp tar tif tiff tsx ttf tsv vue war wasm wav webm webp whl woff woff2 xls xlsx xml xsd xz yarn zip 7z".split(" "));function he(e){return ut.has(e)}function J(e){let n=Ye(e).toLowerCase();if(/^(package-lock|npm-shrinkwrap|composer|tsconfig)\.json$|^go\.(mod|sum)$|^(license|licence|readme|changelog|notice|authors|owners)(\.[a-z]+)?$/.test(n))return!1;if(/^(dockerfile|containerfile|jenkinsfile)[.-]/.test(n))return!0;let t=n.lastIndexOf(".");return t<=0||!pt.has(n.slice(t+1))}function M(e){return/(^|\/)charts\/[^/]+\.tgz$/.test(e)}function Vo(e,n,t=()=>!1){let r=sn(e),o={root:r,excluded:t,files:[],notes:[],seen:new Set};for(let s of n){let a=bt(r,s);if(!un(r,a))throw new ge(s,"is outside the scanned root");let c=ln(a);if(!c)throw new ge(s,"does not exist or cannot be read");c.isDirectory()?an(o,a,0):Oe(o,a,!0)}return{files:o.files.sort((s,a)=>s.path<a.path?-1:s.path>a.path?1:0),notes:o.notes}}var ge=class extends Error{constructor(n,t){super(`${n} ${t}`)}};function an(e,n,t){if(t>k.folderDepth){T(e,n,"too-deep",`folders are nested more than ${k.folderDepth} deep; nothing below was read`);return}let r;try{r=gt(n,{withFileTypes:!0})}catch{T(e,n,"unreadable","the folder cannot be read");return}r.sort((o,i)=>o.name<i.name?-1:1);for(let o of r){if(e.files.length>=k.files){T(e,n,"too-many",`more than ${k.files} files; the rest was not read`);return}let i=n.endsWith(_)?n+o.name:n+_+o.name;e.excluded(Ie(e,i))||(o.isDirectory()?he(o.name)||an(e,i,t+1):o.isSymbolicLink()?vt(e,i,t):o.isFile()?Oe(e,i,!1):J(o.name)&&T(e,i,"not-a-regular-file","not a regular file; it was not opened"))}}function vt(e,n,t){let r;try{r=sn(n)}catch{return}let o=ln(r);!o||o.isDirectory()||!J(n)&&!M(n)||(un(e.root,r)?o.isFile()?Oe(e,r,!1):T(e,n,"not-a-regular-file","a link to something that is not a regular file; it was not opened"):T(e,n,"outside-root","a link that leads outside the scanned root; it was not followed"))}function Oe(e,n,t){if(e.seen.has(n))return;e.seen.add(n);let r=Ie(e,n);if(M(r)){wt(e,n,r);return}if(!t&&!J(r))return;let o=dn(e,n);if(!o)return;t&&cn(o)&&T(e,n,"not-text","not a text file");let i=Ee(r,o,t);i!==void 0&&e.files.push({path:r,text:i})}function Ee(e,n,t){if(!(n.length===0||cn(n))&&!(!t&&!xt(e)&&!Et(e,n)))return n.toString("utf8")}function cn(e){return e.subarray(0,8e3).includes(0)}function wt(e,n,t){let r=dn(e,n,k.archiveBytes);if(!r)return;let o=fe(t,r);e.notes.push(...o.notes);for(let i of o.files)e.files.push(i)}function dn(e,n,t=k.scriptBytes){let r;try{r=ht(n,Se.O_RDONLY|(Se.O_NONBLOCK??0)|(Se.O_NOFOLLOW??0))}catch{T(e,n,"unreadable","the file cannot be read");return}try{let o=ft(r);if(!o.isFile()){T(e,n,"not-a-regular-file","not a regular file; it was not read");return}if(o.size>t){T(e,n,"too-large",`larger than ${Math.round(t/1024/1024)} MiB; it was not read`);return}return Rt(r,o.size)}catch{T(e,n,"unreadable","the file cannot be read");return}finally{mt(r)}}function Rt(e,n){let t=Buffer.allocUnsafe(n+1),r=0;for(;r<t.length;){let o=yt(e,t,r,t.length-r,null);if(o===0||(r+=o,r===n))break}return t.subarray(0,Math.min(r,n))}function xt(e){return/\.[^/.]+$/.test(e)}var $t=/(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i,St=/(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i,Ot=/^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;function Et(e,n){return n[0]===35&&(n[1]===33||n.subarray(0,13).toString("latin1")==="#cloud-config")?!0:$t.test(e)||/(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(e)||St.test(e)||Ot.test(n.subarray(0,16384).toString("latin1"))}function ln(e){try{return kt(e)}catch{return}}function un(e,n){return n===e||n.startsWith(e.endsWith(_)?e:e+_)}function Ie(e,n){if(n===e.root)return".";let t=n.slice(e.root.endsWith(_)?e.root.length:e.root.length+1);return _==="/"?t:t.split(_).join("/")}function T(e,n,t,r){e.notes.push({code:t,message:r,path:Ie(e,n),coverage:"not"})}var v=["error","warning","notice"],B=["high","medium","low"];var It=["containerd","cri-o","cri-dockerd","mcr"],Te=["off",...v],ee=["text","compact","agent","json","sarif","github","markdown","gitlab","checkstyle","junit","html"],pn=37,Tt=16,Fe={oldest:Tt,newest:60},j=["command line","action","file"],Ne={format:{type:"choice",choices:ee,default:"text",placeholder:"FORMAT",on:["command line"],summary:"Format of the report on standard output."},output:{type:"list",default:[],placeholder:"FORMAT=FILE",on:["command line"],summary:"Writes a further report to a file; may be repeated."},fix:{type:"boolean",default:!1,on:["command line"],summary:"Applies the fixes that are safe, then reports what is left."},diff:{type:"boolean",default:!1,on:["command line"],summary:"Prints the safe fixes as a patch and changes nothing."},set:{type:"list",default:[],placeholder:"KEY=VALUE",on:["command line"],summary:"With `render`: sets a value, written as for helm; may be repeated."},"kube-version":{type:"text",default:void 0,placeholder:"VERSION",on:["command line"],summary:"With `render`: the version that the chart sees as its cluster’s."},"release-name":{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: name of the release."},namespace:{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: namespace of the release."},"include-crds":{type:"boolean",default:!1,on:["command line"],summary:"With `render`: prints custom resource definitions too."},trace:{type:"boolean",default:!1,on:["command line"],summary:"With `render`: shows in front of each line which lines of the chart it comes from."},forks:{type:"boolean",default:!1,on:["command line"],summary:"With `init`: also writes the workflow that comments on pull requests from forks."},color:{type:"choice",choices:["auto","always","never"],default:"auto",placeholder:"WHEN",on:["command line"],summary:"Colours; `auto` looks at the terminal, NO_COLOR and FORCE_COLOR."},config:{type:"text",default:void 0,placeholder:"FILE",on:["command line","action"],summary:"Configuration file; without it `.dockershim.yaml`, `.yml` or `.json` of the scanned folder is read."},"target-runtime":{type:"choice",choices:It,default:"containerd",placeholder:"RUNTIME",on:j,summary:"Container runtime that the nodes move to."},"kubernetes-version":{type:"version",default:pn,placeholder:"1.N",on:j,summary:"Kubernetes version that the nodes move to."},"fail-on":{type:"choice",choices:[...v,"never"],default:"error",placeholder:"SEVERITY",on:j,summary:"Lowest severity that fails the run."},"min-confidence":{type:"choice",choices:B,default:"medium",placeholder:"CONFIDENCE",on:j,summary:"Findings below this confidence are reported, but do not fail the run."},"on-parse-error":{type:"choice",choices:["note","fail"],default:"note",placeholder:"ACTION",on:j,summary:"Whether a file that was not understood is only noted, or fails the run."},values:{type:"list",default:[],placeholder:"FILE",on:j,summary:"Values files that charts are rendered with, the later ones winning, as with helm."},exclude:{type:"list",default:[],placeholder:"GLOB",on:["command line","file"],summary:"Files and folders that are not scanned."},compare:{type:"text",default:void 0,placeholder:"REF",on:["command line","action"],summary:"Judges only what is new since this git reference; `off` judges everything. The Action also takes `auto`, its default: the base of the event."},baseline:{type:"text",default:void 0,placeholder:"FILE",on:j,summary:"Findings listed in this file are known and do not count; `baseline write` makes it."},rules:{type:"rule-levels",default:{},on:["file"],summary:"Severity of single rules, or `off`."},overrides:{type:"overrides",default:[],on:["file"],summary:"Severities of rules for some paths; the last entry that matches wins."},unsuppressible:{type:"rule-list",default:[],on:["file"],summary:"Rules that neither a comment nor the baseline may suppress."},comment:{type:"choice",choices:["on-findings","always","never"],default:"on-findings",on:["action","file"],summary:"When the pull request gets its summary comment."},annotations:{type:"boolean",default:!0,on:["action","file"],summary:"Whether findings are annotated on the lines of the pull request."},summary:{type:"boolean",default:!0,on:["action","file"],summary:"Whether the job summary carries the full report."},suggestions:{type:"boolean",default:!1,on:["action","file"],summary:"Whether safe fixes inside the diff are offered as suggestions that one click applies."},outputs:{type:"list",default:[],on:["action"],summary:"Reports to write, one `format=path` a line."},paths:{type:"list",default:["."],on:["action"],summary:"Folders and files to scan, one a line; without it the whole repository."},"comment-from":{type:"text",default:void 0,on:["action"],summary:"JSON report of another run to comment from, in a `workflow_run` workflow for forks."},matrix:{type:"text",default:void 0,on:["action"],summary:"Tells the jobs of a matrix apart, so that each keeps a comment of its own."},token:{type:"text",default:void 0,on:["action"],summary:"Token that reads the base of the change and writes the comment; by default that of the job."},"allow-untrusted-target":{type:"boolean",default:!1,on:["action"],summary:"Runs on `pull_request_target` although the checkout is not that of the base."}};var mn=Object.keys(Ne);function K(e){return Ne[e]}function fn(e){return mn.filter(n=>K(n).on.includes(e))}function Xo(e){let n={};for(let t of mn)n[t]=K(t).default;for(let t of e)for(let[r,o]of Object.entries(t))o!==void 0&&(n[r]=o);return n}function ti(e){return e.map(n=>{let t=n.indexOf("="),r=n.slice(0,Math.max(0,t)),o=n.slice(t+1).trim();if(t<1||o==="")throw new b(`An output is written FORMAT=FILE, not "${n}".`);let i=ee.find(s=>s===r.trim());if(!i)throw new b(W("format",r,ee));return{format:i,file:o}})}async function si(e,n,t=[]){return n.everything||e.some(en)?(await import("./chunk-YHVENDWN.js")).lint(e,n,t):{findings:[],suppressed:[],coverage:Xe(Ze(e,t),t),notes:t.filter(r=>r.coverage==="about")}}function y(e){return e.comparison?.introduced??e.result.findings}var ci={color:!1,width:100,hyperlinks:!1,pathOf:e=>e};function U(e){switch(e.kind){case"action":{let{line:n}=f(e.span.source,e.span.start);return`line ${n} ${e.verb} ${e.what}`}case"nature":return`${Nt[e.is]}${e.object===void 0?"":` (kind ${e.object})`}`;case"name":return Ct[e.hint];case"link":return`${At[e.link]} ${e.by}`;case"call":return`calls ${e.to} (${U(e.action)})`;case"hosts":return Ft(e.are,e.name);case"project":return`the same Ansible project (${e.path}, ${U(e.action)})`;case"beside":return`the scripts beside it set up nodes (${e.path}, ${U(e.action)})`;default:return e}}function Ft(e,n){switch(e){case"cluster-nodes":return`runs on ${n}, which kubectl get nodes printed`;case"cluster-group":return`runs on the hosts of ${n}`;case"all-of-a-cluster":return`runs on ${n} hosts of a cluster’s inventory`;default:return e}}var Nt={"node-configuration":"configures nodes","cluster-object":"runs in the cluster","part-of-a-chart":"belongs to a chart","cloud-init":"cloud-init runs it when a node starts",pipeline:"a pipeline of continuous integration","make-target":"a make target","systemd-unit":"a systemd unit","image-build":"built into a container image",completion:"completes command lines","compose-application":"a Compose application, and nothing here speaks of Kubernetes","cluster-in-containers":"runs the nodes of its cluster as containers",container:"runs inside a container","host-of-a-pod":"leaves its container for the host of the pod","another-machine":"runs on another machine"},Ct={"ci-folder":"a folder of continuous integration","ci-pipeline":"a pipeline of continuous integration","test-folder":"a folder of tests or continuous integration","test-file":"a test or continuous integration file","developer-tool":"a tool of developers","developer-environment":"an environment file of developers","node-folder":"a folder of node configuration","node-script":"named as a script that sets up nodes","node-etc":"a file of a node’s /etc","developer-folder":"a folder of developers or of documentation","build-script":"named as a build script"},At={calls:"called by",sources:"sourced by",copies:"copied into an image by",mounts:"mounted by",builds:"built by","runs-image":"run by"};function F(e){switch(e.role){case"use":return"used here";case"value":return"the value comes from here";case"value-part":return"a part of it comes from this value";case"include":return"included here";case"empty-value":return"empty, so that the default is used";case"assignment":return`${e.variable} is set here`;case"rule":return e.message;default:return e}}var Lt={node:"runs on the node",workload:"runs in a pod",image:"is built into an image",ci:"runs in CI",dev:"runs on a developer's machine",unknown:"where it runs is not known"};function ne(e){return Lt[e]}function O(e){let n=e.placement.evidence[0];return`${ne(e.placement.place)}${n?`: ${U(n)}`:""}`}function S(e,n=t=>t){switch(e.kind){case"default":return"on by default";case"when":return`when ${e.settings.join(" and ")} is set (${hn(e.span,n)})`;case"conditional":return`under the condition ${e.condition} (${hn(e.span,n)})`}}function hn(e,n){return`${n(e.source.path)}:${f(e.source,e.start).line}`}function x(e,n){return`${e} ${n}${e===1?"":"s"}`}function te(e){let n=re(e);return v.flatMap(r=>n[r]>0?[x(n[r],r)]:[]).join(", ")}function re(e){let n={error:0,warning:0,notice:0};for(let t of e)n[t.severity]++;return n}function $(e){let{partly:n,not:t}=oe(e),r=Math.max(0,e.files-n-t);return`scanned ${x(e.files,"file")} (${r} fully, ${n} partly, ${t} not understood)`}function oe(e){let n=new Set(e.notUnderstood.map(r=>r.path));return{partly:new Set(e.partly.map(r=>r.path).filter(r=>!n.has(r))).size,not:n.size}}function A(e){return e.span?f(e.span.source,e.span.start).line:void 0}function bi(e){let{failOnParseError:n,...t}=e;return{...t,verdict:Wt(e,n)}}function Ce(e,n,t){return n==="never"?!1:v.indexOf(e.severity)<=v.indexOf(n)&&B.indexOf(e.confidence)<=B.indexOf(t)}function Wt(e,n){let{result:t,failOn:r,minConfidence:o}=e;if(t.coverage.files===0)return{conclusion:"nothing-to-scan",failing:0,sentence:"There is nothing to scan here."};let i=y(e),s=i.filter(l=>Ce(l,r,o)).length,a=n?oe(t.coverage).not:0;return{conclusion:s>0||a>0?"failure":"success",failing:s,sentence:Mt(e,i.length,s,a)}}function Mt(e,n,t,r){let{result:o,failOn:i,minConfidence:s}=e,a=[Dt(y(e),e.comparison)],c=`fail-on ${i}, min-confidence ${s}`;return t>0?a.push(`${t} ${t===1?"fails":"fail"} the check (${c})`):n>0&&i!=="never"&&a.push(`none fails the check (${c})`),r>0&&a.push(`${x(r,"file")} not understood, which fails the check (on-parse-error fail)`),o.suppressed.length>0&&a.push(`${o.suppressed.length} suppressed`),`${a.join("; ")}.`}function Dt(e,n){if(n){let{introduced:r,existing:o,fixed:i,base:s}=n,a=r.length>0?` (${te(r)})`:"";return`${r.length} new${a}, ${o.length} existing, ${i.length} fixed, compared with ${s}`}if(e.length===0)return"Nothing here depends on dockershim or Docker Engine";let t=new Set(e.map(r=>r.span.source.path)).size;return`${x(e.length,"finding")} (${te(e)}) in ${x(t,"file")}`}function wi(e,n,t,r=[]){let o=new Map;for(let a of n)o.set(a.fingerprint,[...o.get(a.fingerprint)??[],a]);let i=[],s=[];for(let a of t)(o.get(a.fingerprint)?.shift()?s:i).push(a);for(let a of r)o.get(a.fingerprint)?.shift();return{base:e,introduced:i,existing:s,fixed:[...o.values()].flat()}}var Ae=1,$i=".dockershim-baseline.json";function Si(e,n){let t=n.map(r=>({rule:r.rule,path:r.span.source.path,fingerprint:r.fingerprint}));return{path:e,entries:t}}function Oi(e){let n=e.entries.map(({path:r,rule:o,fingerprint:i,reason:s})=>JSON.stringify({path:r,rule:o,fingerprint:i,reason:s})).sort(),t=n.length===0?"[]":`[
    ${n.join(`,
    `)}
  ]`;return`{
  "schemaVersion": ${Ae},
  "findings": ${t}
}
`}function Ei(e,n){let t=i=>new b(`The baseline ${e} cannot be used: ${i}.`),r;try{r=JSON.parse(n)}catch{throw t("it is not JSON")}if(!gn(r)||r.schemaVersion!==Ae)throw t(`its schemaVersion is not ${Ae}`);if(!Array.isArray(r.findings))throw t('it has no list "findings"');let o=r.findings.map((i,s)=>{if(!(gn(i)&&typeof i.rule=="string"&&typeof i.path=="string"&&typeof i.fingerprint=="string"&&(i.reason===void 0||typeof i.reason=="string")))throw t(`entry ${s+1} of "findings" needs the texts rule, path and fingerprint`);return i});return{path:e,entries:o}}function Ii(e,n,t){let{known:r,stale:o}=yn(e.findings,n),i=[],s=e.findings.filter(a=>{let c=r.get(a);return!c||t.includes(a.rule)?!0:(i.push({finding:a,reason:c.reason??`listed in ${n.path}`,by:"baseline"}),!1)});return{...e,findings:s,suppressed:[...e.suppressed,...i],notes:o.length>0?[...e.notes,Pt(n,o.length)]:e.notes}}function Ti(e,n){return{...n,entries:[...yn(e,n).known.values()]}}function yn(e,n){let t=new Map;for(let o of n.entries){let i=t.get(o.fingerprint);i?i.push(o):t.set(o.fingerprint,[o])}let r=new Map;for(let o of e){let i=t.get(o.fingerprint)?.shift();i&&r.set(o,i)}return{known:r,stale:[...t.values()].flat()}}function Pt(e,n){return{code:"suppression",message:`${n===1?"1 entry matches":`${n} entries match`} nothing any more; \`baseline prune\` takes them out`,path:e.path,coverage:"about"}}function gn(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}function Ci(e,n,t,r){let o=e.lines.get(n);return o===void 0?!1:o==="whole"||o.some(i=>i.first<=r&&t<=i.last)}function Ai(e){let n=new Map,t=new Map,r=new Set,o,i="",s={removed:0,added:0};for(let a of vn(e))if(s.removed>0||s.added>0)s=Bt(s,a);else if(a.startsWith("+++ "))o=kn(a.slice(4),"b/"),o!==void 0&&r.add(o);else if(a.startsWith("--- ")){let c=kn(a.slice(4),"a/");c!==void 0&&r.add(c)}else if(a.startsWith("rename from "))i=Le(a.slice(12));else if(a.startsWith("rename to ")){let c=Le(a.slice(10));t.set(i,c),r.add(i).add(c)}else if(a.startsWith("@@ ")){let c=bn(a);if(!c)continue;s={removed:c.removed,added:c.added},o!==void 0&&c.added>0&&n.set(o,[...n.get(o)??[],{first:c.start,last:c.start+c.added-1}])}return{lines:n,renames:t,paths:r}}function Li(e,n){let t=[],r=0;for(let o of vn(e)){let i=o.startsWith("@@ ")?bn(o):void 0;i?r=i.start:(o.startsWith("+")||o.startsWith(" "))&&((n||o.startsWith("+"))&&_t(t,r),r+=1)}return t}function _t(e,n){let t=e.at(-1);t&&t.last+1===n?e[e.length-1]={first:t.first,last:n}:e.push({first:n,last:n})}function Bt(e,n){return n.startsWith("-")?{...e,removed:e.removed-1}:n.startsWith("+")?{...e,added:e.added-1}:n.startsWith("\\")?e:{removed:e.removed-1,added:e.added-1}}function bn(e){let n=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(n)return{removed:Number(n[1]??1),start:Number(n[2]),added:Number(n[3]??1)}}function kn(e,n){let t=Le(e);return t.startsWith(n)?t.slice(n.length):void 0}function Le(e){return e.startsWith('"')?Gt(e):e.endsWith("	")?e.slice(0,-1):e}var jt=34,Kt=92,Ut=Qe({a:7,b:8,t:9,n:10,v:11,f:12,r:13,'"':34,"\\":92});function Gt(e){let n=new TextEncoder().encode(e),t=[];for(let r=1;r<n.length&&n[r]!==jt;r++){if(n[r]!==Kt){t.push(n[r]??0);continue}r+=1;let o=new TextDecoder().decode(n.subarray(r,r+3)),i=/^[0-7]{3}/.test(o);t.push(i?Number.parseInt(o,8):Ut.get(o[0]??"")??63),i&&(r+=2)}return new TextDecoder().decode(Uint8Array.from(t))}function*vn(e){let n=0;for(;n<e.length;){let t=e.indexOf(`
`,n);if(t<0){yield e.slice(n);return}yield e.slice(n,t),n=t+1}}async function Bi(e,n,t,r,o){let[i,s]=await Promise.all([e.tree(n),e.tree(e.head)]),a=new Map(s.map(m=>[m.path,m])),c=new Map(t.files.map(m=>[m.path,m])),l=[],p=qt(t.files,a,i,l),d=[];for(let m of i)m.type!=="file"||!wn(m.path,r)||(a.get(m.path)?.oid===m.oid?p.push(...Vt(m.path,t,c)):zt(o.get(m.path)??m.path,a,c)&&d.push(m));let u=await e.blobs(d.map(m=>m.oid),k.archiveBytes);for(let m of d){let w=u.get(m.oid),D=o.get(m.path)??m.path;w&&p.push(...Rn(D,w,r))}return{files:p.sort((m,w)=>m.path<w.path?-1:m.path>w.path?1:0),notes:l}}function Vt(e,n,t){if(M(e))return n.files.filter(o=>o.path.startsWith(`${e}/`));let r=t.get(e);return r?[r]:[]}function zt(e,n,t){return!n.has(e)||t.has(e)||M(e)}async function ji(e,n,t,r){let o=(await e.tree(n)).filter(a=>a.type==="file"&&wn(a.path,t)),i=await e.blobs(o.map(a=>a.oid),k.archiveBytes);return o.flatMap(a=>{let c=i.get(a.oid);return c?Rn(r.get(a.path)??a.path,c,t):[]}).sort((a,c)=>a.path<c.path?-1:a.path>c.path?1:0)}function wn(e,n){return n.paths.some(t=>{let r=t==="."?"":t;return r===e?!0:r!==""&&!e.startsWith(`${r}/`)?!1:Ht(e,r,n.excluded)})}function Ht(e,n,t){let o=(n===""?e:e.slice(n.length+1)).split("/").slice(0,-1);if(o.some(he))return!1;let i=n;for(let s of o)if(i=i===""?s:`${i}/${s}`,t(i))return!1;return!t(e)&&(M(e)||J(e))}function Rn(e,n,t){if(M(e))return fe(e,n).files;if(n.length>k.scriptBytes)return[];let r=Ee(e,n,t.paths.includes(e));return r===void 0?[]:[{path:e,text:r}]}function qt(e,n,t,r){let o=[...n.values()].filter(d=>d.type==="submodule"),i=[...n.keys()].filter(M),s=new Map(t.map(d=>[d.path,d.oid])),a=o.filter(d=>s.get(d.path)!==d.oid),c=a.filter(d=>e.some(u=>u.path.startsWith(`${d.path}/`)));for(let d of c)r.push({code:"comparison",message:"the submodule points to another commit than before, whose files are not here: all its findings count as new",path:d.path,coverage:"about"});let l=d=>a.some(u=>d.startsWith(`${u.path}/`)),p=d=>i.some(u=>d.startsWith(u));return e.filter(d=>!n.has(d.path)&&!p(d.path)&&!l(d.path))}import{spawn as Jt}from"node:child_process";var Yt=6e4,Xt=64*1024*1024,Zt=/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;function Y(e){return Zt.test(e)}async function Gi(e){let n=await E(e,["rev-parse","--show-toplevel","HEAD"]);if(n.code!==0)return;let[t,r]=n.stdout.toString("utf8").split(`
`);if(!(!t||!r||!Y(r)))return{top:t,head:r,has:async o=>Y(o)&&(await E(t,["cat-file","-e",`${o}^{tree}`])).code===0,resolve:o=>Qt(t,o),parents:o=>er(t,o),mergeBase:(o,i)=>nr(t,o,i),tree:o=>tr(t,o),blobs:(o,i)=>rr(t,o,i),patch:(o,i)=>or(t,o,i),fetch:(o,i)=>ir(t,o,i)}}async function Qt(e,n){if(!n.startsWith("-"))for(let t of[n,`refs/remotes/origin/${n}`]){let r=await E(e,["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`]),o=r.stdout.toString("utf8").trim();if(r.code===0&&Y(o))return o}}async function er(e,n){let{code:t,stdout:r}=await E(e,["cat-file","commit",n]);return t!==0?[]:(r.toString("utf8").split(`

`,1)[0]??"").split(`
`).flatMap(i=>i.startsWith("parent ")?[i.slice(7).trim()]:[])}async function nr(e,n,t){let{code:r,stdout:o}=await E(e,["merge-base",n,t]),i=o.toString("utf8").trim();return r===0&&Y(i)?i:void 0}async function tr(e,n){let{code:t,stdout:r}=await E(e,["ls-tree","-r","-z","--full-tree",n]);if(t!==0)return[];let o=[];for(let i of r.toString("utf8").split("\0")){let s=i.indexOf("	"),[a,,c]=i.slice(0,s).split(" ");if(s<0||!a||!c)continue;let l=a==="160000"?"submodule":a==="120000"?"link":"file";o.push({path:i.slice(s+1),oid:c,type:l})}return o}async function rr(e,n,t){let r=[...new Set(n.filter(Y))],o=new Map;if(r.length===0)return o;let{stdout:i}=await E(e,["cat-file","--batch"],{input:`${r.join(`
`)}
`}),s=0;for(;s<i.length;){let a=i.indexOf(10,s);if(a<0)break;let[c,l,p]=i.toString("utf8",s,a).split(" ");if(s=a+1,l==="missing"||p===void 0)continue;let d=s+Number(p);c&&l==="blob"&&Number(p)<=t&&d<=i.length&&o.set(c,i.subarray(s,d)),s=d+1}return o}async function or(e,n,t){let r=["--unified=0","--find-renames","--no-color","--no-ext-diff","--no-textconv","--submodule=short","--src-prefix=a/","--dst-prefix=b/"],{code:o,stdout:i,cut:s}=await E(e,["-c","core.quotePath=false","diff",...r,n,t,"--"],{limit:Xt});return o===0&&!s?i.toString("utf8"):void 0}async function ir(e,n,t){if(!Y(n))return"not a commit id";if((await E(e,["config","--get","remote.origin.url"])).stdout.toString("utf8").trim()==="")return"the checkout has no remote called origin";let s=["--no-tags","--no-recurse-submodules","--no-write-fetch-head","--quiet",...(await E(e,["rev-parse","--is-shallow-repository"])).stdout.toString("utf8").trim()==="true"?["--depth=1"]:[]],{code:a,stderr:c}=await E(e,["fetch",...s,"origin",n],{timeout:Yt,config:await sr(e,t)});if(a!==0)return ar(c.toString("utf8"))||"git fetch failed"}async function sr(e,n){if(!n)return[];let t=`http.${n.serverUrl}/.extraheader`;if((await E(e,["config","--get-all",t])).stdout.toString("utf8").trim()!=="")return[];let o=Buffer.from(`x-access-token:${n.token}`).toString("base64");return[[t,`AUTHORIZATION: basic ${o}`]]}function ar(e){return e.trim().split(`
`).at(-1)??""}var cr=["core.fsmonitor=false","core.hooksPath=/dev/null","safe.directory=*","gc.auto=0"];function E(e,n,t={}){let r=cr.flatMap(s=>["-c",s]),o=Jt("git",["--no-replace-objects","--no-pager",...r,...n],{cwd:e,env:dr(t.config??[]),stdio:["pipe","pipe","pipe"],timeout:t.timeout??12e4}),i=t.limit??Number.POSITIVE_INFINITY;return new Promise(s=>{let a=[],c=[],l=0;o.stdout.on("data",d=>{l+=d.length,l>i?o.kill():a.push(d)}),o.stderr.on("data",d=>{c.length<1e3&&c.push(d)});let p=d=>s({code:d,stdout:Buffer.concat(a),stderr:Buffer.concat(c),cut:l>i});o.on("error",()=>p(127)),o.on("close",d=>p(d??128)),o.stdin.on("error",()=>{}),o.stdin.end(t.input??"")})}function dr(e){let n={...process.env,GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"};for(let t of["GIT_DIR","GIT_WORK_TREE","GIT_INDEX_FILE","GIT_CONFIG_COUNT"])delete n[t];if(e.length===0)return n;n.GIT_CONFIG_COUNT=String(e.length);for(let[t,[r,o]]of e.entries())n[`GIT_CONFIG_KEY_${t}`]=r,n[`GIT_CONFIG_VALUE_${t}`]=o;return n}function lr(e){let n=e.replace(/^\.\//,"").replace(/^\//,"").replace(/\/+$/,"");if(n===""||n===".")return()=>!0;let r=[...!e.replace(/\/+$/,"").includes("/")?["**"]:[],...n.split("/"),"**"];return o=>ur(r,o.split("/"))}function We(e){let n=e.map(lr);return t=>n.some(r=>r(t))}function ur(e,n){return xn(e.length,n.length,{isStar:t=>e[t]==="**",matches:(t,r)=>pr(e[t]??"",n[r]??"")})}function pr(e,n){return xn(e.length,n.length,{isStar:t=>e[t]==="*",matches:(t,r)=>e[t]==="?"||e[t]===n[r]})}function xn(e,n,{isStar:t,matches:r}){let o=0,i=0,s=-1,a=0;for(;i<n;)if(o<e&&t(o))s=o++,a=i;else if(o<e&&r(o,i))o++,i++;else if(s>=0)o=s+1,i=++a;else return!1;for(;o<e&&t(o);)o++;return o===e}function qi(e,n,t=""){let r=e.overrides.map(({paths:o,rules:i})=>({matches:We(o),rules:i}));return{target:{runtime:e["target-runtime"],minor:e["kubernetes-version"]},levelOf(o,i){let s=r.findLast(({matches:a,rules:c})=>c[o]!==void 0&&a(t+i));return s?s.rules[o]:e.rules[o]},unsuppressible:e.unsuppressible,today:n,values:e.values}}function Ji(e,n=""){let t=We(e.exclude);return r=>t(n+r)}function ye(e,n,t){let r=K(e),o=n.at(-1)??"";switch(r.type){case"choice":return{[e]:Me(o,r.choices,t)};case"version":return{[e]:mr(o,t)};case"text":if(o.trim()==="")throw new b(`${t} needs a value.`);return{[e]:o};case"list":return{[e]:n.map(i=>i.trim()).filter(i=>i!=="")};case"boolean":return{[e]:fr(o,t)};case"rule-list":return{[e]:n.map(i=>hr(i))};case"rule-levels":case"overrides":throw new b(`${t} can only be written in the configuration file.`)}}function es(e,n){let t=e.flatMap(r=>{let o=n(r);return o.trim()===""?[]:[ye(r,K(r).type==="list"?o.split(`
`):[o.trim()],`Input "${r}"`)]});return Object.assign({},...t)}function Me(e,n,t){if(n.includes(e))return e;throw new b(`${t} must be one of ${n.join(", ")}. ${W("value",e,n)}`)}function mr(e,n){let t=/^v?1\.(\d{1,3})(?:$|[.+-])/.exec(e.trim()),r=Number(t?.[1]),{oldest:o,newest:i}=Fe;if(t&&r>=o&&r<=i)return r;throw new b(`${n} must be a Kubernetes version such as 1.24 (from 1.${o}), not "${e}".`)}function fr(e,n){let t=e.trim().toLowerCase();if(t==="true")return!0;if(t==="false")return!1;throw new b(`${n} must be true or false, not "${e}".`)}function hr(e){let n=z.find(t=>t===e);if(n)return n;throw new b(W("rule",e,z))}var R=rt(ot(),1);var $n=256*1024;function as(e,n){if(n.length>$n)throw new b(`${e} is larger than ${$n/1024} KiB.`);if(rn(n))throw new b(`${e} is nested too deeply.`);let t=new R.LineCounter,r=(0,R.parseDocument)(n,{uniqueKeys:!1,lineCounter:t,prettyErrors:!1}),o=(a,c)=>{let l=a?.range?.[0],p=l===void 0?"":`:${t.linePos(l).line}`;return new b(`${e}${p}: ${c}`)},i=r.errors[0];if(i)throw new b(`${e}:${t.linePos(i.pos[0]).line}: ${i.message}`);let s=r.contents;if(s===null||(0,R.isScalar)(s)&&s.value===null)return{};if(!(0,R.isMap)(s))throw o(s,"The configuration must be a map of options.");return gr(s,o)}function gr(e,n){let t=fn("file"),r={};for(let{key:o,keyNode:i,value:s}of De(e,n)){if(o==="$schema")continue;let a=t.find(c=>c===o);if(!a)throw n(i,W("key",o,t));Object.assign(r,In(n,s??i,()=>yr(a,s,n)))}return r}function yr(e,n,t){switch(K(e).type){case"rule-levels":return{[e]:Sn(n,t)};case"overrides":return{[e]:En(e,n,t).map(o=>kr(o,t))};case"list":case"rule-list":return ye(e,On(e,n,t),e);default:return ye(e,[ie(e,n,t)],e)}}function Sn(e,n){if(!(0,R.isMap)(e))throw n(e,'rules must be a map from rule to severity, as "docker-cli-command: notice".');let t={};for(let{key:r,keyNode:o,value:i}of De(e,n)){let s=z.find(a=>a===r);if(!s)throw n(o,W("rule",r,z));t[s]=In(n,i??o,()=>Me(ie(r,i,n),Te,r))}return t}function kr(e,n){if(!(0,R.isMap)(e))throw n(e,'Each entry of overrides must be a map with "paths" and "rules".');let t=De(e,n),r=t.find(({key:s})=>s!=="paths"&&s!=="rules");if(r)throw n(r.keyNode,W("key",r.key,["paths","rules"]));let o=t.find(({key:s})=>s==="paths"),i=t.find(({key:s})=>s==="rules");if(!o||!i)throw n(e,'Each entry of overrides needs both "paths" and "rules".');return{paths:On("paths",o.value,n),rules:Sn(i.value,n)}}function De(e,n){let t=new Set;return e.items.map(r=>{let o=r.key,i=ie("a key",o,n);if(t.has(i))throw n(o,`The key "${i}" is written twice.`);return t.add(i),{key:i,keyNode:o,value:r.value??null}})}function On(e,n,t){return(0,R.isScalar)(n)&&n.value!==null?[ie(e,n,t)]:En(e,n,t).map(r=>ie(e,r,t))}function En(e,n,t){if(!(0,R.isSeq)(n))throw t(n,`${e} must be a list.`);return n.items}function ie(e,n,t){if((0,R.isAlias)(n))throw t(n,"Aliases are not read in the configuration.");if(!(0,R.isScalar)(n)||n.value===null)throw t(n,`${e} must have one value.`);return n.type==="PLAIN"&&n.source!==void 0?n.source:String(n.value)}function In(e,n,t){try{return t()}catch(r){throw r instanceof b&&!/^\S+:\d+: /.test(r.message)?e(n,r.message):r}}var Pe=10;function Tn(e,n=()=>!1){return v.flatMap(t=>{let r=br(e.filter(o=>o.severity===t),n);return r.length===0?[]:[vr(t,r)]})}function br(e,n=()=>!1){let t=e.map((r,o)=>({finding:r,key:[n(r)?0:1,v.indexOf(r.severity),B.indexOf(r.confidence),o]}));return t.sort((r,o)=>r.key[0]-o.key[0]||r.key[1]-o.key[1]||r.key[2]-o.key[2]||r.key[3]-o.key[3]),t.map(({finding:r})=>r)}function vr(e,n){if(n.length<=Pe)return{level:e,hidden:0,annotations:n.map(i=>({finding:i,others:0,otherFiles:0}))};let t=wr(n),r=t.length<=Pe?t:t.slice(0,Pe-1),o=r.reduce((i,s)=>i+1+s.others,0);return{level:e,annotations:r,hidden:n.length-o}}function wr(e){let n=new Map;for(let t of e){let r=`${t.rule}\0${t.message}`,o=n.get(r);o?o.push(t):n.set(r,[t])}return[...n.values()].flatMap(([t,...r])=>{if(!t)return[];let o=new Set(r.map(i=>i.span.source.path));return o.delete(t.span.source.path),[{finding:t,others:r.length,otherFiles:o.size}]})}function Fn(e,n){return`${[...Rr(Tn(y(e)),n.pathOf,"the reports in other formats"),$e($(e.result.coverage)),$e(e.verdict.sentence)].join(`
`)}
`}function Rr(e,n,t){return e.flatMap(r=>{let o=r.annotations.map(s=>xr(s,n));if(r.hidden===0)return o;let i=`${x(r.hidden,`more ${r.level}`)} cannot be annotated, because GitHub shows ten of each level. All of them are in ${t}.`;return[...o,`::${r.level} title=${xe("dockershim-lint: more findings")}::${Re(i)}`]})}function xr(e,n){let{finding:t}=e,r=[`title=${xe(t.rule)}`,...$r(t,n)].join(",");return`::${t.severity} ${r}::${Re(Or(e,n))}`}function $r(e,n){let{source:t,start:r,end:o}=e.span,i=f(t,r),s=f(t,o),a=`file=${Sr(n(t.path))}`;return i.line!==s.line?[a,`line=${i.line}`,`endLine=${s.line}`]:[a,`line=${i.line}`,`endLine=${s.line}`,`col=${i.column}`,`endColumn=${Math.max(s.column,i.column+1)}`]}function Sr(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A").replaceAll(":","%3A").replaceAll(",","%2C")}function Or({finding:e,others:n,otherFiles:t},r){let{line:o,column:i}=f(e.span.source,e.span.start),s=n===0?[]:[`Same cause ${n} more times${t>0?`, in ${x(t,"more file")}`:""}.`];return[`${r(e.span.source.path)}:${o}:${i}: ${e.message}`,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`,...s,e.help].map(g).join(`
`)}var Er=1;function Nn(e){return`${H(Ir(e),2)}
`}function Ir(e){let{result:n,comparison:t,target:r,verdict:o}=e,i=new Set(t?.introduced),s=a=>t?i.has(a)?"new":"existing":void 0;return{schemaVersion:Er,tool:{name:"dockershim-lint",version:e.version},target:{runtime:r.runtime,kubernetesVersion:`1.${r.minor}`},summary:Tr(e),findings:n.findings.map(a=>({..._e(a),state:s(a)})),suppressed:n.suppressed.map(({finding:a,by:c,reason:l})=>({..._e(a),suppressed:{by:c,reason:l}})),fixed:t?.fixed.map(_e),coverage:{files:n.coverage.files,fully:Fr(e),partly:n.coverage.partly.map(Be),notUnderstood:n.coverage.notUnderstood.map(Be)},notes:n.notes.map(Be),verdict:{conclusion:o.conclusion,failing:o.failing,sentence:o.sentence}}}function Tr(e){let{result:n,comparison:t,verdict:r}=e,{error:o,warning:i,notice:s}=re(y(e));return{conclusion:r.conclusion,total:n.findings.length,errors:o,warnings:i,notices:s,failing:r.failing,suppressed:n.suppressed.length,failOn:e.failOn,minConfidence:e.minConfidence,comparedWith:t?.base,new:t?.introduced.length,existing:t?.existing.length,fixed:t?.fixed.length}}function Fr(e){let{partly:n,not:t}=oe(e.result.coverage);return Math.max(0,e.result.coverage.files-n-t)}function _e(e){return{rule:e.rule,severity:e.severity,confidence:e.confidence,message:e.message,because:e.because,instead:e.instead,location:se(e.span),related:e.related.map(n=>({...se(n.span),message:F(n)})),place:e.placement.place,evidence:e.placement.evidence.map(n=>({text:U(n),..."span"in n?se(n.span):{}})),activation:Nr(e.activation),fingerprint:e.fingerprint,help:e.help,fix:e.fix?{replacement:e.fix.replacement,safety:e.fix.safety}:void 0}}function Nr(e){switch(e.kind){case"default":return{kind:e.kind};case"when":return{kind:e.kind,settings:e.settings,...se(e.span)};case"conditional":return{kind:e.kind,condition:e.condition,...se(e.span)}}}function se(e){return{path:e.source.path,start:f(e.source,e.start),end:f(e.source,e.end)}}function Be(e){return{path:e.path,line:A(e),code:e.code,message:e.message}}var Cr=/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u,Ar=new RegExp("\\p{Mn}|\\p{Me}","u");function je(e){return e<"̀"?1:Ar.test(e)?0:Cr.test(e)?2:1}function ae(e){let n=0;for(let t of e)n+=je(t);return n}function ce(e,n){let t=[],r="",o=0;for(let i of e.split(" ")){let s=ae(i);r!==""&&o+1+s>n?(t.push(r),r=i,o=s):(r=r===""?i:`${r} ${i}`,o+=s+(o===0?0:1))}return[...t,r]}var Ke={"docker-socket-mount":`# docker-socket-mount

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

## When it is fine

When the agent also names a CRI socket it is made for several runtimes, and the finding is a notice.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
`,"docker-socket-endpoint":'# docker-socket-endpoint\n\nA setting names Docker’s socket or port as the endpoint to talk to.\n\n## What it finds\n\n- Variables, arguments and settings whose value is the address of `docker.sock` (`DOCKER_HOST`, `CORE_VM_ENDPOINT`, `--docker-endpoint`, `dockerURL`, `socketPath` …).\n- The TCP port of the node’s engine: `tcp://$(HOST_IP):2375`.\n- Collectors that open `docker.sock` without being told an address: the OpenTelemetry receiver `docker_stats`, the Metricbeat module `docker`.\n\n## Why\n\nKubernetes 1.24 removed dockershim; nodes with containerd or CRI-O have no Docker Engine. A Docker client gets "no such file", and a CRI client gets a protocol error.\n\n## Instead\n\nGive the program the socket of the runtime in its own setting for CRI, and delete this one. OpenTelemetry: `kubeletstats`. Metricbeat: the `kubernetes` module. Telegraf: `inputs.kubernetes`.\n\n## When it is fine\n\n- `tcp://localhost:2376` with a `docker:dind` sidecar: the engine is in the pod.\n- The same list also names CRI sockets: the program tries one after the other, and the finding is a notice.\n- CI jobs and scripts of developers.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/\n',"docker-host-path":"# docker-host-path\n\nA path of the node belongs to Docker Engine or dockershim.\n\n## What it finds\n\n`hostPath` volumes, settings and script arguments under `/var/lib/docker`, `/run/docker`, `/etc/docker` (as a mount), the `docker` program of the node, `/var/lib/dockershim`, and `C:\\ProgramData\\docker`.\n\n## Why\n\nWithout Docker Engine nobody fills these paths. The json-file logs of `/var/lib/docker/containers` are files under `/var/log/pods` since containers come from a CRI runtime, which is every node from Kubernetes 1.24 on. With `type: Directory` or `type: File` the pod does not even start. Engine 29 leaves `overlay2` empty too: fresh installs use the containerd image store.\n\n## Instead\n\nMount `/var/log` for logs, `/var/lib/containerd` (CRI-O: `/var/lib/containers/storage`) for images, and take programs from the image. Rotate logs with `containerLogMaxSize` and `containerLogMaxFiles` of the kubelet.\n\n## When it is fine\n\n- A log agent that reads `/var/log`, parses the CRI format, and mounts the directory as well: a notice.\n- `emptyDir` volumes for an engine inside the pod, and `config.json` files of clients.\n- Patterns that leave the path out (`--collector.filesystem.mount-points-exclude`): a notice, as the new directories are missing from them.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://docs.docker.com/engine/storage/containerd/\n","docker-cli-command":"# docker-cli-command\n\nA docker command looks at or changes containers of the node.\n\n## What it finds\n\n`docker ps`, `logs`, `exec`, `rm`, `system prune` and the like in scripts of nodes, in units and cron tables, in commands, probes and hooks of pods, and behind `sudo`, `nsenter`, `chroot`, `ssh` and `sh -c`.\n\n## Why\n\nFrom Kubernetes 1.24 on the kubelet’s containers belong to containerd or CRI-O. Without Docker Engine the command is not found; with it, the list is empty, as Docker’s containers live in another namespace.\n\n## Instead\n\n`crictl` takes most of the commands: `docker ps` → `crictl ps`, `docker logs ID` → `crictl logs ID`. It has no `--format` and no `--filter`, and other columns, so look at whatever reads the output. Often `kubectl` is the better answer. There is no counterpart for `docker cp`, `commit`, `network` and `volume`.\n\n## When it is fine\n\n- Builds in CI and on laptops (`docker build`, `push`, `compose`): silent.\n- A command behind `if command -v docker` or a test of the runtime: it is skipped, and the finding is a notice.\n- Pods that run an engine of their own.\n\n## Sources\n\n- https://kubernetes.io/docs/reference/tools/map-crictl-dockercli/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n","docker-service-unit":`# docker-service-unit

A command, unit or log filter depends on the docker service.

## What it finds

\`systemctl\`, \`service\` and Windows service commands on \`docker\`; \`Requires=\`, \`After=\` and the like in unit files; journal filters of log agents; \`pkill dockerd\`; units that start \`dockerd\`.

## Why

Nodes with containerd or CRI-O have no \`docker.service\`; from Kubernetes 1.24 on nothing else makes one necessary. A unit that requires it never starts, a command fails, a journal filter collects nothing. A kubelet that requires it is an error.

## Instead

\`containerd.service\` or \`crio.service\`. Running pods survive a restart of either.

## When it is fine

- \`After=\` and \`Wants=\` only order: a notice.
- Stopping, disabling or asking for the state of the unit, and commands behind a test: a notice.
- CI, and pods with an engine of their own.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`,"docker-engine-package":`# docker-engine-package

Docker Engine is installed on a Kubernetes node.

## What it finds

Installs of \`docker-ce\`, \`docker.io\`, \`moby-engine\`, \`nvidia-docker2\` and the like, and of get.docker.com, in scripts, cloud-init, Ansible and images that also set up Kubernetes or are known to run on nodes.

## Why

Since Kubernetes 1.24 the kubelet does not use Docker Engine. It takes space, and \`containerd.io\` from Docker’s repository brings \`/etc/containerd/config.toml\` with the CRI plugin disabled, a common reason for "unknown service runtime.v1.RuntimeService".

## Instead

Install \`containerd\` (or \`containerd.io\` with a configuration of your own: CRI enabled, \`SystemdCgroup = true\`). For GPUs: \`nvidia-container-toolkit\` and \`nvidia-ctk runtime configure\`.

## When it is fine

- CI images and machines of developers.
- Nodes that keep Docker Engine with cri-dockerd.
- Removing the package, adding its repository, or \`docker-compose\`.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/change-runtime-containerd/
- https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html
`,"docker-daemon-config":"# docker-daemon-config\n\nA setting of dockerd that no other runtime reads.\n\n## What it finds\n\n`daemon.json` and scripts that write it, drop-ins of `docker.service`, `/etc/default/docker` and its variables, and flags of `dockerd`. A here-document is one finding that lists each key with its counterpart; a file has one finding for each key.\n\n## Why\n\nNodes without Docker Engine, which is all of them from Kubernetes 1.24 on unless they run cri-dockerd, ignore these settings in silence: mirrors are not used, logs grow without limit, the cgroup driver differs. Where pulls or GPU pods fail without the setting (`registry-mirrors`, `insecure-registries`, `default-runtime`, proxies) it is an error.\n\n## Instead\n\n| daemon.json | containerd | CRI-O | kubelet |\n|---|---|---|---|\n| `registry-mirrors`, `insecure-registries` | `/etc/containerd/certs.d/<host>/hosts.toml` | `/etc/containers/registries.conf.d/` | |\n| `exec-opts` cgroup driver | `SystemdCgroup = true` | default | `cgroupDriver: systemd` |\n| `log-opts` | | | `containerLogMaxSize`, `containerLogMaxFiles` |\n| `data-root` | `root` | `[crio] root` | |\n| proxies | `containerd.service.d/http-proxy.conf` | `crio.service.d/http-proxy.conf` | |\n\n## When it is fine\n\n- The daemon.json of a `docker:dind` sidecar.\n- Keys that only concern Docker Engine itself (`bip`, `live-restore`, `debug`): a notice on nodes.\n- Nodes that keep Docker Engine with cri-dockerd.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://github.com/containerd/containerd/blob/main/docs/hosts.md\n- https://docs.docker.com/reference/cli/dockerd/\n","kubelet-dockershim-flag":'# kubelet-dockershim-flag\n\nA flag that the kubelet lost together with dockershim.\n\n## What it finds\n\n`--network-plugin`, `--cni-conf-dir`, `--cni-bin-dir`, `--docker-endpoint`, `--image-pull-progress-deadline`, `--non-masquerade-cidr` and the others of their kind, on command lines, in environment files, in maps of extra arguments, and as kOps fields. Also `--runtime-cgroups` that names `docker.service`.\n\n## Why\n\nKubernetes 1.24 removed the flags together with dockershim. The kubelet exits with "unknown flag". This holds for every runtime, also for Docker Engine behind cri-dockerd. For older versions the finding is a warning.\n\n## Instead\n\nDelete flags whose value is the default of the runtime (`--network-plugin=cni`, `--cni-conf-dir=/etc/cni/net.d`, `--cni-bin-dir=/opt/cni/bin`). Other values move to containerd (`[cni] conf_dir`, `bin_dirs`), CRI-O (`[crio.network]`), the CNI configuration, or to cri-dockerd, which takes flags of the same names.\n\n## When it is fine\n\nThe same names on other programs: `cri-dockerd`, `minikube`, `az aks create`.\n\n## Sources\n\n- https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md\n- https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/\n',"kubelet-container-runtime-flag":`# kubelet-container-runtime-flag

The kubelet is given --container-runtime or --pod-infra-container-image.

## What it finds

The two flags on command lines, in environment files and in maps of extra arguments, when they go to the kubelet.

## Why

\`--container-runtime\` was removed in Kubernetes 1.27; its value \`docker\` fails since 1.24. \`--pod-infra-container-image\` was removed in 1.35. The kubelet does not start with a flag that it does not know. Below those versions the finding is a warning.

## Instead

Keep only \`--container-runtime-endpoint\` (or \`containerRuntimeEndpoint\` in KubeletConfiguration). Set the pause image in the runtime: \`sandbox_image\` or \`pinned_images.sandbox\` (containerd), \`pause_image\` (CRI-O).

## When it is fine

\`minikube start --container-runtime=containerd\`, \`cri-dockerd --pod-infra-container-image\`, and \`--container-runtime-endpoint\` itself.

## Sources

- https://kubernetes.io/blog/2023/03/17/upcoming-changes-in-kubernetes-v1-27/
- https://github.com/kubernetes/kubernetes/pull/133779
`,"dockershim-socket":`# dockershim-socket

Something points at the socket of dockershim.

## What it finds

\`/var/run/dockershim.sock\`, \`npipe:////./pipe/dockershim\` and \`tcp://localhost:3735\` in kubeadm, kubelet and crictl configuration, in flags and variables, and as \`hostPath\`. Also \`docker.sock\` where a CRI endpoint is asked for.

## Why

Kubernetes 1.24 removed dockershim, and its socket with it. cri-dockerd listens on another one, so this breaks with every runtime.

## Instead

\`unix:///run/containerd/containerd.sock\`, \`unix:///run/crio/crio.sock\`, or \`unix:///run/cri-dockerd.sock\`. On Windows \`npipe:////./pipe/containerd-containerd\`.

## When it is fine

Bottlerocket and old EKS images link \`/run/dockershim.sock\` to containerd’s socket. A \`hostPath\` is therefore a warning, not an error.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrate-dockershim-dockerd/
- https://github.com/bottlerocket-os/bottlerocket/issues/3703
`,"provisioner-docker-runtime":`# provisioner-docker-runtime

A tool that makes clusters is told to use Docker as the runtime.

## What it finds

The settings and options with which kOps, eksctl, Karpenter, GKE, Gardener, KubeOne, kubespray, RKE, k3s, minikube and others choose Docker.

## Why

From Kubernetes 1.24 on most tools refuse the setting (an error, also when nodes keep Docker Engine elsewhere). Others make nodes with Docker Engine behind cri-dockerd (a warning; a notice when that is the target).

## Instead

Set the value for containerd, or delete the setting where containerd is the default. Changing it makes new nodes.

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

## When it is fine

The field \`seccompProfile\`. The annotations with another value are a notice.

## Sources

- https://kubernetes.io/docs/tutorials/security/seccomp/
`,"docker-log-format":"# docker-log-format\n\nA log shipper only reads the log format of Docker.\n\n## What it finds\n\nParsers for the json-file format of Docker on container logs: fluentd `@type json`, Fluent Bit `Parser docker` and `Docker_Mode`, Filebeat `type: docker`, Promtail `docker: {}`, Vector `docker_logs`, OpenTelemetry `format: docker`, and the image `fluent/fluentd-kubernetes-daemonset` without `FLUENT_CONTAINER_TAIL_PARSER_TYPE`.\n\n## Why\n\ncontainerd and CRI-O write lines of the form `time stream flags message`. From Kubernetes 1.24 on nodes without Docker Engine only have that form. The shipper keeps running, but every record is one unparsed text, or is dropped, and long lines stay cut.\n\n## Instead\n\n- Fluent Bit: `multiline.parser docker, cri`. The `cri` parser alone writes the field `message`, the `docker` parser `log`, so filters may need a change.\n- fluentd: `@type cri`, or `multi_format` with both.\n- Filebeat: `filestream` with the `container` parser (`type: container` is itself off in 9.0).\n- Promtail: `cri: {}`. Vector: `kubernetes_logs`. OpenTelemetry: the `container` operator without `format`.\n\n## When it is fine\n\nParsers that read both, parsers of other files, and the definition of a parser that nobody uses.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://github.com/fluent/fluentd-kubernetes-daemonset#use-cri-parser-for-containerdcri-o-logs\n- https://docs.fluentbit.io/manual/pipeline/inputs/tail#multiline-core\n- https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-container\n","docker-metrics-query":`# docker-metrics-query

A query uses metrics or labels that only Docker fills.

## What it finds

\`kubelet_docker_*\`, \`engine_daemon_*\` and other metrics of Docker, and cAdvisor labels such as \`name=~"k8s_.*"\`, in rules, alerts and dashboards.

## Why

Kubernetes 1.24 removed dockershim, and the series that it fed. Alerts fall silent, panels show no data, and \`absent(…)\` fires forever. The kubelet’s own metrics are gone with every runtime, also with cri-dockerd.

## Instead

\`kubelet_runtime_operations_*\`, \`container!=""\`, \`id=~"/kubepods.*"\`. Values differ, so look at thresholds again.

## When it is fine

Patterns that leave Docker’s mounts out, and images from docker.io. Dashboards are a notice.

## Sources

- https://kubernetes.io/docs/reference/instrumentation/metrics/
`,"docker-container-id-prefix":"# docker-container-id-prefix\n\nCode that reads container ids only knows docker://.\n\n## What it finds\n\nCommands that strip or match `docker://` or `docker-pullable://` in container ids, cgroup paths with `/docker/` or `docker-<id>.scope`, and queries that select `container_runtime_version` by it.\n\n## Why\n\nWithout Docker Engine, which is every node from Kubernetes 1.24 on unless it runs cri-dockerd, ids read `containerd://…` or `cri-o://…`, and cgroups `cri-containerd-<id>.scope` or `crio-<id>.scope`. The pattern matches nothing, or is left in the result.\n\n## Instead\n\nStrip any scheme: `sed -E 's#^[a-z0-9-]+://##'`. Match every scope: `(docker|cri-containerd|crio)-([0-9a-f]{64})\\.scope`.\n\n## When it is fine\n\n`docker://` as the transport of skopeo and buildah, GitHub’s `uses: docker://…`, and patterns that list several runtimes (a notice).\n\n## Sources\n\n- https://kubernetes.io/blog/2022/02/17/dockershim-faq/\n","docker-env-detection":`# docker-env-detection

A script looks for traces of Docker to learn that it runs in a container.

## What it finds

Tests for \`/.dockerenv\` and \`/.dockerinit\`, and searches for \`docker\` in \`/proc/1/cgroup\`.

## Why

Only Docker Engine writes \`/.dockerenv\`. Containers of pods come from containerd or CRI-O from Kubernetes 1.24 on, so the answer is wrong. With cgroup v2 the cgroup file reads \`0::/…\` with every runtime, and Kubernetes 1.35 refuses cgroup v1 by default.

## Instead

\`[ -n "$KUBERNETES_SERVICE_HOST" ]\`, or a variable of your own in the image or the pod.

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

## When it is fine

Images with an engine of their own (\`docker:dind\`), and tools with a mode for Kubernetes (a notice).

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
- https://github.com/kubernetes/node-problem-detector/tree/master/config
`,"node-local-image-build":"# node-local-image-build\n\nDocker puts an image on a node, where the kubelet does not see it.\n\n## What it finds\n\n`docker pull`, `load` and `import` in scripts of nodes; `minikube docker-env`; and `imagePullPolicy: Never` for an image that a `docker build` of the repository makes.\n\n## Why\n\nDocker keeps images in its own store. The kubelet of Kubernetes 1.24 and later asks containerd or CRI-O, which do not see them: pods end in ErrImageNeverPull or ImagePullBackOff.\n\n## Instead\n\nPush to a registry and pull. To load a file on a node: `ctr -n k8s.io images import FILE`. To pull ahead: `crictl pull`. minikube: `minikube image build` or `minikube image load`.\n\n## When it is fine\n\nA registry between build and node; `kind load docker-image` and `k3d image import`, which import into the node’s containerd.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://minikube.sigs.k8s.io/docs/handbook/pushing/\n","node-registry-credentials":`# node-registry-credentials

A node keeps registry credentials the way Docker does.

## What it finds

\`docker login\` and writes to \`/root/.docker/config.json\` on nodes (a notice), and credential helpers there: \`credHelpers\`, \`credsStore\`, \`amazon-ecr-credential-helper\` (a warning).

## Why

The kubelet reads \`/root/.docker/config.json\` with every runtime, so a login can go on working; nothing refreshes it. It ignores helpers: only Docker ran them, and the kubelet has not pulled through Docker since Kubernetes 1.24.

## Instead

A kubelet image credential provider (\`--image-credential-provider-config\`, \`ecr-credential-provider\`; stable since 1.26), or \`imagePullSecrets\`.

## When it is fine

Secrets of type \`kubernetes.io/dockerconfigjson\`, config files of Kaniko and BuildKit in pods, \`docker login\` in CI.

## Sources

- https://kubernetes.io/docs/concepts/containers/images/
- https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/
`,"containerd-legacy-config":'# containerd-legacy-config\n\nConfiguration of containerd 1.x that newer versions refuse.\n\n## What it finds\n\nIn `config.toml` of containerd, and in scripts that write it: `registry.mirrors`, `registry.configs`, `registry.auths`; `mirrors` next to `config_path`; keys that containerd 2.0 removed (`systemd_cgroup`, runtime v1, `aufs` …); a disabled CRI plugin; `SystemdCgroup = false`; files of version 1.\n\n## Why\n\nIt is the second half of the move away from Docker. `mirrors` with `config_path` stops the CRI plugin. `registry.configs.*.tls` and others are gone since containerd 2.0. `mirrors`, `configs.*.auth` and `auths` are deprecated and still read; their removal is announced for 2.4. For Kubernetes 1.36 and later containerd lists 2.2 and later only.\n\n## Instead\n\n`config_path = "/etc/containerd/certs.d"` and one `hosts.toml` for each registry; `SystemdCgroup = true` under the options of runc.\n\n## When it is fine\n\n`hosts.toml` files, and `config_path` alone.\n\n## Sources\n\n- https://github.com/containerd/containerd/blob/main/RELEASES.md\n- https://github.com/containerd/containerd/blob/main/docs/cri/registry.md\n',"docker-bridge-network":`# docker-bridge-network

Something relies on the bridge docker0 or its addresses.

## What it finds

\`docker0\`, \`172.17.0.1\` and \`172.17.0.0/16\` as interface, gateway or range in scripts of nodes, variables of pods, and settings.

## Why

dockerd makes the bridge. Nodes without Docker Engine, which is the rule from Kubernetes 1.24 on, have the bridge of their CNI plugin (\`cni0\`, \`cilium_host\`) or none. dockerd also set \`net.ipv4.ip_forward=1\`, which the node must now do itself.

## Instead

The address of the node (\`status.hostIP\` in a pod), the interface of the CNI plugin, or better none. Add \`net.ipv4.ip_forward = 1\` to \`/etc/sysctl.d\`.

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

## When it is fine

It is fine as long as you mean it. Comments are never findings.

## Sources

- https://mirantis.github.io/cri-dockerd/usage/using-with-kubernetes/
`};var Lr={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function L(e,n){return{paint:(t,r)=>e&&r!==""?`\x1B[${Lr[t]}m${r}\x1B[0m`:r,link:(t,r)=>n&&/^https:\/\/[!-~]+$/.test(r)?`\x1B]8;;${r}\x1B\\${t}\x1B]8;;\x1B\\`:t}}var Wr=/\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*$/;function Ln(e,n){let t=L(n.color,!1),r=Math.min(n.width,100),o=[],i="";for(let s of e.trimEnd().split(`
`)){let a=/^(`{3,})(.*)$/.exec(s);if(i!=="")s===i?i="":o.push(Mr(s,t));else if(a){i=a[1]??"";let c=/(?:^|\s)path=(\S+)/.exec(a[2]??"")?.[1];c!==void 0&&o.push(`  ${t.paint("dim",c)}`)}else o.push(...Dr(s,r,t))}return`${o.join(`
`)}
`}function Mr(e,n){let t=Wr.exec(e);if(!t)return`    ${e}`;let r=t[1]??"found",o=r==="error"||r==="warning"||r==="notice"?r:"strong";return`  ${n.paint(o,">")} ${e.slice(0,t.index)}  ${n.paint(o,`← ${r}`)}`}function Dr(e,n,t){let r=/^#+ (.*)$/.exec(e);if(r)return[t.paint("strong",r[1]??"")];if(e.startsWith("|"))return An([Cn(e)],t);let o=/^\s*(?:[-*] |\d+\. )?/.exec(e)?.[0]??"",i=ce(Cn(e.slice(o.length)),Math.max(30,n-o.length)),s=" ".repeat(o.length);return An(i,t).map((a,c)=>`${c===0?o:s}${a}`.trimEnd())}function Cn(e){return e.replace(/\[([^\]]*)\]\(([^)]*)\)/g,(n,t,r)=>t===r?r:`${t} (${r})`)}function An(e,n){if(n.paint("code","x")==="x")return e;let t=!1;return e.map(r=>r.split("`").map((o,i)=>(i>0&&(t=!t),t?n.paint("code",o):o)).join(""))}var Pr={error:"error",warning:"warning",notice:"info"};function Wn(e,{pathOf:n}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...de(y(e)).map(([r,o])=>[`  <file name="${I(n(r))}">`,...o.map(_r),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function _r(e){let{line:n,column:t}=f(e.span.source,e.span.start),r=`${e.message} Instead: ${e.instead}`;return`    <error line="${n}" column="${t}" severity="${Pr[e.severity]}" message="${I(r)}" source="dockershim-lint.${e.rule}"/>`}function de(e){return[...nn(e,n=>n.span.source.path)]}function Mn(e,n){let t=L(n.color,n.hyperlinks);return`${[...y(e).map(o=>`${Pn(o,n)}: ${t.paint(o.severity,o.severity)}: ${g(o.message)} [${t.link(o.rule,o.help)}]`),..._n(e,n),...Bn(e)].join(`
`)}
`}function Dn(e,n){return`${[...y(e).map(r=>{let o=`${ne(r.placement.place)}, ${S(r.activation,n.pathOf)}`,i=[r.message,`why: ${r.because}`,`instead: ${r.instead}`,`where: ${o}`];return`${Pn(r,n)} ${r.severity} ${r.rule} (${r.confidence}) ${i.map(g).join(" | ")}`}),..._n(e,n),...Bn(e)].join(`
`)}
`}function Pn(e,{pathOf:n}){let{line:t,column:r}=f(e.span.source,e.span.start);return`${g(n(e.span.source.path))}:${t}:${r}`}function _n(e,{pathOf:n}){let{notes:t,coverage:r}=e.result;return[...t,...r.partly,...r.notUnderstood].map(o=>{let{line:i,column:s}=o.span?f(o.span.source,o.span.start):{line:1,column:1};return`${g(n(o.path))}:${i}:${s}: note: ${g(o.message)} [${o.code}]`})}function Bn(e){return[$(e.result.coverage),g(e.verdict.sentence)]}var Br={error:"critical",warning:"major",notice:"info"};function jn(e,{pathOf:n}){let t=y(e).map(r=>({description:g(`${r.message} Instead: ${r.instead}`),check_name:r.rule,fingerprint:r.fingerprint,severity:Br[r.severity],location:{path:n(r.span.source.path),lines:{begin:f(r.span.source,r.span.start).line,end:f(r.span.source,r.span.end).line}}}));return`${H(t,2)}
`}var Kn=4;function X(e,n,t,r,o){let i=n.flatMap(l=>jr(e,l)),s=[...new Set(i.map(l=>l.line))].sort((l,p)=>l-p),a=[],c;for(let l of s){c!==void 0&&l>c+1&&a.push(o.paint("dim",`${" ".repeat(t)} ⋮`)),c=l;let p=i.filter(d=>d.line===l);a.push(...Kr(e,l,p,t,Math.max(20,r-t-3),o))}return a}function jr(e,n){let t=f(e,n.span.start),r=f(e,Math.max(n.span.start,n.span.end-1)),{role:o,caret:i,label:s}=n,a=t.offset-Ue(e,t.line);if(r.line===t.line){let u=Math.max(a+1,n.span.end-Ue(e,t.line));return[{line:t.line,from:a,to:u,label:s,role:o,caret:i}]}let c=le(e,r.line),l=c.length-c.trimStart().length,p=Math.max(a+1,le(e,t.line).length),d=Math.max(l+1,n.span.end-Ue(e,r.line));return[{line:t.line,from:a,to:p,label:"",role:o,caret:i},{line:r.line,from:l,to:Math.min(d,Math.max(l+1,c.length)),label:s,role:o,caret:i}]}function Ue(e,n){return e.lineStarts[n-1]??0}function Kr(e,n,t,r,o,i){let s=t.reduce((d,u)=>u.from<d.from?u:d,t[0]),a=Vr(le(e,n),s,o),c=`${" ".repeat(r)} ${i.paint("dim","│")} `,l=`${i.paint("dim",`${String(n).padStart(r)} │`)} ${a.shown}`,p=t.map(d=>{let u=a.columnOf(d.from),m=Math.max(1,a.columnOf(d.to)-u),w=d.label===""?"":` ${d.label}`;return`${c}${" ".repeat(u)}${i.paint(d.role,d.caret.repeat(m)+w)}`});return[l.trimEnd(),...p]}var Ur=600,Gr=4e3;function Vr(e,n,t){let r=[],o=zr(e,n.from-Ur),i=o>0?t:0,s=o;for(let h of e.slice(o,o+Gr)){if(!(s===0&&h==="\uFEFF")){let Z=h==="	"?" ".repeat(Kn-i%Kn):g(h);r.push({at:s,shown:Z,column:i}),i+=Z===h?je(h):ae(Z)}s+=h.length}let a=i,c=h=>r.find(Z=>Z.at>=h)?.column??a;if(a<=t)return{shown:r.map(h=>h.shown).join(""),columnOf:c};let l=c(n.from),p=Math.min(c(n.to)-l,t-2),d=l+p+2<=t?0:Math.max(0,l-Math.floor((t-p)/3)),u=d+t-(d>0?1:0)-1,m=r.filter(h=>h.column>=d&&h.column+ae(h.shown)<=u),w=d>0?1-(m[0]?.column??0):0,D=u<a,V=(m.at(-1)?.column??0)+ae(m.at(-1)?.shown??"")+w;return{shown:`${d>0?"…":""}${m.map(h=>h.shown).join("")}${D?"…":""}`,columnOf:h=>Math.min(Math.max(0,c(h)+w),V)}}function zr(e,n){if(n<=0)return 0;let t=e.charCodeAt(n);return t>=56320&&t<=57343?n+1:n}var Hr=`
:root{color-scheme:light dark;--edge:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:4px;margin:.5rem 0}
.counts span{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:.2rem .7rem;margin-right:.5rem}
article{border:1px solid var(--edge);border-left-width:5px;border-radius:4px;padding:.6rem 1rem;margin:.7rem 0;overflow-wrap:anywhere}
article.error{border-left-color:#d1242f}article.warning{border-left-color:#bf8700}article.notice{border-left-color:#0969da}
article p{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0}dt{opacity:.7}dd{margin:0}
`;function Un(e,n){let t=y(e),r=re(t);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim check</title><style>${Hr}</style></head><body>`,"<h1>Dockershim check</h1>",`<p>${C(e.verdict.sentence)}</p>`,`<p class="counts">${v.map(o=>`<span>${r[o]} ${o}</span>`).join("")}</p>`,`<p>${C($(e.result.coverage))}; target ${e.target.runtime}, Kubernetes 1.${e.target.minor}</p>`,...de(t).flatMap(([o,i])=>[`<h2><code>${C(n.pathOf(o))}</code></h2>`,...i.map(s=>qr(s,n))]),...Yr(e,n),`<footer><p>${Q} ${C(e.version)}</p></footer></body></html>`].join(`
`)}
`}function qr(e,{pathOf:n}){let{line:t,column:r}=f(e.span.source,e.span.start),o=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,n)}`],["confidence",e.confidence]];return[`<article class="${e.severity}">`,`<p><strong>${e.severity}</strong> <a href="${C(e.help)}">${e.rule}</a> at ${t}:${r}</p>`,`<p>${C(e.message)}</p>`,`<pre>${ue(Jr(e,n))}</pre>`,`<dl>${o.map(([i,s])=>`<dt>${i}</dt><dd>${C(s)}</dd>`).join("")}</dl>`,"</article>"].join(`
`)}function Jr(e,n){let t=L(!1,!1),r=e.related.slice(0,10).map(i=>({span:i.span,message:F(i)}));return[{span:e.span,message:""},...r].flatMap(({span:i,message:s},a)=>{let c=String(f(i.source,i.end).line).length,l={span:i,label:s,role:"related",caret:a===0?"^":"-"};return[...a===0?[]:[`${n(i.source.path)}:${f(i.source,i.start).line}`],...X(i.source,[l],c,120,t)]}).join(`
`)}function Yr({result:e},{pathOf:n}){return[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]].flatMap(([r,o])=>{if(o.length===0)return[];let i=o.map(s=>{let a=A(s),c=`${n(s.path)}${a===void 0?"":`:${a}`}`;return`<li><code>${C(c)}</code> ${C(s.message)}</li>`});return[`<h2>${r}</h2>`,`<ul>${i.join(`
`)}</ul>`]})}function Gn(e,{pathOf:n}){let t=y(e),r=de(t).map(([s,a])=>Xr(e,n(s),a)),o=t.filter(s=>Ge(e,s)).length,i=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${I($(e.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,t.length)}" failures="${o}">`,...r.length===0?[i]:r,"</testsuites>"].join(`
`)}
`}function Ge(e,n){return Ce(n,e.failOn,e.minConfidence)}function Xr(e,n,t){let r=t.filter(o=>Ge(e,o)).length;return[`  <testsuite name="${I(n)}" tests="${t.length}" failures="${r}">`,...t.map(o=>Zr(e,n,o)),"  </testsuite>"].join(`
`)}function Zr(e,n,t){let{line:r,column:o}=f(t.span.source,t.span.start),i=`    <testcase name="${I(`${t.rule} ${r}:${o}`)}" classname="${I(n)}" file="${I(n)}" line="${r}">`,s=ue([`${n}:${r}:${o}`,`why: ${t.because}`,`instead: ${t.instead}`,`where: ${O(t)}`,t.help].join(`
`)),a=Ge(e,t)?`<failure type="${t.severity}" message="${I(t.message)}">${s}</failure>`:`<system-out>${t.severity}: ${I(t.message)}
${s}</system-out>`;return`${i}${a}</testcase>`}var Vn=e=>{let n=0;for(let t=0;t<e.length;t++){let r=e.charCodeAt(t);r<128?n+=1:r<2048?n+=2:r>=55296&&r<56320&&t+1<e.length?(n+=4,t++):n+=3}return n};function Ve(e,n){let t=e.filter(r=>r.items.length>0);for(let[r,o]of n.levels.entries()){let i=Qr(t,o,n);if(i!==void 0)return eo(t,o,n.levels[r-1],n,i)}return no(t,n)}function Qr(e,n,{limit:t,measure:r}){let o=0;for(let i of e){o+=r(i.open)+r(i.close);for(let s of i.items){if(o>t)return;o+=r(n(s))}}return o<=t?o:void 0}function eo(e,n,t,{limit:r,measure:o},i){let s=r-i,a=t,c=[];for(let l of e){c.push(l.open);for(let p of l.items){let d=n(p),u=a?.(p),m=u===void 0?0:o(u)-o(d);m>s?a=void 0:s-=m,c.push(u===void 0||a===void 0?d:u)}c.push(l.close)}return c.join("")}function no(e,n){let{measure:t,more:r,levels:o}=n,i=o.at(-1)??(()=>""),s=t(r(9999999)),a=e.map(u=>t(u.open)+t(u.close)+s),c=to(a,n.limit,s),l=n.limit-s-a.slice(0,c).reduce((u,m)=>u+m,0),p=[];for(let u of e.slice(0,c)){let m=[];for(let D of u.items){let V=i(D),h=t(V);if(h>l)break;l-=h,m.push(V)}let w=u.items.length-m.length;p.push(u.open,...m,w>0?r(w):"",u.close)}let d=e.slice(c).reduce((u,m)=>u+m.items.length,0);return d>0&&s<=n.limit&&p.push(r(d)),p.join("")}function to(e,n,t){let r=t,o=0;for(let i of e){if(r+=i,r>n)break;o++}return o}var ro={limit:1e3*1024,measure:Vn},oo={error:"🔴",warning:"🟡",notice:"🔵"},be=1e3,io=110;function zn(e,n,{limit:t,measure:r}=ro){let o=so(e),i=t-r(o)-10,s=Ve(po(e,n),{limit:Math.floor(i/4),measure:r,levels:[c=>`- ${c}
`],more:Hn}),a=Ve(ao(y(e)),co(i-r(s),r,n));return`${[o,a,s].filter(c=>c!=="").join(`
`).trimEnd()}
`}function so(e){let{verdict:n,result:t,target:r}=e;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",q(n.sentence),"",`Target: ${r.runtime}, Kubernetes 1.${r.minor}. ${mo($(t.coverage))}.`,""].join(`
`)}function ao(e){let n=new Map;for(let o of e){let i=n.get(o.rule);i?i.push(o):n.set(o.rule,[o])}let t=o=>o.reduce((i,s)=>Math.min(i,v.indexOf(s.severity)),9);return[...n.values()].map(o=>({list:o,rank:t(o)})).sort((o,i)=>o.rank-i.rank).map(({list:o},i)=>{let s=o[0],a=i===0&&o.length<=20?" open":"",c=`<b>${s?.rule}</b>: ${x(o.length,"finding")} (${te(o)})`;return{items:o,open:`<details${a}><summary>${c}</summary>

[About this rule](${s?.help})

`,close:`
</details>

`}})}function co(e,n,t){return{limit:e,measure:n,levels:[r=>lo(r,t),r=>qn(r,t),r=>Jn(r,t)],more:Hn}}function Hn(e){return`
- …and ${e} more, left out because the report would be too long
`}function lo(e,n){let t=L(!1,!1),r=e.related.slice(0,5).map(s=>({span:s.span,message:F(s)})),i=[{span:e.span,message:""},...r].map(({span:s,message:a},c)=>{let l={span:s,label:a,role:"related",caret:c===0?"^":"-"},p=String(f(s.source,s.end).line).length;return[...c===0?[]:[uo(s.source.path,f(s.source,s.start).line,n)],...X(s.source,[l],p,io,t)].join(`
`)});return`${qn(e,n)}
${on(i.join(`
`))}
`}function uo(e,n,{pathOf:t}){return`${t(e)}:${n}`}function qn(e,n){let t=`${O(e)}; ${S(e.activation,n.pathOf)}; confidence ${e.confidence}`,r=(o,i)=>`  <br>*${o}:* ${q(N(i,be))}
`;return[Jn(e,n),r("why",e.because),r("instead",e.instead),r("where",t)].join("")}function Jn(e,n){return`- ${oo[e.severity]} ${Yn(e,n)} ${q(N(e.message,be))}
`}function Yn(e,{pathOf:n,linkOf:t}){let{source:r,start:o,end:i}=e.span,s=f(r,o),a=pe(`${N(n(r.path),300)}:${s.line}:${s.column}`),c=t?.(n(r.path),s.line,f(r,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${a}](${c})`:a}function po({result:e},n){let{coverage:t,notes:r,suppressed:o}=e,i=a=>{let c=A(a),l=`${N(n.pathOf(a.path),300)}${c===void 0?"":`:${c}`}`;return`${pe(l)} ${q(N(a.message,be))}`},s=({finding:a,reason:c,by:l})=>`${Yn(a,n)} ${pe(a.rule)}, by ${l}: ${q(N(c,be))}`;return[ke("Not understood",t.notUnderstood.map(i)),ke("Only partly understood",t.partly.map(i)),ke("Notes",r.map(i)),ke("Suppressed",o.map(s))]}function ke(e,n){return{items:n,open:`<details><summary>${e}: ${n.length}</summary>

`,close:`
</details>

`}}function mo(e){return e.charAt(0).toUpperCase()+e.slice(1)}var ze=5e3,Xn=100,fo=1e3,ho=2e3,Zn=500,go={error:"error",warning:"warning",notice:"note"},yo={high:"very-high",medium:"medium",low:"low"};function Qn(e,n){return`${H(ko(e,n),1)}
`}function ko(e,n){let t=$o(e.result.findings),r=e.result.findings.length-t.length,o=e.comparison?new Set(e.comparison.introduced):void 0;return{$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:bo(e)},automationDetails:{id:`${Q}/${n.category===void 0?"":`${n.category}/`}`},columnKind:"utf16CodeUnits",originalUriBaseIds:{SRCROOT:{description:{text:"The root of the repository."}}},invocations:[{executionSuccessful:!0,toolExecutionNotifications:So(e,n,r)}],results:t.map(i=>vo(i,n,o))}]}}function bo(e){return{name:Q,semanticVersion:e.version,informationUri:tn,rules:ve.map(({id:n,summary:t})=>({id:n,name:Eo(n),shortDescription:{text:G(t)},fullDescription:{text:G(t)},helpUri:we(n),help:{text:Ln(Ke[n],{color:!1,width:100}),markdown:`${Ke[n]}
[The page of this rule, with examples](${we(n)})
`},defaultConfiguration:{level:"warning"},properties:{tags:["kubernetes","dockershim","migration"]}}))}}function vo(e,n,t){let{pathOf:r}=n,o=e.related.slice(0,Xn),i=Ro(e,r),s=t===void 0?{}:{baselineState:t.has(e)?"new":"unchanged"};return{ruleId:e.rule,ruleIndex:ve.findIndex(a=>a.id===e.rule),level:go[e.severity],...s,message:{text:wo(e,r)},locations:[{physicalLocation:He(e.span,r)}],...o.length>0?{relatedLocations:o.map((a,c)=>({id:c+1,physicalLocation:He(a.span,r),message:{text:G(F(a))}}))}:{},...i?{codeFlows:[i]}:{},partialFingerprints:{"dockershimLint/v1":e.fingerprint},properties:{precision:yo[e.confidence],confidence:e.confidence,place:e.placement.place,activation:G(S(e.activation,r))}}}function wo(e,n){let t=`${O(e)}; ${S(e.activation,n)}`;return[e.message,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${t}`].map(G).join(`
`)}function Ro(e,n){let t=e.related.filter(({span:s})=>s.source.path!==e.span.source.path);if(t.length===0)return;let r=t.slice(0,Xn).map(s=>({span:s.span,message:F(s)})),o=[{span:e.span,message:e.message},...r];return{threadFlows:[{locations:(e.span.source.path.includes("/templates/")?o.toReversed():o).map(({span:s,message:a})=>({location:{physicalLocation:He(s,n),message:{text:G(a)}}}))}]}}function He(e,n){let t=f(e.source,e.start),r=f(e.source,e.end);return{artifactLocation:{uri:et(n(e.source.path)),uriBaseId:"SRCROOT"},region:{startLine:t.line,startColumn:t.column,endLine:r.line,endColumn:r.column,snippet:{text:N(xo(e),Zn).replace(new RegExp("\\p{Surrogate}","gu"),"�")}}}}function xo({source:e,start:n,end:t}){return e.text.slice(n,Math.min(t,n+Zn+1))}function et(e){return e.replace(new RegExp("\\p{Surrogate}","gu"),"�").split("/").map(n=>encodeURIComponent(n).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)).join("/")}function $o(e){if(e.length<=ze)return e;let n=v.flatMap(r=>e.filter(o=>o.severity===r)),t=new Set(n.slice(0,ze));return e.filter(r=>t.has(r))}function So(e,{pathOf:n},t){let{coverage:r,notes:o}=e.result,i=[{level:"note",message:{text:$(r)}},...t>0?[{level:"warning",message:{text:`${x(t,"finding")} left out: the report is limited to ${ze}.`}}]:[]],s=[...r.notUnderstood,...r.partly,...o].slice(0,fo);return[...i,...s.map(a=>Oo(a,n))]}function Oo(e,n){let t=A(e);return{level:e.coverage==="about"?"note":"warning",message:{text:G(e.message)},descriptor:{id:e.code},locations:[{physicalLocation:{artifactLocation:{uri:et(n(e.path)),uriBaseId:"SRCROOT"},...t===void 0?{}:{region:{startLine:t}}}}]}}function G(e){return N(g(e),ho).replaceAll("](","] (")}function Eo(e){return e.replace(/(?:^|-)([a-z])/g,(n,t)=>t.toUpperCase())}var Io=110,Je=8;function nt(e,n){let t=L(n.color,n.hyperlinks);return`${[...y(e).map(o=>To(o,n,t)),...Ao(e,n,t),Lo(e,t)].join(`

`)}
`}function To(e,n,t){let{pathOf:r}=n,o=`${t.paint(e.severity,e.severity)} ${t.link(t.paint("strong",e.rule),e.help)}`,i=ce(g(e.message),tt(n,0)),s=Co(e),c=No(e).flatMap(({source:d,marks:u},m)=>{let w=f(d,(u.find(h=>h.caret==="^")??u[0])?.span.start??0),D=`${g(r(d.path))}:${w.line}:${w.column}`,V=m===0?"-->":":::";return[`${" ".repeat(s)}${t.paint("dim",V)} ${D}`,...X(d,u,s,n.width,t)]}),l=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`]],p=e.related.length-Je;return[o,...i,...c,...p>0?[`${" ".repeat(s)} … and ${x(p,"more place")}`]:[],...l.flatMap(([d,u])=>Fo(d,u,s,n,t))].join(`
`)}function Fo(e,n,t,r,o){if(n==="")return[];let i=" ".repeat(t+1);return ce(g(n),tt(r,t+12)).map((a,c)=>c===0?`${i}${o.paint("dim","=")} ${o.paint("strong",e.padEnd(8))} ${a}`:`${i}${" ".repeat(11)}${a}`)}function tt(e,n){return Math.max(30,Math.min(e.width,Io)-n)}function No(e){let n={span:e.span,label:ne(e.placement.place),role:e.severity,caret:"^"},t=e.related.slice(0,Je).map(o=>({span:o.span,label:g(F(o)),role:"related",caret:"-"})),r=new Map;for(let o of[n,...t]){let{source:i}=o.span,s=r.get(i.path);s?s.marks.push(o):r.set(i.path,{source:i,marks:[o]})}return[...r.values()]}function Co(e){let n=[e.span,...e.related.slice(0,Je).map(t=>t.span)];return Math.max(...n.map(t=>String(f(t.source,t.end).line).length))}function Ao(e,n,t){let{coverage:r,notes:o}=e.result,i=[...o.map(s=>qe("note",s,n,t)),...r.partly.map(s=>qe("partly",s,n,t)),...r.notUnderstood.map(s=>qe("not understood",s,n,t))];return i.length>0?[i.join(`
`)]:[]}function qe(e,n,t,r){let o=A(n),i=`${g(t.pathOf(n.path))}${o===void 0?"":`:${o}`}`;return`${r.paint("dim",e)} ${i}: ${g(n.message)} ${r.paint("dim",`(${n.code})`)}`}function Lo(e,n){let{verdict:t,result:r}=e,o=t.conclusion==="success"?"success":t.conclusion==="failure"?"error":"warning";return`${$(r.coverage)}
${n.paint(o,g(t.sentence))}`}function Za(e,n,t){switch(e){case"text":return nt(n,t);case"compact":return Mn(n,t);case"agent":return Dn(n,t);case"json":return Nn(n);case"sarif":return Qn(n,t);case"github":return Fn(n,t);case"markdown":return zn(n,t);case"gitlab":return jn(n,t);case"checkstyle":return Wn(n,t);case"junit":return Gn(n,t);case"html":return Un(n,t)}}export{fe as a,M as b,Vo as c,ge as d,Ee as e,v as f,ee as g,pn as h,K as i,fn as j,Xo as k,ti as l,si as m,y as n,ci as o,x as p,oe as q,bi as r,wi as s,$i as t,Si as u,Oi as v,Ei as w,Ii as x,Ti as y,Bi as z,ji as A,wn as B,Ci as C,Ai as D,Li as E,Y as F,Gi as G,qi as H,Ji as I,ye as J,es as K,hr as L,as as M,Tn as N,Rr as O,Ir as P,ce as Q,Ke as R,Ln as S,Za as T};
