import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{a as qe,c as Je,d as Ye,m as ke,o as Xe,p as Ze,q as U,s as X,t as Qe,u as be,v as nt,x as en}from"./chunk-EO7AHNUE.js";import{a as k,b as g,d as V,e as F,f as ve,g as we,h as Re,i as N,j as I,k as de,l as le,n as nn,p as z}from"./chunk-HCA32SDD.js";import{e as et,g as b,h as L,r as f,s as ce}from"./chunk-EEH2WBNL.js";import{closeSync as lt,constants as xe,fstatSync as ut,openSync as pt,readdirSync as mt,readSync as ft,realpathSync as tn,statSync as ht}from"node:fs";import{resolve as gt,sep as P}from"node:path";import{gunzipSync as tt}from"node:zlib";var D=512;function pe(e,n){let t=i=>({files:[],notes:[{code:"archive",message:i,path:e,coverage:"not"}]}),r=Math.min(k.archiveBytes,Math.max(n.length*k.archiveRatio,k.archiveHarmlessBytes)),o;try{o=tt(n,{maxOutputLength:r})}catch(i){let s=i.code==="ERR_BUFFER_TOO_LARGE";return t(s?"unpacks to more than the limit; it was not read":"is no gzip archive")}return rt(e,o)}function rt(e,n){let t=[],r=[],o=a=>r.push({code:"archive",message:a,path:e,coverage:"partly"}),i,s=0;for(let a=0;a+D<=n.length;){let c=n.subarray(a,a+D);if(c.every(u=>u===0))break;if(++s>k.archiveEntries){o(`holds more than ${k.archiveEntries} entries; the rest was not read`);break}let l=at(c,124,12),m=n.subarray(a+D,a+D+l);if(!Number.isSafeInteger(l)||m.length<l){o("ends in the middle of a file");break}a+=D+Math.ceil(l/D)*D;let d=String.fromCharCode(c[156]??0);if(d==="L")i=ue(m);else if(d==="x")i=st(m)??i;else if(d==="0"||d==="\0"){let u=ot(i??it(c));i=void 0,u===void 0?o("holds a path that leads outside the chart; that file was not read"):l>k.archiveEntryBytes?o(`${u} is larger than ${k.archiveEntryBytes/1024/1024} MiB; it was not read`):m.subarray(0,8e3).includes(0)||t.push({path:`${e}/${u}`,text:m.toString("utf8")})}else i=void 0}return{files:t,notes:r}}function ot(e){let n=e.replaceAll("\\","/").split("/").filter(t=>t!==""&&t!==".");if(!(n.includes("..")||e.startsWith("/")||n.length<2))return n.slice(1).join("/")}function it(e){let n=e.toString("latin1",257,262)==="ustar"?ue(e.subarray(345,500)):"",t=ue(e.subarray(0,100));return n===""?t:`${n}/${t}`}function st(e){return/(?:^|\n)\d+ path=([^\n]*)\n/.exec(e.toString("utf8"))?.[1]}function at(e,n,t){return Number.parseInt(ue(e.subarray(n,n+t)).trim()||"0",8)}function ue(e){let n=e.indexOf(0);return e.toString("utf8",0,n<0?e.length:n)}var ct=new Set([".git",".hg",".svn","node_modules","vendor","third_party","bower_components",".venv","venv","__pycache__",".tox",".terraform",".next",".cache","testdata"]),dt=new Set("adoc asciidoc asm avi bin bmp bz2 c cc class cpp crt cs css csv d ts dart db deb diff dll dylib ear ejs eot erl ex exe exs fbx gif go gz h haml hbs hpp hs htm html ico iml ipynb jar java jks jpeg jpg js jsx kt kts less lib lock log lua m map md mdx mjs cjs mod mov mp3 mp4 mustache o odt otf out p12 patch pb pdf pem php pl pm png po pot proto psd pub py pyc pyi r rb rpm rs rst sass scala scss snap so sql sum svelte svg swift swp tar tif tiff tsx ttf tsv vue war wasm wav webm webp whl woff woff2 xls xlsx xml xsd xz yarn zip 7z".split(" "));function me(e){return ct.has(e)}function H(e){let n=qe(e).toLowerCase();if(/^(package-lock|npm-shrinkwrap|composer|tsconfig)\.json$|^go\.(mod|sum)$|^(license|licence|readme|changelog|notice|authors|owners)(\.[a-z]+)?$/.test(n))return!1;if(/^(dockerfile|containerfile|jenkinsfile)[.-]/.test(n))return!0;let t=n.lastIndexOf(".");return t<=0||!dt.has(n.slice(t+1))}function W(e){return/(^|\/)charts\/[^/]+\.tgz$/.test(e)}function Po(e,n,t=()=>!1){let r=tn(e),o={root:r,excluded:t,files:[],notes:[],seen:new Set};for(let s of n){let a=gt(r,s);if(!cn(r,a))throw new fe(s,"is outside the scanned root");let c=an(a);if(!c)throw new fe(s,"does not exist or cannot be read");c.isDirectory()?rn(o,a,0):$e(o,a,!0)}return{files:o.files.sort((s,a)=>s.path<a.path?-1:s.path>a.path?1:0),notes:o.notes}}var fe=class extends Error{constructor(n,t){super(`${n} ${t}`)}};function rn(e,n,t){if(t>k.folderDepth){T(e,n,"too-deep",`folders are nested more than ${k.folderDepth} deep; nothing below was read`);return}let r;try{r=mt(n,{withFileTypes:!0})}catch{T(e,n,"unreadable","the folder cannot be read");return}r.sort((o,i)=>o.name<i.name?-1:1);for(let o of r){if(e.files.length>=k.files){T(e,n,"too-many",`more than ${k.files} files; the rest was not read`);return}let i=n.endsWith(P)?n+o.name:n+P+o.name;e.excluded(Oe(e,i))||(o.isDirectory()?me(o.name)||rn(e,i,t+1):o.isSymbolicLink()?yt(e,i,t):o.isFile()?$e(e,i,!1):H(o.name)&&T(e,i,"not-a-regular-file","not a regular file; it was not opened"))}}function yt(e,n,t){let r;try{r=tn(n)}catch{return}let o=an(r);!o||o.isDirectory()||!H(n)&&!W(n)||(cn(e.root,r)?o.isFile()?$e(e,r,!1):T(e,n,"not-a-regular-file","a link to something that is not a regular file; it was not opened"):T(e,n,"outside-root","a link that leads outside the scanned root; it was not followed"))}function $e(e,n,t){if(e.seen.has(n))return;e.seen.add(n);let r=Oe(e,n);if(W(r)){kt(e,n,r);return}if(!t&&!H(r))return;let o=sn(e,n);if(!o)return;t&&on(o)&&T(e,n,"not-text","not a text file");let i=Se(r,o,t);i!==void 0&&e.files.push({path:r,text:i})}function Se(e,n,t){if(!(n.length===0||on(n))&&!(!t&&!vt(e)&&!$t(e,n)))return n.toString("utf8")}function on(e){return e.subarray(0,8e3).includes(0)}function kt(e,n,t){let r=sn(e,n,k.archiveBytes);if(!r)return;let o=pe(t,r);e.notes.push(...o.notes);for(let i of o.files)e.files.push(i)}function sn(e,n,t=k.scriptBytes){let r;try{r=pt(n,xe.O_RDONLY|(xe.O_NONBLOCK??0)|(xe.O_NOFOLLOW??0))}catch{T(e,n,"unreadable","the file cannot be read");return}try{let o=ut(r);if(!o.isFile()){T(e,n,"not-a-regular-file","not a regular file; it was not read");return}if(o.size>t){T(e,n,"too-large",`larger than ${Math.round(t/1024/1024)} MiB; it was not read`);return}return bt(r,o.size)}catch{T(e,n,"unreadable","the file cannot be read");return}finally{lt(r)}}function bt(e,n){let t=Buffer.allocUnsafe(n+1),r=0;for(;r<t.length;){let o=ft(e,t,r,t.length-r,null);if(o===0||(r+=o,r===n))break}return t.subarray(0,Math.min(r,n))}function vt(e){return/\.[^/.]+$/.test(e)}var wt=/(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i,Rt=/(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i,xt=/^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;function $t(e,n){return n[0]===35&&(n[1]===33||n.subarray(0,13).toString("latin1")==="#cloud-config")?!0:wt.test(e)||/(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(e)||Rt.test(e)||xt.test(n.subarray(0,16384).toString("latin1"))}function an(e){try{return ht(e)}catch{return}}function cn(e,n){return n===e||n.startsWith(e.endsWith(P)?e:e+P)}function Oe(e,n){if(n===e.root)return".";let t=n.slice(e.root.endsWith(P)?e.root.length:e.root.length+1);return P==="/"?t:t.split(P).join("/")}function T(e,n,t,r){e.notes.push({code:t,message:r,path:Oe(e,n),coverage:"not"})}var v=["error","warning","notice"],_=["high","medium","low"];var St=["containerd","cri-o","cri-dockerd","mcr"],Ee=["off",...v],Z=["text","compact","agent","json","sarif","github","markdown","gitlab","checkstyle","junit","html"],dn=37,Ot=16,Ie={oldest:Ot,newest:60},B=["command line","action","file"],Te={format:{type:"choice",choices:Z,default:"text",placeholder:"FORMAT",on:["command line"],summary:"Format of the report on standard output."},output:{type:"list",default:[],placeholder:"FORMAT=FILE",on:["command line"],summary:"Writes a further report to a file; may be repeated."},fix:{type:"boolean",default:!1,on:["command line"],summary:"Applies the fixes that are safe, then reports what is left."},diff:{type:"boolean",default:!1,on:["command line"],summary:"Prints the safe fixes as a patch and changes nothing."},set:{type:"list",default:[],placeholder:"KEY=VALUE",on:["command line"],summary:"With `render`: sets a value, written as for helm; may be repeated."},"kube-version":{type:"text",default:void 0,placeholder:"VERSION",on:["command line"],summary:"With `render`: the version that the chart sees as its cluster’s."},"release-name":{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: name of the release."},namespace:{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: namespace of the release."},"include-crds":{type:"boolean",default:!1,on:["command line"],summary:"With `render`: prints custom resource definitions too."},trace:{type:"boolean",default:!1,on:["command line"],summary:"With `render`: shows in front of each line which lines of the chart it comes from."},forks:{type:"boolean",default:!1,on:["command line"],summary:"With `init`: also writes the workflow that comments on pull requests from forks."},color:{type:"choice",choices:["auto","always","never"],default:"auto",placeholder:"WHEN",on:["command line"],summary:"Colours; `auto` looks at the terminal, NO_COLOR and FORCE_COLOR."},config:{type:"text",default:void 0,placeholder:"FILE",on:["command line","action"],summary:"Configuration file; without it `.dockershim.yaml`, `.yml` or `.json` of the scanned folder is read."},"target-runtime":{type:"choice",choices:St,default:"containerd",placeholder:"RUNTIME",on:B,summary:"Container runtime that the nodes move to."},"kubernetes-version":{type:"version",default:dn,placeholder:"1.N",on:B,summary:"Kubernetes version that the nodes move to."},"fail-on":{type:"choice",choices:[...v,"never"],default:"error",placeholder:"SEVERITY",on:B,summary:"Lowest severity that fails the run."},"min-confidence":{type:"choice",choices:_,default:"medium",placeholder:"CONFIDENCE",on:B,summary:"Findings below this confidence are reported, but do not fail the run."},"on-parse-error":{type:"choice",choices:["note","fail"],default:"note",placeholder:"ACTION",on:B,summary:"Whether a file that was not understood is only noted, or fails the run."},values:{type:"list",default:[],placeholder:"FILE",on:B,summary:"Values files that charts are rendered with, the later ones winning, as with helm."},exclude:{type:"list",default:[],placeholder:"GLOB",on:["command line","file"],summary:"Files and folders that are not scanned."},compare:{type:"text",default:void 0,placeholder:"REF",on:["command line","action"],summary:"Judges only what is new since this git reference; `off` judges everything. The Action also takes `auto`, its default: the base of the event."},baseline:{type:"text",default:void 0,placeholder:"FILE",on:B,summary:"Findings listed in this file are known and do not count; `baseline write` makes it."},rules:{type:"rule-levels",default:{},on:["file"],summary:"Severity of single rules, or `off`."},overrides:{type:"overrides",default:[],on:["file"],summary:"Severities of rules for some paths; the last entry that matches wins."},unsuppressible:{type:"rule-list",default:[],on:["file"],summary:"Rules that neither a comment nor the baseline may suppress."},comment:{type:"choice",choices:["on-findings","always","never"],default:"on-findings",on:["action","file"],summary:"When the pull request gets its summary comment."},annotations:{type:"boolean",default:!0,on:["action","file"],summary:"Whether findings are annotated on the lines of the pull request."},summary:{type:"boolean",default:!0,on:["action","file"],summary:"Whether the job summary carries the full report."},suggestions:{type:"boolean",default:!1,on:["action","file"],summary:"Whether safe fixes inside the diff are offered as suggestions that one click applies."},outputs:{type:"list",default:[],on:["action"],summary:"Reports to write, one `format=path` a line."},paths:{type:"list",default:["."],on:["action"],summary:"Folders and files to scan, one a line; without it the whole repository."},"comment-from":{type:"text",default:void 0,on:["action"],summary:"JSON report of another run to comment from, in a `workflow_run` workflow for forks."},matrix:{type:"text",default:void 0,on:["action"],summary:"Tells the jobs of a matrix apart, so that each keeps a comment of its own."},token:{type:"text",default:void 0,on:["action"],summary:"Token that reads the base of the change and writes the comment; by default that of the job."},"allow-untrusted-target":{type:"boolean",default:!1,on:["action"],summary:"Runs on `pull_request_target` although the checkout is not that of the base."}};var ln=Object.keys(Te);function j(e){return Te[e]}function un(e){return ln.filter(n=>j(n).on.includes(e))}function Uo(e){let n={};for(let t of ln)n[t]=j(t).default;for(let t of e)for(let[r,o]of Object.entries(t))o!==void 0&&(n[r]=o);return n}function Jo(e){return e.map(n=>{let t=n.indexOf("="),r=n.slice(0,Math.max(0,t)),o=n.slice(t+1).trim();if(t<1||o==="")throw new b(`An output is written FORMAT=FILE, not "${n}".`);let i=Z.find(s=>s===r.trim());if(!i)throw new b(L("format",r,Z));return{format:i,file:o}})}async function Qo(e,n,t=[]){return n.everything||e.some(Xe)?(await import("./chunk-EANQJUEZ.js")).lint(e,n,t):{findings:[],suppressed:[],coverage:Je(Ye(e,t),t),notes:t.filter(r=>r.coverage==="about")}}function y(e){return e.comparison?.introduced??e.result.findings}var ni={color:!1,width:100,hyperlinks:!1,pathOf:e=>e};var Et={node:"runs on the node",workload:"runs in a pod",image:"is built into an image",ci:"runs in CI",dev:"runs on a developer's machine",unknown:"where it runs is not known"};function Q(e){return Et[e]}function O(e){let n=e.placement.evidence[0];return`${Q(e.placement.place)}${n?`: ${n.text}`:""}`}function S(e,n=t=>t){switch(e.kind){case"default":return"on by default";case"when":return`when ${e.settings.join(" and ")} is set (${pn(e.span,n)})`;case"conditional":return`under the condition ${e.condition} (${pn(e.span,n)})`}}function pn(e,n){return`${n(e.source.path)}:${f(e.source,e.start).line}`}function x(e,n){return`${e} ${n}${e===1?"":"s"}`}function ee(e){let n=ne(e);return v.flatMap(r=>n[r]>0?[x(n[r],r)]:[]).join(", ")}function ne(e){let n={error:0,warning:0,notice:0};for(let t of e)n[t.severity]++;return n}function $(e){let{partly:n,not:t}=te(e),r=Math.max(0,e.files-n-t);return`scanned ${x(e.files,"file")} (${r} fully, ${n} partly, ${t} not understood)`}function te(e){let n=new Set(e.notUnderstood.map(r=>r.path));return{partly:new Set(e.partly.map(r=>r.path).filter(r=>!n.has(r))).size,not:n.size}}function C(e){return e.span?f(e.span.source,e.span.start).line:void 0}function di(e){let{failOnParseError:n,...t}=e;return{...t,verdict:It(e,n)}}function Fe(e,n,t){return n==="never"?!1:v.indexOf(e.severity)<=v.indexOf(n)&&_.indexOf(e.confidence)<=_.indexOf(t)}function It(e,n){let{result:t,failOn:r,minConfidence:o}=e;if(t.coverage.files===0)return{conclusion:"nothing-to-scan",failing:0,sentence:"There is nothing to scan here."};let i=y(e),s=i.filter(l=>Fe(l,r,o)).length,a=n?te(t.coverage).not:0;return{conclusion:s>0||a>0?"failure":"success",failing:s,sentence:Tt(e,i.length,s,a)}}function Tt(e,n,t,r){let{result:o,failOn:i,minConfidence:s}=e,a=[Ft(y(e),e.comparison)],c=`fail-on ${i}, min-confidence ${s}`;return t>0?a.push(`${t} ${t===1?"fails":"fail"} the check (${c})`):n>0&&i!=="never"&&a.push(`none fails the check (${c})`),r>0&&a.push(`${x(r,"file")} not understood, which fails the check (on-parse-error fail)`),o.suppressed.length>0&&a.push(`${o.suppressed.length} suppressed`),`${a.join("; ")}.`}function Ft(e,n){if(n){let{introduced:r,existing:o,fixed:i,base:s}=n,a=r.length>0?` (${ee(r)})`:"";return`${r.length} new${a}, ${o.length} existing, ${i.length} fixed, compared with ${s}`}if(e.length===0)return"Nothing here depends on dockershim or Docker Engine";let t=new Set(e.map(r=>r.span.source.path)).size;return`${x(e.length,"finding")} (${ee(e)}) in ${x(t,"file")}`}function ui(e,n,t,r=[]){let o=new Map;for(let a of n)o.set(a.fingerprint,[...o.get(a.fingerprint)??[],a]);let i=[],s=[];for(let a of t)(o.get(a.fingerprint)?.shift()?s:i).push(a);for(let a of r)o.get(a.fingerprint)?.shift();return{base:e,introduced:i,existing:s,fixed:[...o.values()].flat()}}var Ne=1,fi=".dockershim-baseline.json";function hi(e,n){let t=n.map(r=>({rule:r.rule,path:r.span.source.path,fingerprint:r.fingerprint}));return{path:e,entries:t}}function gi(e){let n=e.entries.map(({path:r,rule:o,fingerprint:i,reason:s})=>JSON.stringify({path:r,rule:o,fingerprint:i,reason:s})).sort(),t=n.length===0?"[]":`[
    ${n.join(`,
    `)}
  ]`;return`{
  "schemaVersion": ${Ne},
  "findings": ${t}
}
`}function yi(e,n){let t=i=>new b(`The baseline ${e} cannot be used: ${i}.`),r;try{r=JSON.parse(n)}catch{throw t("it is not JSON")}if(!mn(r)||r.schemaVersion!==Ne)throw t(`its schemaVersion is not ${Ne}`);if(!Array.isArray(r.findings))throw t('it has no list "findings"');let o=r.findings.map((i,s)=>{if(!(mn(i)&&typeof i.rule=="string"&&typeof i.path=="string"&&typeof i.fingerprint=="string"&&(i.reason===void 0||typeof i.reason=="string")))throw t(`entry ${s+1} of "findings" needs the texts rule, path and fingerprint`);return i});return{path:e,entries:o}}function ki(e,n,t){let{known:r,stale:o}=fn(e.findings,n),i=[],s=e.findings.filter(a=>{let c=r.get(a);return!c||t.includes(a.rule)?!0:(i.push({finding:a,reason:c.reason??`listed in ${n.path}`,by:"baseline"}),!1)});return{...e,findings:s,suppressed:[...e.suppressed,...i],notes:o.length>0?[...e.notes,Nt(n,o.length)]:e.notes}}function bi(e,n){return{...n,entries:[...fn(e,n).known.values()]}}function fn(e,n){let t=new Map;for(let o of n.entries){let i=t.get(o.fingerprint);i?i.push(o):t.set(o.fingerprint,[o])}let r=new Map;for(let o of e){let i=t.get(o.fingerprint)?.shift();i&&r.set(o,i)}return{known:r,stale:[...t.values()].flat()}}function Nt(e,n){return{code:"suppression",message:`${n===1?"1 entry matches":`${n} entries match`} nothing any more; \`baseline prune\` takes them out`,path:e.path,coverage:"about"}}function mn(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}function wi(e,n,t,r){let o=e.lines.get(n);return o===void 0?!1:o==="whole"||o.some(i=>i.first<=r&&t<=i.last)}function Ri(e){let n=new Map,t=new Map,r=new Set,o,i="",s={removed:0,added:0};for(let a of yn(e))if(s.removed>0||s.added>0)s=At(s,a);else if(a.startsWith("+++ "))o=hn(a.slice(4),"b/"),o!==void 0&&r.add(o);else if(a.startsWith("--- ")){let c=hn(a.slice(4),"a/");c!==void 0&&r.add(c)}else if(a.startsWith("rename from "))i=Ce(a.slice(12));else if(a.startsWith("rename to ")){let c=Ce(a.slice(10));t.set(i,c),r.add(i).add(c)}else if(a.startsWith("@@ ")){let c=gn(a);if(!c)continue;s={removed:c.removed,added:c.added},o!==void 0&&c.added>0&&n.set(o,[...n.get(o)??[],{first:c.start,last:c.start+c.added-1}])}return{lines:n,renames:t,paths:r}}function xi(e,n){let t=[],r=0;for(let o of yn(e)){let i=o.startsWith("@@ ")?gn(o):void 0;i?r=i.start:(o.startsWith("+")||o.startsWith(" "))&&((n||o.startsWith("+"))&&Ct(t,r),r+=1)}return t}function Ct(e,n){let t=e.at(-1);t&&t.last+1===n?e[e.length-1]={first:t.first,last:n}:e.push({first:n,last:n})}function At(e,n){return n.startsWith("-")?{...e,removed:e.removed-1}:n.startsWith("+")?{...e,added:e.added-1}:n.startsWith("\\")?e:{removed:e.removed-1,added:e.added-1}}function gn(e){let n=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(n)return{removed:Number(n[1]??1),start:Number(n[2]),added:Number(n[3]??1)}}function hn(e,n){let t=Ce(e);return t.startsWith(n)?t.slice(n.length):void 0}function Ce(e){return e.startsWith('"')?Dt(e):e.endsWith("	")?e.slice(0,-1):e}var Lt=34,Wt=92,Mt={a:7,b:8,t:9,n:10,v:11,f:12,r:13,'"':34,"\\":92};function Dt(e){let n=new TextEncoder().encode(e),t=[];for(let r=1;r<n.length&&n[r]!==Lt;r++){if(n[r]!==Wt){t.push(n[r]??0);continue}r+=1;let o=new TextDecoder().decode(n.subarray(r,r+3)),i=/^[0-7]{3}/.test(o);t.push(i?Number.parseInt(o,8):Mt[o[0]??""]??63),i&&(r+=2)}return new TextDecoder().decode(Uint8Array.from(t))}function*yn(e){let n=0;for(;n<e.length;){let t=e.indexOf(`
`,n);if(t<0){yield e.slice(n);return}yield e.slice(n,t),n=t+1}}async function Ti(e,n,t,r,o){let[i,s]=await Promise.all([e.tree(n),e.tree(e.head)]),a=new Map(s.map(p=>[p.path,p])),c=new Map(t.files.map(p=>[p.path,p])),l=[],m=jt(t.files,a,i,l),d=[];for(let p of i)p.type!=="file"||!kn(p.path,r)||(a.get(p.path)?.oid===p.oid?m.push(...Pt(p.path,t,c)):_t(o.get(p.path)??p.path,a,c)&&d.push(p));let u=await e.blobs(d.map(p=>p.oid),k.archiveBytes);for(let p of d){let w=u.get(p.oid),M=o.get(p.path)??p.path;w&&m.push(...bn(M,w,r))}return{files:m.sort((p,w)=>p.path<w.path?-1:p.path>w.path?1:0),notes:l}}function Pt(e,n,t){if(W(e))return n.files.filter(o=>o.path.startsWith(`${e}/`));let r=t.get(e);return r?[r]:[]}function _t(e,n,t){return!n.has(e)||t.has(e)||W(e)}async function Fi(e,n,t,r){let o=(await e.tree(n)).filter(a=>a.type==="file"&&kn(a.path,t)),i=await e.blobs(o.map(a=>a.oid),k.archiveBytes);return o.flatMap(a=>{let c=i.get(a.oid);return c?bn(r.get(a.path)??a.path,c,t):[]}).sort((a,c)=>a.path<c.path?-1:a.path>c.path?1:0)}function kn(e,n){return n.paths.some(t=>{let r=t==="."?"":t;return r===e?!0:r!==""&&!e.startsWith(`${r}/`)?!1:Bt(e,r,n.excluded)})}function Bt(e,n,t){let o=(n===""?e:e.slice(n.length+1)).split("/").slice(0,-1);if(o.some(me))return!1;let i=n;for(let s of o)if(i=i===""?s:`${i}/${s}`,t(i))return!1;return!t(e)&&(W(e)||H(e))}function bn(e,n,t){if(W(e))return pe(e,n).files;if(n.length>k.scriptBytes)return[];let r=Se(e,n,t.paths.includes(e));return r===void 0?[]:[{path:e,text:r}]}function jt(e,n,t,r){let o=[...n.values()].filter(d=>d.type==="submodule"),i=[...n.keys()].filter(W),s=new Map(t.map(d=>[d.path,d.oid])),a=o.filter(d=>s.get(d.path)!==d.oid),c=a.filter(d=>e.some(u=>u.path.startsWith(`${d.path}/`)));for(let d of c)r.push({code:"comparison",message:"the submodule points to another commit than before, whose files are not here: all its findings count as new",path:d.path,coverage:"about"});let l=d=>a.some(u=>d.startsWith(`${u.path}/`)),m=d=>i.some(u=>d.startsWith(u));return e.filter(d=>!n.has(d.path)&&!m(d.path)&&!l(d.path))}import{spawn as Kt}from"node:child_process";var Gt=6e4,Ut=64*1024*1024,Vt=/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;function q(e){return Vt.test(e)}async function Ai(e){let n=await E(e,["rev-parse","--show-toplevel","HEAD"]);if(n.code!==0)return;let[t,r]=n.stdout.toString("utf8").split(`
`);if(!(!t||!r||!q(r)))return{top:t,head:r,has:async o=>q(o)&&(await E(t,["cat-file","-e",`${o}^{tree}`])).code===0,resolve:o=>zt(t,o),parents:o=>Ht(t,o),mergeBase:(o,i)=>qt(t,o,i),tree:o=>Jt(t,o),blobs:(o,i)=>Yt(t,o,i),patch:(o,i)=>Xt(t,o,i),fetch:(o,i)=>Zt(t,o,i)}}async function zt(e,n){if(!n.startsWith("-"))for(let t of[n,`refs/remotes/origin/${n}`]){let r=await E(e,["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`]),o=r.stdout.toString("utf8").trim();if(r.code===0&&q(o))return o}}async function Ht(e,n){let{code:t,stdout:r}=await E(e,["cat-file","commit",n]);return t!==0?[]:(r.toString("utf8").split(`

`,1)[0]??"").split(`
`).flatMap(i=>i.startsWith("parent ")?[i.slice(7).trim()]:[])}async function qt(e,n,t){let{code:r,stdout:o}=await E(e,["merge-base",n,t]),i=o.toString("utf8").trim();return r===0&&q(i)?i:void 0}async function Jt(e,n){let{code:t,stdout:r}=await E(e,["ls-tree","-r","-z","--full-tree",n]);if(t!==0)return[];let o=[];for(let i of r.toString("utf8").split("\0")){let s=i.indexOf("	"),[a,,c]=i.slice(0,s).split(" ");if(s<0||!a||!c)continue;let l=a==="160000"?"submodule":a==="120000"?"link":"file";o.push({path:i.slice(s+1),oid:c,type:l})}return o}async function Yt(e,n,t){let r=[...new Set(n.filter(q))],o=new Map;if(r.length===0)return o;let{stdout:i}=await E(e,["cat-file","--batch"],{input:`${r.join(`
`)}
`}),s=0;for(;s<i.length;){let a=i.indexOf(10,s);if(a<0)break;let[c,l,m]=i.toString("utf8",s,a).split(" ");if(s=a+1,l==="missing"||m===void 0)continue;let d=s+Number(m);c&&l==="blob"&&Number(m)<=t&&d<=i.length&&o.set(c,i.subarray(s,d)),s=d+1}return o}async function Xt(e,n,t){let r=["--unified=0","--find-renames","--no-color","--no-ext-diff","--no-textconv","--submodule=short","--src-prefix=a/","--dst-prefix=b/"],{code:o,stdout:i,cut:s}=await E(e,["-c","core.quotePath=false","diff",...r,n,t,"--"],{limit:Ut});return o===0&&!s?i.toString("utf8"):void 0}async function Zt(e,n,t){if(!q(n))return"not a commit id";if((await E(e,["config","--get","remote.origin.url"])).stdout.toString("utf8").trim()==="")return"the checkout has no remote called origin";let s=["--no-tags","--no-recurse-submodules","--no-write-fetch-head","--quiet",...(await E(e,["rev-parse","--is-shallow-repository"])).stdout.toString("utf8").trim()==="true"?["--depth=1"]:[]],{code:a,stderr:c}=await E(e,["fetch",...s,"origin",n],{timeout:Gt,config:await Qt(e,t)});if(a!==0)return er(c.toString("utf8"))||"git fetch failed"}async function Qt(e,n){if(!n)return[];let t=`http.${n.serverUrl}/.extraheader`;if((await E(e,["config","--get-all",t])).stdout.toString("utf8").trim()!=="")return[];let o=Buffer.from(`x-access-token:${n.token}`).toString("base64");return[[t,`AUTHORIZATION: basic ${o}`]]}function er(e){return e.trim().split(`
`).at(-1)??""}var nr=["core.fsmonitor=false","core.hooksPath=/dev/null","safe.directory=*","gc.auto=0"];function E(e,n,t={}){let r=nr.flatMap(s=>["-c",s]),o=Kt("git",["--no-replace-objects","--no-pager",...r,...n],{cwd:e,env:tr(t.config??[]),stdio:["pipe","pipe","pipe"],timeout:t.timeout??12e4}),i=t.limit??Number.POSITIVE_INFINITY;return new Promise(s=>{let a=[],c=[],l=0;o.stdout.on("data",d=>{l+=d.length,l>i?o.kill():a.push(d)}),o.stderr.on("data",d=>{c.length<1e3&&c.push(d)});let m=d=>s({code:d,stdout:Buffer.concat(a),stderr:Buffer.concat(c),cut:l>i});o.on("error",()=>m(127)),o.on("close",d=>m(d??128)),o.stdin.on("error",()=>{}),o.stdin.end(t.input??"")})}function tr(e){let n={...process.env,GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"};for(let t of["GIT_DIR","GIT_WORK_TREE","GIT_INDEX_FILE","GIT_CONFIG_COUNT"])delete n[t];if(e.length===0)return n;n.GIT_CONFIG_COUNT=String(e.length);for(let[t,[r,o]]of e.entries())n[`GIT_CONFIG_KEY_${t}`]=r,n[`GIT_CONFIG_VALUE_${t}`]=o;return n}function rr(e){let n=e.replace(/^\.\//,"").replace(/^\//,"").replace(/\/+$/,"");if(n===""||n===".")return()=>!0;let r=[...!e.replace(/\/+$/,"").includes("/")?["**"]:[],...n.split("/"),"**"];return o=>or(r,o.split("/"))}function Ae(e){let n=e.map(rr);return t=>n.some(r=>r(t))}function or(e,n){return vn(e.length,n.length,{isStar:t=>e[t]==="**",matches:(t,r)=>ir(e[t]??"",n[r]??"")})}function ir(e,n){return vn(e.length,n.length,{isStar:t=>e[t]==="*",matches:(t,r)=>e[t]==="?"||e[t]===n[r]})}function vn(e,n,{isStar:t,matches:r}){let o=0,i=0,s=-1,a=0;for(;i<n;)if(o<e&&t(o))s=o++,a=i;else if(o<e&&r(o,i))o++,i++;else if(s>=0)o=s+1,i=++a;else return!1;for(;o<e&&t(o);)o++;return o===e}function Di(e,n,t=""){let r=e.overrides.map(({paths:o,rules:i})=>({matches:Ae(o),rules:i}));return{target:{runtime:e["target-runtime"],minor:e["kubernetes-version"]},levelOf(o,i){let s=r.findLast(({matches:a,rules:c})=>c[o]!==void 0&&a(t+i));return s?s.rules[o]:e.rules[o]},unsuppressible:e.unsuppressible,today:n,values:e.values}}function Pi(e,n=""){let t=Ae(e.exclude);return r=>t(n+r)}function he(e,n,t){let r=j(e),o=n.at(-1)??"";switch(r.type){case"choice":return{[e]:Le(o,r.choices,t)};case"version":return{[e]:sr(o,t)};case"text":if(o.trim()==="")throw new b(`${t} needs a value.`);return{[e]:o};case"list":return{[e]:n.map(i=>i.trim()).filter(i=>i!=="")};case"boolean":return{[e]:ar(o,t)};case"rule-list":return{[e]:n.map(i=>cr(i))};case"rule-levels":case"overrides":throw new b(`${t} can only be written in the configuration file.`)}}function Gi(e,n){let t=e.flatMap(r=>{let o=n(r);return o.trim()===""?[]:[he(r,j(r).type==="list"?o.split(`
`):[o.trim()],`Input "${r}"`)]});return Object.assign({},...t)}function Le(e,n,t){if(n.includes(e))return e;throw new b(`${t} must be one of ${n.join(", ")}. ${L("value",e,n)}`)}function sr(e,n){let t=/^v?1\.(\d{1,3})(?:$|[.+-])/.exec(e.trim()),r=Number(t?.[1]),{oldest:o,newest:i}=Ie;if(t&&r>=o&&r<=i)return r;throw new b(`${n} must be a Kubernetes version such as 1.24 (from 1.${o}), not "${e}".`)}function ar(e,n){let t=e.trim().toLowerCase();if(t==="true")return!0;if(t==="false")return!1;throw new b(`${n} must be true or false, not "${e}".`)}function cr(e){let n=U.find(t=>t===e);if(n)return n;throw new b(L("rule",e,U))}var R=et(nt(),1);var wn=256*1024;function Yi(e,n){if(n.length>wn)throw new b(`${e} is larger than ${wn/1024} KiB.`);if(en(n))throw new b(`${e} is nested too deeply.`);let t=new R.LineCounter,r=(0,R.parseDocument)(n,{uniqueKeys:!1,lineCounter:t,prettyErrors:!1}),o=(a,c)=>{let l=a?.range?.[0],m=l===void 0?"":`:${t.linePos(l).line}`;return new b(`${e}${m}: ${c}`)},i=r.errors[0];if(i)throw new b(`${e}:${t.linePos(i.pos[0]).line}: ${i.message}`);let s=r.contents;if(s===null||(0,R.isScalar)(s)&&s.value===null)return{};if(!(0,R.isMap)(s))throw o(s,"The configuration must be a map of options.");return dr(s,o)}function dr(e,n){let t=un("file"),r={};for(let{key:o,keyNode:i,value:s}of We(e,n)){if(o==="$schema")continue;let a=t.find(c=>c===o);if(!a)throw n(i,L("key",o,t));Object.assign(r,Sn(n,s??i,()=>lr(a,s,n)))}return r}function lr(e,n,t){switch(j(e).type){case"rule-levels":return{[e]:Rn(n,t)};case"overrides":return{[e]:$n(e,n,t).map(o=>ur(o,t))};case"list":case"rule-list":return he(e,xn(e,n,t),e);default:return he(e,[re(e,n,t)],e)}}function Rn(e,n){if(!(0,R.isMap)(e))throw n(e,'rules must be a map from rule to severity, as "docker-cli-command: notice".');let t={};for(let{key:r,keyNode:o,value:i}of We(e,n)){let s=U.find(a=>a===r);if(!s)throw n(o,L("rule",r,U));t[s]=Sn(n,i??o,()=>Le(re(r,i,n),Ee,r))}return t}function ur(e,n){if(!(0,R.isMap)(e))throw n(e,'Each entry of overrides must be a map with "paths" and "rules".');let t=We(e,n),r=t.find(({key:s})=>s!=="paths"&&s!=="rules");if(r)throw n(r.keyNode,L("key",r.key,["paths","rules"]));let o=t.find(({key:s})=>s==="paths"),i=t.find(({key:s})=>s==="rules");if(!o||!i)throw n(e,'Each entry of overrides needs both "paths" and "rules".');return{paths:xn("paths",o.value,n),rules:Rn(i.value,n)}}function We(e,n){let t=new Set;return e.items.map(r=>{let o=r.key,i=re("a key",o,n);if(t.has(i))throw n(o,`The key "${i}" is written twice.`);return t.add(i),{key:i,keyNode:o,value:r.value??null}})}function xn(e,n,t){return(0,R.isScalar)(n)&&n.value!==null?[re(e,n,t)]:$n(e,n,t).map(r=>re(e,r,t))}function $n(e,n,t){if(!(0,R.isSeq)(n))throw t(n,`${e} must be a list.`);return n.items}function re(e,n,t){if((0,R.isAlias)(n))throw t(n,"Aliases are not read in the configuration.");if(!(0,R.isScalar)(n)||n.value===null)throw t(n,`${e} must have one value.`);return n.type==="PLAIN"&&n.source!==void 0?n.source:String(n.value)}function Sn(e,n,t){try{return t()}catch(r){throw r instanceof b&&!/^\S+:\d+: /.test(r.message)?e(n,r.message):r}}var Me=10;function On(e,n=()=>!1){return v.flatMap(t=>{let r=pr(e.filter(o=>o.severity===t),n);return r.length===0?[]:[mr(t,r)]})}function pr(e,n=()=>!1){let t=e.map((r,o)=>({finding:r,key:[n(r)?0:1,v.indexOf(r.severity),_.indexOf(r.confidence),o]}));return t.sort((r,o)=>r.key[0]-o.key[0]||r.key[1]-o.key[1]||r.key[2]-o.key[2]||r.key[3]-o.key[3]),t.map(({finding:r})=>r)}function mr(e,n){if(n.length<=Me)return{level:e,hidden:0,annotations:n.map(i=>({finding:i,others:0,otherFiles:0}))};let t=fr(n),r=t.length<=Me?t:t.slice(0,Me-1),o=r.reduce((i,s)=>i+1+s.others,0);return{level:e,annotations:r,hidden:n.length-o}}function fr(e){let n=new Map;for(let t of e){let r=`${t.rule}\0${t.message}`,o=n.get(r);o?o.push(t):n.set(r,[t])}return[...n.values()].flatMap(([t,...r])=>{if(!t)return[];let o=new Set(r.map(i=>i.span.source.path));return o.delete(t.span.source.path),[{finding:t,others:r.length,otherFiles:o.size}]})}function En(e,n){return`${[...hr(On(y(e)),n.pathOf,"the reports in other formats"),Re($(e.result.coverage)),Re(e.verdict.sentence)].join(`
`)}
`}function hr(e,n,t){return e.flatMap(r=>{let o=r.annotations.map(s=>gr(s,n));if(r.hidden===0)return o;let i=`${x(r.hidden,`more ${r.level}`)} cannot be annotated, because GitHub shows ten of each level. All of them are in ${t}.`;return[...o,`::${r.level} title=${we("dockershim-lint: more findings")}::${ve(i)}`]})}function gr(e,n){let{finding:t}=e,r=[`title=${we(t.rule)}`,...yr(t,n)].join(",");return`::${t.severity} ${r}::${ve(br(e,n))}`}function yr(e,n){let{source:t,start:r,end:o}=e.span,i=f(t,r),s=f(t,o),a=`file=${kr(n(t.path))}`;return i.line!==s.line?[a,`line=${i.line}`,`endLine=${s.line}`]:[a,`line=${i.line}`,`endLine=${s.line}`,`col=${i.column}`,`endColumn=${Math.max(s.column,i.column+1)}`]}function kr(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A").replaceAll(":","%3A").replaceAll(",","%2C")}function br({finding:e,others:n,otherFiles:t},r){let{line:o,column:i}=f(e.span.source,e.span.start),s=n===0?[]:[`Same cause ${n} more times${t>0?`, in ${x(t,"more file")}`:""}.`];return[`${r(e.span.source.path)}:${o}:${i}: ${e.message}`,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`,...s,e.help].map(g).join(`
`)}var vr=1;function In(e){return`${V(wr(e),2)}
`}function wr(e){let{result:n,comparison:t,target:r,verdict:o}=e,i=new Set(t?.introduced),s=a=>t?i.has(a)?"new":"existing":void 0;return{schemaVersion:vr,tool:{name:"dockershim-lint",version:e.version},target:{runtime:r.runtime,kubernetesVersion:`1.${r.minor}`},summary:Rr(e),findings:n.findings.map(a=>({...De(a),state:s(a)})),suppressed:n.suppressed.map(({finding:a,by:c,reason:l})=>({...De(a),suppressed:{by:c,reason:l}})),fixed:t?.fixed.map(De),coverage:{files:n.coverage.files,fully:xr(e),partly:n.coverage.partly.map(Pe),notUnderstood:n.coverage.notUnderstood.map(Pe)},notes:n.notes.map(Pe),verdict:{conclusion:o.conclusion,failing:o.failing,sentence:o.sentence}}}function Rr(e){let{result:n,comparison:t,verdict:r}=e,{error:o,warning:i,notice:s}=ne(y(e));return{conclusion:r.conclusion,total:n.findings.length,errors:o,warnings:i,notices:s,failing:r.failing,suppressed:n.suppressed.length,failOn:e.failOn,minConfidence:e.minConfidence,comparedWith:t?.base,new:t?.introduced.length,existing:t?.existing.length,fixed:t?.fixed.length}}function xr(e){let{partly:n,not:t}=te(e.result.coverage);return Math.max(0,e.result.coverage.files-n-t)}function De(e){return{rule:e.rule,severity:e.severity,confidence:e.confidence,message:e.message,because:e.because,instead:e.instead,location:oe(e.span),related:e.related.map(({span:n,message:t})=>({...oe(n),message:t})),place:e.placement.place,evidence:e.placement.evidence.map(({text:n,span:t})=>({text:n,...t?oe(t):{}})),activation:$r(e.activation),fingerprint:e.fingerprint,help:e.help,fix:e.fix?{replacement:e.fix.replacement,safety:e.fix.safety}:void 0}}function $r(e){switch(e.kind){case"default":return{kind:e.kind};case"when":return{kind:e.kind,settings:e.settings,...oe(e.span)};case"conditional":return{kind:e.kind,condition:e.condition,...oe(e.span)}}}function oe(e){return{path:e.source.path,start:f(e.source,e.start),end:f(e.source,e.end)}}function Pe(e){return{path:e.path,line:C(e),code:e.code,message:e.message}}var Sr=/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u,Or=new RegExp("\\p{Mn}|\\p{Me}","u");function _e(e){return e<"̀"?1:Or.test(e)?0:Sr.test(e)?2:1}function ie(e){let n=0;for(let t of e)n+=_e(t);return n}function se(e,n){let t=[],r="",o=0;for(let i of e.split(" ")){let s=ie(i);r!==""&&o+1+s>n?(t.push(r),r=i,o=s):(r=r===""?i:`${r} ${i}`,o+=s+(o===0?0:1))}return[...t,r]}var Be={"docker-socket-mount":`# docker-socket-mount

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
`};var Er={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function A(e,n){return{paint:(t,r)=>e&&r!==""?`\x1B[${Er[t]}m${r}\x1B[0m`:r,link:(t,r)=>n&&/^https:\/\/[!-~]+$/.test(r)?`\x1B]8;;${r}\x1B\\${t}\x1B]8;;\x1B\\`:t}}var Ir=/\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*$/;function Nn(e,n){let t=A(n.color,!1),r=Math.min(n.width,100),o=[],i="";for(let s of e.trimEnd().split(`
`)){let a=/^(`{3,})(.*)$/.exec(s);if(i!=="")s===i?i="":o.push(Tr(s,t));else if(a){i=a[1]??"";let c=/(?:^|\s)path=(\S+)/.exec(a[2]??"")?.[1];c!==void 0&&o.push(`  ${t.paint("dim",c)}`)}else o.push(...Fr(s,r,t))}return`${o.join(`
`)}
`}function Tr(e,n){let t=Ir.exec(e);if(!t)return`    ${e}`;let r=t[1]??"found",o=r==="error"||r==="warning"||r==="notice"?r:"strong";return`  ${n.paint(o,">")} ${e.slice(0,t.index)}  ${n.paint(o,`← ${r}`)}`}function Fr(e,n,t){let r=/^#+ (.*)$/.exec(e);if(r)return[t.paint("strong",r[1]??"")];if(e.startsWith("|"))return Fn([Tn(e)],t);let o=/^\s*(?:[-*] |\d+\. )?/.exec(e)?.[0]??"",i=se(Tn(e.slice(o.length)),Math.max(30,n-o.length)),s=" ".repeat(o.length);return Fn(i,t).map((a,c)=>`${c===0?o:s}${a}`.trimEnd())}function Tn(e){return e.replace(/\[([^\]]*)\]\(([^)]*)\)/g,(n,t,r)=>t===r?r:`${t} (${r})`)}function Fn(e,n){if(n.paint("code","x")==="x")return e;let t=!1;return e.map(r=>r.split("`").map((o,i)=>(i>0&&(t=!t),t?n.paint("code",o):o)).join(""))}var Nr={error:"error",warning:"warning",notice:"info"};function Cn(e,{pathOf:n}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...ae(y(e)).map(([r,o])=>[`  <file name="${I(n(r))}">`,...o.map(Cr),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function Cr(e){let{line:n,column:t}=f(e.span.source,e.span.start),r=`${e.message} Instead: ${e.instead}`;return`    <error line="${n}" column="${t}" severity="${Nr[e.severity]}" message="${I(r)}" source="dockershim-lint.${e.rule}"/>`}function ae(e){return[...Ze(e,n=>n.span.source.path)]}function An(e,n){let t=A(n.color,n.hyperlinks);return`${[...y(e).map(o=>`${Wn(o,n)}: ${t.paint(o.severity,o.severity)}: ${g(o.message)} [${t.link(o.rule,o.help)}]`),...Mn(e,n),...Dn(e)].join(`
`)}
`}function Ln(e,n){return`${[...y(e).map(r=>{let o=`${Q(r.placement.place)}, ${S(r.activation,n.pathOf)}`,i=[r.message,`why: ${r.because}`,`instead: ${r.instead}`,`where: ${o}`];return`${Wn(r,n)} ${r.severity} ${r.rule} (${r.confidence}) ${i.map(g).join(" | ")}`}),...Mn(e,n),...Dn(e)].join(`
`)}
`}function Wn(e,{pathOf:n}){let{line:t,column:r}=f(e.span.source,e.span.start);return`${g(n(e.span.source.path))}:${t}:${r}`}function Mn(e,{pathOf:n}){let{notes:t,coverage:r}=e.result;return[...t,...r.partly,...r.notUnderstood].map(o=>{let{line:i,column:s}=o.span?f(o.span.source,o.span.start):{line:1,column:1};return`${g(n(o.path))}:${i}:${s}: note: ${g(o.message)} [${o.code}]`})}function Dn(e){return[$(e.result.coverage),g(e.verdict.sentence)]}var Ar={error:"critical",warning:"major",notice:"info"};function Pn(e,{pathOf:n}){let t=y(e).map(r=>({description:g(`${r.message} Instead: ${r.instead}`),check_name:r.rule,fingerprint:r.fingerprint,severity:Ar[r.severity],location:{path:n(r.span.source.path),lines:{begin:f(r.span.source,r.span.start).line,end:f(r.span.source,r.span.end).line}}}));return`${V(t,2)}
`}var _n=4;function J(e,n,t,r,o){let i=n.flatMap(l=>Lr(e,l)),s=[...new Set(i.map(l=>l.line))].sort((l,m)=>l-m),a=[],c;for(let l of s){c!==void 0&&l>c+1&&a.push(o.paint("dim",`${" ".repeat(t)} ⋮`)),c=l;let m=i.filter(d=>d.line===l);a.push(...Wr(e,l,m,t,Math.max(20,r-t-3),o))}return a}function Lr(e,n){let t=f(e,n.span.start),r=f(e,Math.max(n.span.start,n.span.end-1)),{role:o,caret:i,label:s}=n,a=t.offset-je(e,t.line);if(r.line===t.line){let u=Math.max(a+1,n.span.end-je(e,t.line));return[{line:t.line,from:a,to:u,label:s,role:o,caret:i}]}let c=ce(e,r.line),l=c.length-c.trimStart().length,m=Math.max(a+1,ce(e,t.line).length),d=Math.max(l+1,n.span.end-je(e,r.line));return[{line:t.line,from:a,to:m,label:"",role:o,caret:i},{line:r.line,from:l,to:Math.min(d,Math.max(l+1,c.length)),label:s,role:o,caret:i}]}function je(e,n){return e.lineStarts[n-1]??0}function Wr(e,n,t,r,o,i){let s=t.reduce((d,u)=>u.from<d.from?u:d,t[0]),a=Pr(ce(e,n),s,o),c=`${" ".repeat(r)} ${i.paint("dim","│")} `,l=`${i.paint("dim",`${String(n).padStart(r)} │`)} ${a.shown}`,m=t.map(d=>{let u=a.columnOf(d.from),p=Math.max(1,a.columnOf(d.to)-u),w=d.label===""?"":` ${d.label}`;return`${c}${" ".repeat(u)}${i.paint(d.role,d.caret.repeat(p)+w)}`});return[l.trimEnd(),...m]}var Mr=600,Dr=4e3;function Pr(e,n,t){let r=[],o=_r(e,n.from-Mr),i=o>0?t:0,s=o;for(let h of e.slice(o,o+Dr)){if(!(s===0&&h==="\uFEFF")){let Y=h==="	"?" ".repeat(_n-i%_n):g(h);r.push({at:s,shown:Y,column:i}),i+=Y===h?_e(h):ie(Y)}s+=h.length}let a=i,c=h=>r.find(Y=>Y.at>=h)?.column??a;if(a<=t)return{shown:r.map(h=>h.shown).join(""),columnOf:c};let l=c(n.from),m=Math.min(c(n.to)-l,t-2),d=l+m+2<=t?0:Math.max(0,l-Math.floor((t-m)/3)),u=d+t-(d>0?1:0)-1,p=r.filter(h=>h.column>=d&&h.column+ie(h.shown)<=u),w=d>0?1-(p[0]?.column??0):0,M=u<a,G=(p.at(-1)?.column??0)+ie(p.at(-1)?.shown??"")+w;return{shown:`${d>0?"…":""}${p.map(h=>h.shown).join("")}${M?"…":""}`,columnOf:h=>Math.min(Math.max(0,c(h)+w),G)}}function _r(e,n){if(n<=0)return 0;let t=e.charCodeAt(n);return t>=56320&&t<=57343?n+1:n}var Br=`
:root{color-scheme:light dark;--edge:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:4px;margin:.5rem 0}
.counts span{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:.2rem .7rem;margin-right:.5rem}
article{border:1px solid var(--edge);border-left-width:5px;border-radius:4px;padding:.6rem 1rem;margin:.7rem 0;overflow-wrap:anywhere}
article.error{border-left-color:#d1242f}article.warning{border-left-color:#bf8700}article.notice{border-left-color:#0969da}
article p{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0}dt{opacity:.7}dd{margin:0}
`;function Bn(e,n){let t=y(e),r=ne(t);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim check</title><style>${Br}</style></head><body>`,"<h1>Dockershim check</h1>",`<p>${N(e.verdict.sentence)}</p>`,`<p class="counts">${v.map(o=>`<span>${r[o]} ${o}</span>`).join("")}</p>`,`<p>${N($(e.result.coverage))}; target ${e.target.runtime}, Kubernetes 1.${e.target.minor}</p>`,...ae(t).flatMap(([o,i])=>[`<h2><code>${N(n.pathOf(o))}</code></h2>`,...i.map(s=>jr(s,n))]),...Gr(e,n),`<footer><p>${X} ${N(e.version)}</p></footer></body></html>`].join(`
`)}
`}function jr(e,{pathOf:n}){let{line:t,column:r}=f(e.span.source,e.span.start),o=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,n)}`],["confidence",e.confidence]];return[`<article class="${e.severity}">`,`<p><strong>${e.severity}</strong> <a href="${N(e.help)}">${e.rule}</a> at ${t}:${r}</p>`,`<p>${N(e.message)}</p>`,`<pre>${de(Kr(e,n))}</pre>`,`<dl>${o.map(([i,s])=>`<dt>${i}</dt><dd>${N(s)}</dd>`).join("")}</dl>`,"</article>"].join(`
`)}function Kr(e,n){let t=A(!1,!1);return[{span:e.span,message:""},...e.related.slice(0,10)].flatMap(({span:o,message:i},s)=>{let a=String(f(o.source,o.end).line).length,c={span:o,label:i,role:"related",caret:s===0?"^":"-"};return[...s===0?[]:[`${n(o.source.path)}:${f(o.source,o.start).line}`],...J(o.source,[c],a,120,t)]}).join(`
`)}function Gr({result:e},{pathOf:n}){return[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]].flatMap(([r,o])=>{if(o.length===0)return[];let i=o.map(s=>{let a=C(s),c=`${n(s.path)}${a===void 0?"":`:${a}`}`;return`<li><code>${N(c)}</code> ${N(s.message)}</li>`});return[`<h2>${r}</h2>`,`<ul>${i.join(`
`)}</ul>`]})}function jn(e,{pathOf:n}){let t=y(e),r=ae(t).map(([s,a])=>Ur(e,n(s),a)),o=t.filter(s=>Ke(e,s)).length,i=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${I($(e.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,t.length)}" failures="${o}">`,...r.length===0?[i]:r,"</testsuites>"].join(`
`)}
`}function Ke(e,n){return Fe(n,e.failOn,e.minConfidence)}function Ur(e,n,t){let r=t.filter(o=>Ke(e,o)).length;return[`  <testsuite name="${I(n)}" tests="${t.length}" failures="${r}">`,...t.map(o=>Vr(e,n,o)),"  </testsuite>"].join(`
`)}function Vr(e,n,t){let{line:r,column:o}=f(t.span.source,t.span.start),i=`    <testcase name="${I(`${t.rule} ${r}:${o}`)}" classname="${I(n)}" file="${I(n)}" line="${r}">`,s=de([`${n}:${r}:${o}`,`why: ${t.because}`,`instead: ${t.instead}`,`where: ${O(t)}`,t.help].join(`
`)),a=Ke(e,t)?`<failure type="${t.severity}" message="${I(t.message)}">${s}</failure>`:`<system-out>${t.severity}: ${I(t.message)}
${s}</system-out>`;return`${i}${a}</testcase>`}var Kn=e=>{let n=0;for(let t=0;t<e.length;t++){let r=e.charCodeAt(t);r<128?n+=1:r<2048?n+=2:r>=55296&&r<56320&&t+1<e.length?(n+=4,t++):n+=3}return n};function Ge(e,n){let t=e.filter(r=>r.items.length>0);for(let[r,o]of n.levels.entries()){let i=zr(t,o,n);if(i!==void 0)return Hr(t,o,n.levels[r-1],n,i)}return qr(t,n)}function zr(e,n,{limit:t,measure:r}){let o=0;for(let i of e){o+=r(i.open)+r(i.close);for(let s of i.items){if(o>t)return;o+=r(n(s))}}return o<=t?o:void 0}function Hr(e,n,t,{limit:r,measure:o},i){let s=r-i,a=t,c=[];for(let l of e){c.push(l.open);for(let m of l.items){let d=n(m),u=a?.(m),p=u===void 0?0:o(u)-o(d);p>s?a=void 0:s-=p,c.push(u===void 0||a===void 0?d:u)}c.push(l.close)}return c.join("")}function qr(e,n){let{measure:t,more:r,levels:o}=n,i=o.at(-1)??(()=>""),s=t(r(9999999)),a=e.map(u=>t(u.open)+t(u.close)+s),c=Jr(a,n.limit,s),l=n.limit-s-a.slice(0,c).reduce((u,p)=>u+p,0),m=[];for(let u of e.slice(0,c)){let p=[];for(let M of u.items){let G=i(M),h=t(G);if(h>l)break;l-=h,p.push(G)}let w=u.items.length-p.length;m.push(u.open,...p,w>0?r(w):"",u.close)}let d=e.slice(c).reduce((u,p)=>u+p.items.length,0);return d>0&&s<=n.limit&&m.push(r(d)),m.join("")}function Jr(e,n,t){let r=t,o=0;for(let i of e){if(r+=i,r>n)break;o++}return o}var Yr={limit:1e3*1024,measure:Kn},Xr={error:"🔴",warning:"🟡",notice:"🔵"},ye=1e3,Zr=110;function Gn(e,n,{limit:t,measure:r}=Yr){let o=Qr(e),i=t-r(o)-10,s=Ge(oo(e,n),{limit:Math.floor(i/4),measure:r,levels:[c=>`- ${c}
`],more:Un}),a=Ge(eo(y(e)),no(i-r(s),r,n));return`${[o,a,s].filter(c=>c!=="").join(`
`).trimEnd()}
`}function Qr(e){let{verdict:n,result:t,target:r}=e;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",z(n.sentence),"",`Target: ${r.runtime}, Kubernetes 1.${r.minor}. ${io($(t.coverage))}.`,""].join(`
`)}function eo(e){let n=new Map;for(let o of e){let i=n.get(o.rule);i?i.push(o):n.set(o.rule,[o])}let t=o=>o.reduce((i,s)=>Math.min(i,v.indexOf(s.severity)),9);return[...n.values()].map(o=>({list:o,rank:t(o)})).sort((o,i)=>o.rank-i.rank).map(({list:o},i)=>{let s=o[0],a=i===0&&o.length<=20?" open":"",c=`<b>${s?.rule}</b>: ${x(o.length,"finding")} (${ee(o)})`;return{items:o,open:`<details${a}><summary>${c}</summary>

[About this rule](${s?.help})

`,close:`
</details>

`}})}function no(e,n,t){return{limit:e,measure:n,levels:[r=>to(r,t),r=>Vn(r,t),r=>zn(r,t)],more:Un}}function Un(e){return`
- …and ${e} more, left out because the report would be too long
`}function to(e,n){let t=A(!1,!1),o=[{span:e.span,message:""},...e.related.slice(0,5)].map(({span:i,message:s},a)=>{let c={span:i,label:s,role:"related",caret:a===0?"^":"-"},l=String(f(i.source,i.end).line).length;return[...a===0?[]:[ro(i.source.path,f(i.source,i.start).line,n)],...J(i.source,[c],l,Zr,t)].join(`
`)});return`${Vn(e,n)}
${nn(o.join(`
`))}
`}function ro(e,n,{pathOf:t}){return`${t(e)}:${n}`}function Vn(e,n){let t=`${O(e)}; ${S(e.activation,n.pathOf)}; confidence ${e.confidence}`,r=(o,i)=>`  <br>*${o}:* ${z(F(i,ye))}
`;return[zn(e,n),r("why",e.because),r("instead",e.instead),r("where",t)].join("")}function zn(e,n){return`- ${Xr[e.severity]} ${Hn(e,n)} ${z(F(e.message,ye))}
`}function Hn(e,{pathOf:n,linkOf:t}){let{source:r,start:o,end:i}=e.span,s=f(r,o),a=le(`${F(n(r.path),300)}:${s.line}:${s.column}`),c=t?.(n(r.path),s.line,f(r,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${a}](${c})`:a}function oo({result:e},n){let{coverage:t,notes:r,suppressed:o}=e,i=a=>{let c=C(a),l=`${F(n.pathOf(a.path),300)}${c===void 0?"":`:${c}`}`;return`${le(l)} ${z(F(a.message,ye))}`},s=({finding:a,reason:c,by:l})=>`${Hn(a,n)} ${le(a.rule)}, by ${l}: ${z(F(c,ye))}`;return[ge("Not understood",t.notUnderstood.map(i)),ge("Only partly understood",t.partly.map(i)),ge("Notes",r.map(i)),ge("Suppressed",o.map(s))]}function ge(e,n){return{items:n,open:`<details><summary>${e}: ${n.length}</summary>

`,close:`
</details>

`}}function io(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Ue=5e3,qn=100,so=1e3,ao=2e3,Jn=500,co={error:"error",warning:"warning",notice:"note"},lo={high:"very-high",medium:"medium",low:"low"};function Yn(e,n){return`${V(uo(e,n),1)}
`}function uo(e,n){let t=yo(e.result.findings),r=e.result.findings.length-t.length,o=e.comparison?new Set(e.comparison.introduced):void 0;return{$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:po(e)},automationDetails:{id:`${X}/${n.category===void 0?"":`${n.category}/`}`},columnKind:"utf16CodeUnits",originalUriBaseIds:{SRCROOT:{description:{text:"The root of the repository."}}},invocations:[{executionSuccessful:!0,toolExecutionNotifications:ko(e,n,r)}],results:t.map(i=>mo(i,n,o))}]}}function po(e){return{name:X,semanticVersion:e.version,informationUri:Qe,rules:ke.map(({id:n,summary:t})=>({id:n,name:vo(n),shortDescription:{text:K(t)},fullDescription:{text:K(t)},helpUri:be(n),help:{text:Nn(Be[n],{color:!1,width:100}),markdown:`${Be[n]}
[The page of this rule, with examples](${be(n)})
`},defaultConfiguration:{level:"warning"},properties:{tags:["kubernetes","dockershim","migration"]}}))}}function mo(e,n,t){let{pathOf:r}=n,o=e.related.slice(0,qn),i=ho(e,r),s=t===void 0?{}:{baselineState:t.has(e)?"new":"unchanged"};return{ruleId:e.rule,ruleIndex:ke.findIndex(a=>a.id===e.rule),level:co[e.severity],...s,message:{text:fo(e,r)},locations:[{physicalLocation:Ve(e.span,r)}],...o.length>0?{relatedLocations:o.map(({span:a,message:c},l)=>({id:l+1,physicalLocation:Ve(a,r),message:{text:K(c)}}))}:{},...i?{codeFlows:[i]}:{},partialFingerprints:{"dockershimLint/v1":e.fingerprint},properties:{precision:lo[e.confidence],confidence:e.confidence,place:e.placement.place,activation:K(S(e.activation,r))}}}function fo(e,n){let t=`${O(e)}; ${S(e.activation,n)}`;return[e.message,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${t}`].map(K).join(`
`)}function ho(e,n){let t=e.related.filter(({span:i})=>i.source.path!==e.span.source.path);if(t.length===0)return;let r=[{span:e.span,message:e.message},...t.slice(0,qn)];return{threadFlows:[{locations:(e.span.source.path.includes("/templates/")?r.toReversed():r).map(({span:i,message:s})=>({location:{physicalLocation:Ve(i,n),message:{text:K(s)}}}))}]}}function Ve(e,n){let t=f(e.source,e.start),r=f(e.source,e.end);return{artifactLocation:{uri:Xn(n(e.source.path)),uriBaseId:"SRCROOT"},region:{startLine:t.line,startColumn:t.column,endLine:r.line,endColumn:r.column,snippet:{text:F(go(e),Jn).replace(new RegExp("\\p{Surrogate}","gu"),"�")}}}}function go({source:e,start:n,end:t}){return e.text.slice(n,Math.min(t,n+Jn+1))}function Xn(e){return e.replace(new RegExp("\\p{Surrogate}","gu"),"�").split("/").map(n=>encodeURIComponent(n).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)).join("/")}function yo(e){if(e.length<=Ue)return e;let n=v.flatMap(r=>e.filter(o=>o.severity===r)),t=new Set(n.slice(0,Ue));return e.filter(r=>t.has(r))}function ko(e,{pathOf:n},t){let{coverage:r,notes:o}=e.result,i=[{level:"note",message:{text:$(r)}},...t>0?[{level:"warning",message:{text:`${x(t,"finding")} left out: the report is limited to ${Ue}.`}}]:[]],s=[...r.notUnderstood,...r.partly,...o].slice(0,so);return[...i,...s.map(a=>bo(a,n))]}function bo(e,n){let t=C(e);return{level:e.coverage==="about"?"note":"warning",message:{text:K(e.message)},descriptor:{id:e.code},locations:[{physicalLocation:{artifactLocation:{uri:Xn(n(e.path)),uriBaseId:"SRCROOT"},...t===void 0?{}:{region:{startLine:t}}}}]}}function K(e){return F(g(e),ao).replaceAll("](","] (")}function vo(e){return e.replace(/(?:^|-)([a-z])/g,(n,t)=>t.toUpperCase())}var wo=110,He=8;function Zn(e,n){let t=A(n.color,n.hyperlinks);return`${[...y(e).map(o=>Ro(o,n,t)),...Oo(e,n,t),Eo(e,t)].join(`

`)}
`}function Ro(e,n,t){let{pathOf:r}=n,o=`${t.paint(e.severity,e.severity)} ${t.link(t.paint("strong",e.rule),e.help)}`,i=se(g(e.message),Qn(n,0)),s=So(e),c=$o(e).flatMap(({source:d,marks:u},p)=>{let w=f(d,(u.find(h=>h.caret==="^")??u[0])?.span.start??0),M=`${g(r(d.path))}:${w.line}:${w.column}`,G=p===0?"-->":":::";return[`${" ".repeat(s)}${t.paint("dim",G)} ${M}`,...J(d,u,s,n.width,t)]}),l=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`]],m=e.related.length-He;return[o,...i,...c,...m>0?[`${" ".repeat(s)} … and ${x(m,"more place")}`]:[],...l.flatMap(([d,u])=>xo(d,u,s,n,t))].join(`
`)}function xo(e,n,t,r,o){if(n==="")return[];let i=" ".repeat(t+1);return se(g(n),Qn(r,t+12)).map((a,c)=>c===0?`${i}${o.paint("dim","=")} ${o.paint("strong",e.padEnd(8))} ${a}`:`${i}${" ".repeat(11)}${a}`)}function Qn(e,n){return Math.max(30,Math.min(e.width,wo)-n)}function $o(e){let n={span:e.span,label:Q(e.placement.place),role:e.severity,caret:"^"},t=e.related.slice(0,He).map(({span:o,message:i})=>({span:o,label:g(i),role:"related",caret:"-"})),r=new Map;for(let o of[n,...t]){let{source:i}=o.span,s=r.get(i.path);s?s.marks.push(o):r.set(i.path,{source:i,marks:[o]})}return[...r.values()]}function So(e){let n=[e.span,...e.related.slice(0,He).map(t=>t.span)];return Math.max(...n.map(t=>String(f(t.source,t.end).line).length))}function Oo(e,n,t){let{coverage:r,notes:o}=e.result,i=[...o.map(s=>ze("note",s,n,t)),...r.partly.map(s=>ze("partly",s,n,t)),...r.notUnderstood.map(s=>ze("not understood",s,n,t))];return i.length>0?[i.join(`
`)]:[]}function ze(e,n,t,r){let o=C(n),i=`${g(t.pathOf(n.path))}${o===void 0?"":`:${o}`}`;return`${r.paint("dim",e)} ${i}: ${g(n.message)} ${r.paint("dim",`(${n.code})`)}`}function Eo(e,n){let{verdict:t,result:r}=e,o=t.conclusion==="success"?"success":t.conclusion==="failure"?"error":"warning";return`${$(r.coverage)}
${n.paint(o,g(t.sentence))}`}function Ma(e,n,t){switch(e){case"text":return Zn(n,t);case"compact":return An(n,t);case"agent":return Ln(n,t);case"json":return In(n);case"sarif":return Yn(n,t);case"github":return En(n,t);case"markdown":return Gn(n,t);case"gitlab":return Pn(n,t);case"checkstyle":return Cn(n,t);case"junit":return jn(n,t);case"html":return Bn(n,t)}}export{pe as a,W as b,Po as c,fe as d,Se as e,v as f,Z as g,dn as h,j as i,un as j,Uo as k,Jo as l,Qo as m,y as n,ni as o,x as p,te as q,di as r,ui as s,fi as t,hi as u,gi as v,yi as w,ki as x,bi as y,Ti as z,Fi as A,kn as B,wi as C,Ri as D,xi as E,q as F,Ai as G,Di as H,Pi as I,he as J,Gi as K,cr as L,Yi as M,On as N,hr as O,wr as P,se as Q,Be as R,Nn as S,Ma as T};
