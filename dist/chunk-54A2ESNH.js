import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{A as ln,a as nn,i as tn,j as rn,o as Se,q as sn,r as an,s as cn,t as V,v as Q,w as dn,x as Oe,y as kt}from"./chunk-NAYUCWT2.js";import{a as k,b as h,d as z,e as I,f as Ee,g as Ie,h as Te,i as T,j as F,k as pe,l as me,n as un,p as D}from"./chunk-SES36VUW.js";import{e as yt,g as b,h as L,j as en,k as m,l as fe,u as on}from"./chunk-BYUZUPYG.js";import{readdirSync as jt,realpathSync as gn,statSync as Kt}from"node:fs";import{resolve as Ut,sep as W}from"node:path";function fn(e){let n=bt(e);if(n!==void 0)return n==="utf-8"?e.toString("utf8"):new TextDecoder(n,{ignoreBOM:!0}).decode(e)}function bt(e){if(e[0]===255&&e[1]===254)return"utf-16le";if(e[0]===254&&e[1]===255)return"utf-16be";let n=e.subarray(0,8e3);return n.includes(0)?vt(n)??(wt(n)?"utf-8":void 0):"utf-8"}function vt(e){let n=0,t=0;for(let o=0;o<e.length;o++)e[o]===0&&(o%2===0?n++:t++);let r=e.length/2*.7;return t>=r&&n===0?"utf-16le":n>=r&&t===0?"utf-16be":void 0}function wt(e){let n=e.toString("utf8");return(n.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length??0)<=n.length*.1}function he(e,n,t){let r=fn(n);return r===void 0?{kind:"binary"}:t||xt(e)||Ot(e,r)?{kind:"text",text:r}:{kind:"other"}}function pn(e,n){let t=n.indexOf("\0");if(t<0)return;let r={source:en(e,n),start:t,end:t+1};return{code:"nul",message:"a NUL character; the line may run as something else than was read",path:e,span:r,coverage:"partly"}}function xt(e){return/\.[^/.]+$/.test(e)}var Rt=/(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i,$t=/(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i,St=/^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;function Ot(e,n){return/^\ufeff?#(?:!|cloud-config)/.test(n)||Rt.test(e)||/(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(e)||$t.test(e)||St.test(n.slice(0,16384))}import{gunzipSync as Et}from"node:zlib";var P=512;function ye(e,n){let t=i=>({files:[],notes:[{code:"archive",message:i,path:e,coverage:"not"}]}),r=Math.min(k.archiveBytes,Math.max(n.length*k.archiveRatio,k.archiveHarmlessBytes)),o;try{o=Et(n,{maxOutputLength:r})}catch(i){let s=i.code==="ERR_BUFFER_TOO_LARGE";return t(s?"unpacks to more than the limit; it was not read":"is no gzip archive")}return It(e,o)}function It(e,n){let t=[],r=[],o=a=>r.push({code:"archive",message:a,path:e,coverage:"partly"}),i,s=0;for(let a=0;a+P<=n.length;){let c=n.subarray(a,a+P);if(c.every(u=>u===0))break;if(++s>k.archiveEntries){o(`holds more than ${k.archiveEntries} entries; the rest was not read`);break}let l=Ct(c,124,12),f=n.subarray(a+P,a+P+l);if(!Number.isSafeInteger(l)||f.length<l){o("ends in the middle of a file");break}a+=P+Math.ceil(l/P)*P;let d=String.fromCharCode(c[156]??0);if(d==="L")i=ge(f);else if(d==="x")i=Nt(f)??i;else if(d==="0"||d==="\0"){let u=Tt(i??Ft(c));i=void 0,u===void 0?o("holds a path that leads outside the chart; that file was not read"):l>k.archiveEntryBytes?o(`${u} is larger than ${k.archiveEntryBytes/1024/1024} MiB; it was not read`):f.subarray(0,8e3).includes(0)||t.push({path:`${e}/${u}`,text:f.toString("utf8")})}else i=void 0}return{files:t,notes:r}}function Tt(e){let n=e.replaceAll("\\","/").split("/").filter(t=>t!==""&&t!==".");if(!(n.includes("..")||e.startsWith("/")||n.length<2))return n.slice(1).join("/")}function Ft(e){let n=e.toString("latin1",257,262)==="ustar"?ge(e.subarray(345,500)):"",t=ge(e.subarray(0,100));return n===""?t:`${n}/${t}`}function Nt(e){return/(?:^|\n)\d+ path=([^\n]*)\n/.exec(e.toString("utf8"))?.[1]}function Ct(e,n,t){return Number.parseInt(ge(e.subarray(n,n+t)).trim()||"0",8)}function ge(e){let n=e.indexOf(0);return e.toString("utf8",0,n<0?e.length:n)}var Lt=new Set([".git",".hg",".svn"]),At=new Set(["node_modules","vendor","third_party","bower_components",".venv","venv","__pycache__",".tox",".terraform",".next",".cache","testdata"]),Wt=new Set("adoc asciidoc asm avi bin bmp bz2 c cc class cpp crt cs css csv d ts dart db deb diff dll dylib ear ejs eot erl ex exe exs fbx gif go gz h haml hbs hpp hs htm html ico iml ipynb jar java jks jpeg jpg js jsx kt kts less lib lock log lua m map md mdx mjs cjs mod mov mp3 mp4 mustache o odt otf out p12 patch pb pdf pem php pl pm png po pot proto psd pub py pyc pyi r rb rpm rs rst sass scala scss snap so sql sum svelte svg swift swp tar tif tiff tsx ttf tsv vue war wasm wav webm webp whl woff woff2 xls xlsx xml xsd xz yarn zip 7z".split(" "));function ke(e){return Lt.has(e)}function be(e){return At.has(e)}function H(e){let n=nn(e).toLowerCase();if(/^(package-lock|npm-shrinkwrap|composer|tsconfig)\.json$|^go\.(mod|sum)$|^(license|licence|readme|changelog|notice|authors|owners)(\.[a-z]+)?$/.test(n))return!1;if(/^(dockerfile|containerfile|jenkinsfile)[.-]/.test(n))return!0;let t=n.lastIndexOf(".");return t<=0||!Wt.has(n.slice(t+1))}function A(e){return/(^|\/)charts\/[^/]+\.tgz$/.test(e)}import{closeSync as Mt,constants as Fe,fstatSync as Dt,openSync as Pt,readSync as _t}from"node:fs";function hn(e,n){let t;try{t=Pt(e,Fe.O_RDONLY|(Fe.O_NONBLOCK??0)|(Fe.O_NOFOLLOW??0))}catch{return mn}try{let r=Dt(t);return r.isFile()?r.size>n?{code:"too-large",message:`larger than ${Math.round(n/1024/1024)} MiB; it was not read`,coverage:"left-out"}:Bt(t,r.size):{code:"not-a-regular-file",message:"not a regular file; it was not read",coverage:"not"}}catch{return mn}finally{Mt(t)}}var mn={code:"unreadable",message:"the file cannot be read",coverage:"not"};function Bt(e,n){let t=Buffer.allocUnsafe(n+1),r=0;for(;r<t.length;){let o=_t(e,t,r,t.length-r,null);if(o===0||(r+=o,r===n))break}return t.subarray(0,Math.min(r,n))}function bi(e,n,t=()=>!1){let r=gn(e),o={root:r,excluded:t,files:[],notes:[],seen:new Set,uncounted:[]};for(let s of n){let a=Ut(r,s);if(!wn(r,a))throw new ve(s,"is outside the scanned root");let c=Ce(a);if(!c)throw new ve(s,"does not exist or cannot be read");c.isDirectory()?yn(o,a,0):Ne(o,a,!0)}return Vt(o),{files:o.files.sort((s,a)=>s.path<a.path?-1:s.path>a.path?1:0),notes:o.notes}}var ve=class extends Error{constructor(n,t){super(`${n} ${t}`)}};function yn(e,n,t){if(t>k.folderDepth){q(e,n,"too-deep",`folders are nested more than ${k.folderDepth} deep; nothing below was read`);return}let r=bn(n);if(!r){q(e,n,"unreadable","the folder cannot be read");return}r.sort((o,i)=>o.name<i.name?-1:1);for(let o of r){if(e.files.length>=k.files){q(e,n,"too-many",`more than ${k.files} files; the rest was not read`);return}let i=n.endsWith(W)?n+o.name:n+W+o.name,s=o.isDirectory();if(s&&ke(o.name))continue;let a=Gt(e,i,o);a!==void 0?ee(e,i,a,s):s?yn(e,i,t+1):o.isSymbolicLink()?Ht(e,i):o.isFile()?Ne(e,i,!1):H(o.name)?q(e,i,"not-a-regular-file","not a regular file; it was not opened"):we(e,i)}}function Gt(e,n,t){return e.excluded(_(e,n))?"ignored":t.isDirectory()&&be(t.name)?"vendored":t.name.includes("�")&&Ce(n)===void 0?"file-name":void 0}var kn={vendored:"holds what others wrote; it was not read",ignored:"the configuration excludes it",linked:"a link; what it leads to is read under its own name, if it is below the scanned root","outside-root":"a link that leads outside the scanned root; it was not followed","file-name":"its name is not UTF-8; it was not read",binary:"not a text; it was not read"};function ee(e,n,t,r){r?e.uncounted.push({folder:n,code:t}):e.notes.push({code:t,message:kn[t],path:_(e,n),coverage:"left-out"})}function we(e,n){let t=_(e,n);e.notes.push({code:"other-kind",message:"of a kind that is not read",path:t,coverage:"other-kind"})}function Vt(e){let n=k.countedFiles;for(let{folder:r,code:o}of e.uncounted){let i=zt(e,r,n);n-=i;let s=_(e,r);e.notes.push({code:o,message:kn[o],path:s,coverage:"left-out",files:i})}if(n>0)return;let t=`the folders that are left out hold ${k.countedFiles} files or more; the rest was not counted`;e.notes.push({code:"too-many",message:t,path:".",coverage:"about"})}function zt(e,n,t){let r=0,o=[n];for(let i=o.pop();i!==void 0&&r<t;i=o.pop())for(let s of bn(i)??[]){let a=i+W+s.name;s.isDirectory()?o.push(a):e.seen.has(a)||r++}return Math.min(r,t)}function Ht(e,n){let t=qt(n),r=t===void 0?void 0:Ce(t);t===void 0||!r||r.isDirectory()?ee(e,n,"linked",!1):!H(n)&&!A(n)?we(e,n):wn(e.root,t)?r.isFile()?(ee(e,n,"linked",!1),Ne(e,t,!1)):q(e,n,"not-a-regular-file","a link to something that is not a regular file; it was not opened"):ee(e,n,"outside-root",!1)}function qt(e){try{return gn(e)}catch{return}}function Ne(e,n,t){if(e.seen.has(n))return;e.seen.add(n);let r=_(e,n);if(A(r)){Jt(e,n,r);return}if(!t&&!H(r)){we(e,n);return}let o=vn(e,n,k.scriptBytes);if(!o)return;let i=he(r,o,t);switch(i.kind){case"text":{e.files.push({path:r,text:i.text});let s=pn(r,i.text);s&&e.notes.push(s);return}case"other":we(e,n);return;case"binary":t?q(e,n,"not-text","not a text file"):ee(e,n,"binary",!1);return;default:}}function bn(e){try{return jt(e,{withFileTypes:!0})}catch{return}}function Jt(e,n,t){let r=vn(e,n,k.archiveBytes);if(!r)return;let o=ye(t,r);e.notes.push(...o.notes);for(let i of o.files)e.files.push(i)}function vn(e,n,t){let r=hn(n,t);if(Buffer.isBuffer(r))return r;e.notes.push({...r,path:_(e,n)})}function Ce(e){try{return Kt(e)}catch{return}}function wn(e,n){return n===e||n.startsWith(e.endsWith(W)?e:e+W)}function _(e,n){if(n===e.root)return".";let t=n.slice(e.root.endsWith(W)?e.root.length:e.root.length+1);return W==="/"?t:t.split(W).join("/")}function q(e,n,t,r){e.notes.push({code:t,message:r,path:_(e,n),coverage:"not"})}var v=["error","warning","notice"],B=["high","medium","low"];var Yt=["containerd","cri-o","cri-dockerd","mcr"],Le=["off",...v],ne=["text","compact","agent","json","sarif","github","markdown","gitlab","checkstyle","junit","html"],xn=37,Xt=16,Ae={oldest:Xt,newest:60},j=["command line","action","file"],We={format:{type:"choice",choices:ne,default:"text",placeholder:"FORMAT",on:["command line"],summary:"Format of the report on standard output."},output:{type:"list",default:[],placeholder:"FORMAT=FILE",on:["command line"],summary:"Writes a further report to a file; may be repeated."},fix:{type:"boolean",default:!1,on:["command line"],summary:"Applies the fixes that are safe, then reports what is left."},diff:{type:"boolean",default:!1,on:["command line"],summary:"Prints the safe fixes as a patch and changes nothing."},set:{type:"list",default:[],placeholder:"KEY=VALUE",on:["command line"],summary:"With `render`: sets a value, written as for helm; may be repeated."},"kube-version":{type:"text",default:void 0,placeholder:"VERSION",on:["command line"],summary:"With `render`: the version that the chart sees as its cluster’s."},"release-name":{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: name of the release."},namespace:{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: namespace of the release."},"include-crds":{type:"boolean",default:!1,on:["command line"],summary:"With `render`: prints custom resource definitions too."},trace:{type:"boolean",default:!1,on:["command line"],summary:"With `render`: shows in front of each line which lines of the chart it comes from."},forks:{type:"boolean",default:!1,on:["command line"],summary:"With `init`: also writes the workflow that comments on pull requests from forks."},color:{type:"choice",choices:["auto","always","never"],default:"auto",placeholder:"WHEN",on:["command line"],summary:"Colours; `auto` looks at the terminal, NO_COLOR and FORCE_COLOR."},config:{type:"text",default:void 0,placeholder:"FILE",on:["command line","action"],summary:"Configuration file; without it `.dockershim.yaml`, `.yml` or `.json` of the scanned folder is read."},"target-runtime":{type:"choice",choices:Yt,default:"containerd",placeholder:"RUNTIME",on:j,summary:"Container runtime that the nodes move to."},"kubernetes-version":{type:"version",default:xn,placeholder:"1.N",on:j,summary:"Kubernetes version that the nodes move to."},"fail-on":{type:"choice",choices:[...v,"never"],default:"error",placeholder:"SEVERITY",on:j,summary:"Lowest severity that fails the run."},"min-confidence":{type:"choice",choices:B,default:"medium",placeholder:"CONFIDENCE",on:j,summary:"Findings below this confidence are reported, but do not fail the run."},"on-parse-error":{type:"choice",choices:["note","fail"],default:"note",placeholder:"ACTION",on:j,summary:"Whether a file that was not understood is only noted, or fails the run."},values:{type:"list",default:[],placeholder:"FILE",on:j,summary:"Values files that charts are rendered with, the later ones winning, as with helm."},exclude:{type:"list",default:[],placeholder:"GLOB",on:["command line","file"],summary:"Files and folders that are not scanned."},compare:{type:"text",default:void 0,placeholder:"REF",on:["command line","action"],summary:"Judges only what is new since this git reference; `off` judges everything. The Action also takes `auto`, its default: the base of the event."},baseline:{type:"text",default:void 0,placeholder:"FILE",on:j,summary:"Findings listed in this file are known and do not count; `baseline write` makes it."},rules:{type:"rule-levels",default:{},on:["file"],summary:"Severity of single rules, or `off`."},overrides:{type:"overrides",default:[],on:["file"],summary:"Severities of rules for some paths; the last entry that matches wins."},unsuppressible:{type:"rule-list",default:[],on:["file"],summary:"Rules that neither a comment nor the baseline may suppress."},comment:{type:"choice",choices:["on-findings","always","never"],default:"on-findings",on:["action","file"],summary:"When the pull request gets its summary comment."},annotations:{type:"boolean",default:!0,on:["action","file"],summary:"Whether findings are annotated on the lines of the pull request."},summary:{type:"boolean",default:!0,on:["action","file"],summary:"Whether the job summary carries the full report."},suggestions:{type:"boolean",default:!1,on:["action","file"],summary:"Whether safe fixes inside the diff are offered as suggestions that one click applies."},outputs:{type:"list",default:[],on:["action"],summary:"Reports to write, one `format=path` a line."},paths:{type:"list",default:["."],on:["action"],summary:"Folders and files to scan, one a line; without it the whole repository."},"comment-from":{type:"text",default:void 0,on:["action"],summary:"JSON report of another run to comment from, in a `workflow_run` workflow for forks."},matrix:{type:"text",default:void 0,on:["action"],summary:"Tells the jobs of a matrix apart, so that each keeps a comment of its own."},token:{type:"text",default:void 0,on:["action"],summary:"Token that reads the base of the change and writes the comment; by default that of the job."},"allow-untrusted-target":{type:"boolean",default:!1,on:["action"],summary:"Runs on `pull_request_target` although the checkout is not that of the base."}};var Rn=Object.keys(We);function K(e){return We[e]}function $n(e){return Rn.filter(n=>K(n).on.includes(e))}function Si(e){let n={};for(let t of Rn)n[t]=K(t).default;for(let t of e)for(let[r,o]of Object.entries(t))o!==void 0&&(n[r]=o);return n}function Fi(e){return e.map(n=>{let t=n.indexOf("="),r=n.slice(0,Math.max(0,t)),o=n.slice(t+1).trim();if(t<1||o==="")throw new b(`An output is written FORMAT=FILE, not "${n}".`);let i=ne.find(s=>s===r.trim());if(!i)throw new b(L("format",r,ne));return{format:i,file:o}})}async function Wi(e,n,t=[]){return n.everything||e.some(an)?(await import("./chunk-DHFARSQO.js")).lint(e,n,t):{findings:[],suppressed:[],coverage:rn(e,cn(e),t,sn),notes:t.filter(r=>r.coverage==="about")}}function y(e){return e.comparison?.introduced??e.result.findings}var Di={color:!1,width:100,hyperlinks:!1,pathOf:e=>e};var Zt={node:"runs on the node",workload:"runs in a pod",image:"is built into an image",ci:"runs in CI",dev:"runs on a developer's machine",unknown:"where it runs is not known"};function te(e){return Zt[e]}function O(e){let n=e.placement.evidence[0];return`${te(e.placement.place)}${n?`: ${n.text}`:""}`}function S(e,n=t=>t){switch(e.kind){case"default":return"on by default";case"when":return`when ${e.settings.join(" and ")} is set (${Sn(e.span,n)})`;case"conditional":return`under the condition ${e.condition} (${Sn(e.span,n)})`}}function Sn(e,n){return`${n(e.source.path)}:${m(e.source,e.start).line}`}function x(e,n){return`${e} ${n}${e===1?"":"s"}`}function re(e){let n=oe(e);return v.flatMap(r=>n[r]>0?[x(n[r],r)]:[]).join(", ")}function oe(e){let n={error:0,warning:0,notice:0};for(let t of e)n[t.severity]++;return n}function $(e){let{partly:n,not:t}=Re(e),r=Math.max(0,e.files-n-t),o=xe(e.otherKinds),i=xe(e.leftOut),s=[...o>0?[`${o} of other kinds`]:[],...i>0?[`${i} left out`]:[]],a=`scanned ${x(e.files,"file")} (${r} fully, ${n} partly, ${t} not understood)`;return s.length>0?`${a}; not read: ${s.join(", ")}`:a}var On=12,En=3;function Qt(e){let n=e.slice(0,On).map(({kind:r,files:o})=>`${o} ${r??"without an extension"}`),t=e.slice(On);return[...n,...t.length>0?[`${xe(t)} of ${x(t.length,"more kind")}`]:[]].join(", ")}var er={vendored:"in folders of what others wrote",ignored:"excluded by the configuration",linked:"behind links","outside-root":"behind links out of the scanned folder","file-name":"with a name that is not UTF-8",binary:"binary","too-large":"too large"};function nr(e,n=t=>t){return e.map(({reason:t,files:r,paths:o})=>{let i=o.length>En?", …":"";return`${r} ${er[t]} (${o.slice(0,En).map(n).join(", ")}${i})`}).join(", ")}function J({otherKinds:e,leftOut:n},t){return[...e.length>0?[["other kinds",Qt(e)]]:[],...n.length>0?[["left out",nr(n,t)]]:[]]}function xe(e){return e.reduce((n,{files:t})=>n+t,0)}function In(e){return Re(e).not+xe(e.leftOut.filter(({reason:n})=>n==="too-large"))}function Re(e){let n=new Set(e.notUnderstood.map(r=>r.path));return{partly:new Set(e.partly.map(r=>r.path).filter(r=>!n.has(r))).size,not:n.size}}function N(e){return e.span?m(e.span.source,e.span.start).line:void 0}function Vi(e){let{failOnParseError:n,...t}=e;return{...t,verdict:tr(e,n)}}function Me(e,n,t){return n==="never"?!1:v.indexOf(e.severity)<=v.indexOf(n)&&B.indexOf(e.confidence)<=B.indexOf(t)}function tr(e,n){let{result:t,failOn:r,minConfidence:o}=e;if(t.coverage.files===0)return{conclusion:"nothing-to-scan",failing:0,sentence:"There is nothing to scan here."};let i=y(e),s=i.filter(l=>Me(l,r,o)).length,a=n?In(t.coverage):0;return{conclusion:s>0||a>0?"failure":"success",failing:s,sentence:rr(e,i.length,s,a)}}function rr(e,n,t,r){let{result:o,failOn:i,minConfidence:s}=e,a=[or(y(e),e.comparison)],c=`fail-on ${i}, min-confidence ${s}`;return t>0?a.push(`${t} ${t===1?"fails":"fail"} the check (${c})`):n>0&&i!=="never"&&a.push(`none fails the check (${c})`),r>0&&a.push(`${x(r,"file")} not understood, which fails the check (on-parse-error fail)`),o.suppressed.length>0&&a.push(`${o.suppressed.length} suppressed`),`${a.join("; ")}.`}function or(e,n){if(n){let{introduced:r,existing:o,fixed:i,base:s}=n,a=r.length>0?` (${re(r)})`:"";return`${r.length} new${a}, ${o.length} existing, ${i.length} fixed, compared with ${s}`}if(e.length===0)return"Nothing here depends on dockershim or Docker Engine";let t=new Set(e.map(r=>r.span.source.path)).size;return`${x(e.length,"finding")} (${re(e)}) in ${x(t,"file")}`}function Hi(e,n,t,r=[]){let o=new Map;for(let a of n)o.set(a.fingerprint,[...o.get(a.fingerprint)??[],a]);let i=[],s=[];for(let a of t)(o.get(a.fingerprint)?.shift()?s:i).push(a);for(let a of r)o.get(a.fingerprint)?.shift();return{base:e,introduced:i,existing:s,fixed:[...o.values()].flat()}}var De=1,Yi=".dockershim-baseline.json";function Xi(e,n){let t=n.map(r=>({rule:r.rule,path:r.span.source.path,fingerprint:r.fingerprint}));return{path:e,entries:t}}function Zi(e){let n=e.entries.map(({path:r,rule:o,fingerprint:i,reason:s})=>JSON.stringify({path:r,rule:o,fingerprint:i,reason:s})).sort(),t=n.length===0?"[]":`[
    ${n.join(`,
    `)}
  ]`;return`{
  "schemaVersion": ${De},
  "findings": ${t}
}
`}function Qi(e,n){let t=i=>new b(`The baseline ${e} cannot be used: ${i}.`),r;try{r=JSON.parse(n)}catch{throw t("it is not JSON")}if(!Tn(r)||r.schemaVersion!==De)throw t(`its schemaVersion is not ${De}`);if(!Array.isArray(r.findings))throw t('it has no list "findings"');let o=r.findings.map((i,s)=>{if(!(Tn(i)&&typeof i.rule=="string"&&typeof i.path=="string"&&typeof i.fingerprint=="string"&&(i.reason===void 0||typeof i.reason=="string")))throw t(`entry ${s+1} of "findings" needs the texts rule, path and fingerprint`);return i});return{path:e,entries:o}}function es(e,n,t){let{known:r,stale:o}=Fn(e.findings,n),i=[],s=e.findings.filter(a=>{let c=r.get(a);return!c||t.includes(a.rule)?!0:(i.push({finding:a,reason:c.reason??`listed in ${n.path}`,by:"baseline"}),!1)});return{...e,findings:s,suppressed:[...e.suppressed,...i],notes:o.length>0?[...e.notes,ir(n,o.length)]:e.notes}}function ns(e,n){return{...n,entries:[...Fn(e,n).known.values()]}}function Fn(e,n){let t=new Map;for(let o of n.entries){let i=t.get(o.fingerprint);i?i.push(o):t.set(o.fingerprint,[o])}let r=new Map;for(let o of e){let i=t.get(o.fingerprint)?.shift();i&&r.set(o,i)}return{known:r,stale:[...t.values()].flat()}}function ir(e,n){return{code:"suppression",message:`${n===1?"1 entry matches":`${n} entries match`} nothing any more; \`baseline prune\` takes them out`,path:e.path,coverage:"about"}}function Tn(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}function os(e,n,t,r){let o=e.lines.get(n);return o===void 0?!1:o==="whole"||o.some(i=>i.first<=r&&t<=i.last)}function is(e){let n=new Map,t=new Map,r=new Set,o,i="",s={removed:0,added:0};for(let a of Ln(e))if(s.removed>0||s.added>0)s=ar(s,a);else if(a.startsWith("+++ "))o=Nn(a.slice(4),"b/"),o!==void 0&&r.add(o);else if(a.startsWith("--- ")){let c=Nn(a.slice(4),"a/");c!==void 0&&r.add(c)}else if(a.startsWith("rename from "))i=Pe(a.slice(12));else if(a.startsWith("rename to ")){let c=Pe(a.slice(10));t.set(i,c),r.add(i).add(c)}else if(a.startsWith("@@ ")){let c=Cn(a);if(!c)continue;s={removed:c.removed,added:c.added},o!==void 0&&c.added>0&&n.set(o,[...n.get(o)??[],{first:c.start,last:c.start+c.added-1}])}return{lines:n,renames:t,paths:r}}function ss(e,n){let t=[],r=0;for(let o of Ln(e)){let i=o.startsWith("@@ ")?Cn(o):void 0;i?r=i.start:(o.startsWith("+")||o.startsWith(" "))&&((n||o.startsWith("+"))&&sr(t,r),r+=1)}return t}function sr(e,n){let t=e.at(-1);t&&t.last+1===n?e[e.length-1]={first:t.first,last:n}:e.push({first:n,last:n})}function ar(e,n){return n.startsWith("-")?{...e,removed:e.removed-1}:n.startsWith("+")?{...e,added:e.added-1}:n.startsWith("\\")?e:{removed:e.removed-1,added:e.added-1}}function Cn(e){let n=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(n)return{removed:Number(n[1]??1),start:Number(n[2]),added:Number(n[3]??1)}}function Nn(e,n){let t=Pe(e);return t.startsWith(n)?t.slice(n.length):void 0}function Pe(e){return e.startsWith('"')?ur(e):e.endsWith("	")?e.slice(0,-1):e}var cr=34,dr=92,lr=on({a:7,b:8,t:9,n:10,v:11,f:12,r:13,'"':34,"\\":92});function ur(e){let n=new TextEncoder().encode(e),t=[];for(let r=1;r<n.length&&n[r]!==cr;r++){if(n[r]!==dr){t.push(n[r]??0);continue}r+=1;let o=new TextDecoder().decode(n.subarray(r,r+3)),i=/^[0-7]{3}/.test(o);t.push(i?Number.parseInt(o,8):lr.get(o[0]??"")??63),i&&(r+=2)}return new TextDecoder().decode(Uint8Array.from(t))}function*Ln(e){let n=0;for(;n<e.length;){let t=e.indexOf(`
`,n);if(t<0){yield e.slice(n);return}yield e.slice(n,t),n=t+1}}async function fs(e,n,t,r,o){let[i,s]=await Promise.all([e.tree(n),e.tree(e.head)]),a=new Map(s.map(p=>[p.path,p])),c=new Map(t.files.map(p=>[p.path,p])),l=[],f=hr(t.files,a,i,l),d=[];for(let p of i)p.type!=="file"||!An(p.path,r)||(a.get(p.path)?.oid===p.oid?f.push(...fr(p.path,t,c)):pr(o.get(p.path)??p.path,a,c)&&d.push(p));let u=await e.blobs(d.map(p=>p.oid),k.archiveBytes);for(let p of d){let w=u.get(p.oid),M=o.get(p.path)??p.path;w&&f.push(...Wn(M,w,r))}return{files:f.sort((p,w)=>p.path<w.path?-1:p.path>w.path?1:0),notes:l}}function fr(e,n,t){if(A(e))return n.files.filter(o=>o.path.startsWith(`${e}/`));let r=t.get(e);return r?[r]:[]}function pr(e,n,t){return!n.has(e)||t.has(e)||A(e)}async function ps(e,n,t,r){let o=(await e.tree(n)).filter(a=>a.type==="file"&&An(a.path,t)),i=await e.blobs(o.map(a=>a.oid),k.archiveBytes);return o.flatMap(a=>{let c=i.get(a.oid);return c?Wn(r.get(a.path)??a.path,c,t):[]}).sort((a,c)=>a.path<c.path?-1:a.path>c.path?1:0)}function An(e,n){return n.paths.some(t=>{let r=t==="."?"":t;return r===e?!0:r!==""&&!e.startsWith(`${r}/`)?!1:mr(e,r,n.excluded)})}function mr(e,n,t){let o=(n===""?e:e.slice(n.length+1)).split("/").slice(0,-1);if(o.some(s=>ke(s)||be(s)))return!1;let i=n;for(let s of o)if(i=i===""?s:`${i}/${s}`,t(i))return!1;return!t(e)&&(A(e)||H(e))}function Wn(e,n,t){if(A(e))return ye(e,n).files;if(n.length>k.scriptBytes)return[];let r=he(e,n,t.paths.includes(e));return r.kind==="text"?[{path:e,text:r.text}]:[]}function hr(e,n,t,r){let o=[...n.values()].filter(d=>d.type==="submodule"),i=[...n.keys()].filter(A),s=new Map(t.map(d=>[d.path,d.oid])),a=o.filter(d=>s.get(d.path)!==d.oid),c=a.filter(d=>e.some(u=>u.path.startsWith(`${d.path}/`)));for(let d of c)r.push({code:"comparison",message:"the submodule points to another commit than before, whose files are not here: all its findings count as new",path:d.path,coverage:"about"});let l=d=>a.some(u=>d.startsWith(`${u.path}/`)),f=d=>i.some(u=>d.startsWith(u));return e.filter(d=>!n.has(d.path)&&!f(d.path)&&!l(d.path))}import{spawn as gr}from"node:child_process";var yr=6e4,kr=64*1024*1024,br=/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;function Y(e){return br.test(e)}async function gs(e){let n=await E(e,["rev-parse","--show-toplevel","HEAD"]);if(n.code!==0)return;let[t,r]=n.stdout.toString("utf8").split(`
`);if(!(!t||!r||!Y(r)))return{top:t,head:r,has:async o=>Y(o)&&(await E(t,["cat-file","-e",`${o}^{tree}`])).code===0,resolve:o=>vr(t,o),parents:o=>wr(t,o),mergeBase:(o,i)=>xr(t,o,i),tree:o=>Rr(t,o),blobs:(o,i)=>$r(t,o,i),patch:(o,i)=>Sr(t,o,i),fetch:(o,i)=>Or(t,o,i)}}async function vr(e,n){if(!n.startsWith("-"))for(let t of[n,`refs/remotes/origin/${n}`]){let r=await E(e,["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`]),o=r.stdout.toString("utf8").trim();if(r.code===0&&Y(o))return o}}async function wr(e,n){let{code:t,stdout:r}=await E(e,["cat-file","commit",n]);return t!==0?[]:(r.toString("utf8").split(`

`,1)[0]??"").split(`
`).flatMap(i=>i.startsWith("parent ")?[i.slice(7).trim()]:[])}async function xr(e,n,t){let{code:r,stdout:o}=await E(e,["merge-base",n,t]),i=o.toString("utf8").trim();return r===0&&Y(i)?i:void 0}async function Rr(e,n){let{code:t,stdout:r}=await E(e,["ls-tree","-r","-z","--full-tree",n]);if(t!==0)return[];let o=[];for(let i of r.toString("utf8").split("\0")){let s=i.indexOf("	"),[a,,c]=i.slice(0,s).split(" ");if(s<0||!a||!c)continue;let l=a==="160000"?"submodule":a==="120000"?"link":"file";o.push({path:i.slice(s+1),oid:c,type:l})}return o}async function $r(e,n,t){let r=[...new Set(n.filter(Y))],o=new Map;if(r.length===0)return o;let{stdout:i}=await E(e,["cat-file","--batch"],{input:`${r.join(`
`)}
`}),s=0;for(;s<i.length;){let a=i.indexOf(10,s);if(a<0)break;let[c,l,f]=i.toString("utf8",s,a).split(" ");if(s=a+1,l==="missing"||f===void 0)continue;let d=s+Number(f);c&&l==="blob"&&Number(f)<=t&&d<=i.length&&o.set(c,i.subarray(s,d)),s=d+1}return o}async function Sr(e,n,t){let r=["--unified=0","--find-renames","--no-color","--no-ext-diff","--no-textconv","--submodule=short","--src-prefix=a/","--dst-prefix=b/"],{code:o,stdout:i,cut:s}=await E(e,["-c","core.quotePath=false","diff",...r,n,t,"--"],{limit:kr});return o===0&&!s?i.toString("utf8"):void 0}async function Or(e,n,t){if(!Y(n))return"not a commit id";if((await E(e,["config","--get","remote.origin.url"])).stdout.toString("utf8").trim()==="")return"the checkout has no remote called origin";let s=["--no-tags","--no-recurse-submodules","--no-write-fetch-head","--quiet",...(await E(e,["rev-parse","--is-shallow-repository"])).stdout.toString("utf8").trim()==="true"?["--depth=1"]:[]],{code:a,stderr:c}=await E(e,["fetch",...s,"origin",n],{timeout:yr,config:await Er(e,t)});if(a!==0)return Ir(c.toString("utf8"))||"git fetch failed"}async function Er(e,n){if(!n)return[];let t=`http.${n.serverUrl}/.extraheader`;if((await E(e,["config","--get-all",t])).stdout.toString("utf8").trim()!=="")return[];let o=Buffer.from(`x-access-token:${n.token}`).toString("base64");return[[t,`AUTHORIZATION: basic ${o}`]]}function Ir(e){return e.trim().split(`
`).at(-1)??""}var Tr=["core.fsmonitor=false","core.hooksPath=/dev/null","safe.directory=*","gc.auto=0"];function E(e,n,t={}){let r=Tr.flatMap(s=>["-c",s]),o=gr("git",["--no-replace-objects","--no-pager",...r,...n],{cwd:e,env:Fr(t.config??[]),stdio:["pipe","pipe","pipe"],timeout:t.timeout??12e4}),i=t.limit??Number.POSITIVE_INFINITY;return new Promise(s=>{let a=[],c=[],l=0;o.stdout.on("data",d=>{l+=d.length,l>i?o.kill():a.push(d)}),o.stderr.on("data",d=>{c.length<1e3&&c.push(d)});let f=d=>s({code:d,stdout:Buffer.concat(a),stderr:Buffer.concat(c),cut:l>i});o.on("error",()=>f(127)),o.on("close",d=>f(d??128)),o.stdin.on("error",()=>{}),o.stdin.end(t.input??"")})}function Fr(e){let n={...process.env,GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"};for(let t of["GIT_DIR","GIT_WORK_TREE","GIT_INDEX_FILE","GIT_CONFIG_COUNT"])delete n[t];if(e.length===0)return n;n.GIT_CONFIG_COUNT=String(e.length);for(let[t,[r,o]]of e.entries())n[`GIT_CONFIG_KEY_${t}`]=r,n[`GIT_CONFIG_VALUE_${t}`]=o;return n}function Nr(e){let n=e.replace(/^\.\//,"").replace(/^\//,"").replace(/\/+$/,"");if(n===""||n===".")return()=>!0;let r=[...!e.replace(/\/+$/,"").includes("/")?["**"]:[],...n.split("/"),"**"];return o=>Cr(r,o.split("/"))}function _e(e){let n=e.map(Nr);return t=>n.some(r=>r(t))}function Cr(e,n){return Mn(e.length,n.length,{isStar:t=>e[t]==="**",matches:(t,r)=>Lr(e[t]??"",n[r]??"")})}function Lr(e,n){return Mn(e.length,n.length,{isStar:t=>e[t]==="*",matches:(t,r)=>e[t]==="?"||e[t]===n[r]})}function Mn(e,n,{isStar:t,matches:r}){let o=0,i=0,s=-1,a=0;for(;i<n;)if(o<e&&t(o))s=o++,a=i;else if(o<e&&r(o,i))o++,i++;else if(s>=0)o=s+1,i=++a;else return!1;for(;o<e&&t(o);)o++;return o===e}function vs(e,n,t=""){let r=e.overrides.map(({paths:o,rules:i})=>({matches:_e(o),rules:i}));return{target:{runtime:e["target-runtime"],minor:e["kubernetes-version"]},levelOf(o,i){let s=r.findLast(({matches:a,rules:c})=>c[o]!==void 0&&a(t+i));return s?s.rules[o]:e.rules[o]},unsuppressible:e.unsuppressible,today:n,values:e.values}}function ws(e,n=""){let t=_e(e.exclude);return r=>t(n+r)}function $e(e,n,t){let r=K(e),o=n.at(-1)??"";switch(r.type){case"choice":return{[e]:Be(o,r.choices,t)};case"version":return{[e]:Ar(o,t)};case"text":if(o.trim()==="")throw new b(`${t} needs a value.`);return{[e]:o};case"list":return{[e]:n.map(i=>i.trim()).filter(i=>i!=="")};case"boolean":return{[e]:Wr(o,t)};case"rule-list":return{[e]:n.map(i=>Mr(i))};case"rule-levels":case"overrides":throw new b(`${t} can only be written in the configuration file.`)}}function Os(e,n){let t=e.flatMap(r=>{let o=n(r);return o.trim()===""?[]:[$e(r,K(r).type==="list"?o.split(`
`):[o.trim()],`Input "${r}"`)]});return Object.assign({},...t)}function Be(e,n,t){if(n.includes(e))return e;throw new b(`${t} must be one of ${n.join(", ")}. ${L("value",e,n)}`)}function Ar(e,n){let t=/^v?1\.(\d{1,3})(?:$|[.+-])/.exec(e.trim()),r=Number(t?.[1]),{oldest:o,newest:i}=Ae;if(t&&r>=o&&r<=i)return r;throw new b(`${n} must be a Kubernetes version such as 1.24 (from 1.${o}), not "${e}".`)}function Wr(e,n){let t=e.trim().toLowerCase();if(t==="true")return!0;if(t==="false")return!1;throw new b(`${n} must be true or false, not "${e}".`)}function Mr(e){let n=V.find(t=>t===e);if(n)return n;throw new b(L("rule",e,V))}var R=yt(kt(),1);var Dn=256*1024;function Ls(e,n){if(n.length>Dn)throw new b(`${e} is larger than ${Dn/1024} KiB.`);if(ln(n))throw new b(`${e} is nested too deeply.`);let t=new R.LineCounter,r=(0,R.parseDocument)(n,{uniqueKeys:!1,lineCounter:t,prettyErrors:!1}),o=(a,c)=>{let l=a?.range?.[0],f=l===void 0?"":`:${t.linePos(l).line}`;return new b(`${e}${f}: ${c}`)},i=r.errors[0];if(i)throw new b(`${e}:${t.linePos(i.pos[0]).line}: ${i.message}`);let s=r.contents;if(s===null||(0,R.isScalar)(s)&&s.value===null)return{};if(!(0,R.isMap)(s))throw o(s,"The configuration must be a map of options.");return Dr(s,o)}function Dr(e,n){let t=$n("file"),r={};for(let{key:o,keyNode:i,value:s}of je(e,n)){if(o==="$schema")continue;let a=t.find(c=>c===o);if(!a)throw n(i,L("key",o,t));Object.assign(r,jn(n,s??i,()=>Pr(a,s,n)))}return r}function Pr(e,n,t){switch(K(e).type){case"rule-levels":return{[e]:Pn(n,t)};case"overrides":return{[e]:Bn(e,n,t).map(o=>_r(o,t))};case"list":case"rule-list":return $e(e,_n(e,n,t),e);default:return $e(e,[ie(e,n,t)],e)}}function Pn(e,n){if(!(0,R.isMap)(e))throw n(e,'rules must be a map from rule to severity, as "docker-cli-command: notice".');let t={};for(let{key:r,keyNode:o,value:i}of je(e,n)){let s=V.find(a=>a===r);if(!s)throw n(o,L("rule",r,V));t[s]=jn(n,i??o,()=>Be(ie(r,i,n),Le,r))}return t}function _r(e,n){if(!(0,R.isMap)(e))throw n(e,'Each entry of overrides must be a map with "paths" and "rules".');let t=je(e,n),r=t.find(({key:s})=>s!=="paths"&&s!=="rules");if(r)throw n(r.keyNode,L("key",r.key,["paths","rules"]));let o=t.find(({key:s})=>s==="paths"),i=t.find(({key:s})=>s==="rules");if(!o||!i)throw n(e,'Each entry of overrides needs both "paths" and "rules".');return{paths:_n("paths",o.value,n),rules:Pn(i.value,n)}}function je(e,n){let t=new Set;return e.items.map(r=>{let o=r.key,i=ie("a key",o,n);if(t.has(i))throw n(o,`The key "${i}" is written twice.`);return t.add(i),{key:i,keyNode:o,value:r.value??null}})}function _n(e,n,t){return(0,R.isScalar)(n)&&n.value!==null?[ie(e,n,t)]:Bn(e,n,t).map(r=>ie(e,r,t))}function Bn(e,n,t){if(!(0,R.isSeq)(n))throw t(n,`${e} must be a list.`);return n.items}function ie(e,n,t){if((0,R.isAlias)(n))throw t(n,"Aliases are not read in the configuration.");if(!(0,R.isScalar)(n)||n.value===null)throw t(n,`${e} must have one value.`);return n.type==="PLAIN"&&n.source!==void 0?n.source:String(n.value)}function jn(e,n,t){try{return t()}catch(r){throw r instanceof b&&!/^\S+:\d+: /.test(r.message)?e(n,r.message):r}}var Ke=10;function Kn(e,n=()=>!1){return v.flatMap(t=>{let r=Br(e.filter(o=>o.severity===t),n);return r.length===0?[]:[jr(t,r)]})}function Br(e,n=()=>!1){let t=e.map((r,o)=>({finding:r,key:[n(r)?0:1,v.indexOf(r.severity),B.indexOf(r.confidence),o]}));return t.sort((r,o)=>r.key[0]-o.key[0]||r.key[1]-o.key[1]||r.key[2]-o.key[2]||r.key[3]-o.key[3]),t.map(({finding:r})=>r)}function jr(e,n){if(n.length<=Ke)return{level:e,hidden:0,annotations:n.map(i=>({finding:i,others:0,otherFiles:0}))};let t=Kr(n),r=t.length<=Ke?t:t.slice(0,Ke-1),o=r.reduce((i,s)=>i+1+s.others,0);return{level:e,annotations:r,hidden:n.length-o}}function Kr(e){let n=new Map;for(let t of e){let r=`${t.rule}\0${t.message}`,o=n.get(r);o?o.push(t):n.set(r,[t])}return[...n.values()].flatMap(([t,...r])=>{if(!t)return[];let o=new Set(r.map(i=>i.span.source.path));return o.delete(t.span.source.path),[{finding:t,others:r.length,otherFiles:o.size}]})}function Un(e,n){return`${[...Ur(Kn(y(e)),n.pathOf,"the reports in other formats"),Te($(e.result.coverage)),Te(e.verdict.sentence)].join(`
`)}
`}function Ur(e,n,t){return e.flatMap(r=>{let o=r.annotations.map(s=>Gr(s,n));if(r.hidden===0)return o;let i=`${x(r.hidden,`more ${r.level}`)} cannot be annotated, because GitHub shows ten of each level. All of them are in ${t}.`;return[...o,`::${r.level} title=${Ie("dockershim-lint: more findings")}::${Ee(i)}`]})}function Gr(e,n){let{finding:t}=e,r=[`title=${Ie(t.rule)}`,...Vr(t,n)].join(",");return`::${t.severity} ${r}::${Ee(Hr(e,n))}`}function Vr(e,n){let{source:t,start:r,end:o}=e.span,i=m(t,r),s=m(t,o),a=`file=${zr(n(t.path))}`;return i.line!==s.line?[a,`line=${i.line}`,`endLine=${s.line}`]:[a,`line=${i.line}`,`endLine=${s.line}`,`col=${i.column}`,`endColumn=${Math.max(s.column,i.column+1)}`]}function zr(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A").replaceAll(":","%3A").replaceAll(",","%2C")}function Hr({finding:e,others:n,otherFiles:t},r){let{line:o,column:i}=m(e.span.source,e.span.start),s=n===0?[]:[`Same cause ${n} more times${t>0?`, in ${x(t,"more file")}`:""}.`];return[`${r(e.span.source.path)}:${o}:${i}: ${e.message}`,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`,...s,e.help].map(h).join(`
`)}var qr=1;function Gn(e){return`${z(Jr(e),2)}
`}function Jr(e){let{result:n,comparison:t,target:r,verdict:o}=e,i=new Set(t?.introduced),s=a=>t?i.has(a)?"new":"existing":void 0;return{schemaVersion:qr,tool:{name:"dockershim-lint",version:e.version},target:{runtime:r.runtime,kubernetesVersion:`1.${r.minor}`},summary:Yr(e),findings:n.findings.map(a=>({...Ue(a),state:s(a)})),suppressed:n.suppressed.map(({finding:a,by:c,reason:l})=>({...Ue(a),suppressed:{by:c,reason:l}})),fixed:t?.fixed.map(Ue),coverage:{files:n.coverage.files,fully:Xr(e),partly:n.coverage.partly.map(Ge),notUnderstood:n.coverage.notUnderstood.map(Ge),otherKinds:n.coverage.otherKinds,leftOut:n.coverage.leftOut},notes:n.notes.map(Ge),verdict:{conclusion:o.conclusion,failing:o.failing,sentence:o.sentence}}}function Yr(e){let{result:n,comparison:t,verdict:r}=e,{error:o,warning:i,notice:s}=oe(y(e));return{conclusion:r.conclusion,total:n.findings.length,errors:o,warnings:i,notices:s,failing:r.failing,suppressed:n.suppressed.length,failOn:e.failOn,minConfidence:e.minConfidence,comparedWith:t?.base,new:t?.introduced.length,existing:t?.existing.length,fixed:t?.fixed.length}}function Xr(e){let{partly:n,not:t}=Re(e.result.coverage);return Math.max(0,e.result.coverage.files-n-t)}function Ue(e){return{rule:e.rule,severity:e.severity,confidence:e.confidence,message:e.message,because:e.because,instead:e.instead,location:se(e.span),related:e.related.map(({span:n,message:t})=>({...se(n),message:t})),place:e.placement.place,evidence:e.placement.evidence.map(({text:n,span:t})=>({text:n,...t?se(t):{}})),activation:Zr(e.activation),fingerprint:e.fingerprint,help:e.help,fix:e.fix?{replacement:e.fix.replacement,safety:e.fix.safety}:void 0}}function Zr(e){switch(e.kind){case"default":return{kind:e.kind};case"when":return{kind:e.kind,settings:e.settings,...se(e.span)};case"conditional":return{kind:e.kind,condition:e.condition,...se(e.span)}}}function se(e){return{path:e.source.path,start:m(e.source,e.start),end:m(e.source,e.end)}}function Ge(e){return{path:e.path,line:N(e),code:e.code,message:e.message}}var Qr=/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u,eo=new RegExp("\\p{Mn}|\\p{Me}","u");function Ve(e){return e<"̀"?1:eo.test(e)?0:Qr.test(e)?2:1}function ae(e){let n=0;for(let t of e)n+=Ve(t);return n}function ce(e,n){let t=[],r="",o=0;for(let i of e.split(" ")){let s=ae(i);r!==""&&o+1+s>n?(t.push(r),r=i,o=s):(r=r===""?i:`${r} ${i}`,o+=s+(o===0?0:1))}return[...t,r]}var ze={"docker-socket-mount":`# docker-socket-mount

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
`};var no={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function C(e,n){return{paint:(t,r)=>e&&r!==""?`\x1B[${no[t]}m${r}\x1B[0m`:r,link:(t,r)=>n&&/^https:\/\/[!-~]+$/.test(r)?`\x1B]8;;${r}\x1B\\${t}\x1B]8;;\x1B\\`:t}}var to=/\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*$/;function Hn(e,n){let t=C(n.color,!1),r=Math.min(n.width,100),o=[],i="";for(let s of e.trimEnd().split(`
`)){let a=/^(`{3,})(.*)$/.exec(s);if(i!=="")s===i?i="":o.push(ro(s,t));else if(a){i=a[1]??"";let c=/(?:^|\s)path=(\S+)/.exec(a[2]??"")?.[1];c!==void 0&&o.push(`  ${t.paint("dim",c)}`)}else o.push(...oo(s,r,t))}return`${o.join(`
`)}
`}function ro(e,n){let t=to.exec(e);if(!t)return`    ${e}`;let r=t[1]??"found",o=r==="error"||r==="warning"||r==="notice"?r:"strong";return`  ${n.paint(o,">")} ${e.slice(0,t.index)}  ${n.paint(o,`← ${r}`)}`}function oo(e,n,t){let r=/^#+ (.*)$/.exec(e);if(r)return[t.paint("strong",r[1]??"")];if(e.startsWith("|"))return zn([Vn(e)],t);let o=/^\s*(?:[-*] |\d+\. )?/.exec(e)?.[0]??"",i=ce(Vn(e.slice(o.length)),Math.max(30,n-o.length)),s=" ".repeat(o.length);return zn(i,t).map((a,c)=>`${c===0?o:s}${a}`.trimEnd())}function Vn(e){return e.replace(/\[([^\]]*)\]\(([^)]*)\)/g,(n,t,r)=>t===r?r:`${t} (${r})`)}function zn(e,n){if(n.paint("code","x")==="x")return e;let t=!1;return e.map(r=>r.split("`").map((o,i)=>(i>0&&(t=!t),t?n.paint("code",o):o)).join(""))}var io={error:"error",warning:"warning",notice:"info"};function qn(e,{pathOf:n}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...de(y(e)).map(([r,o])=>[`  <file name="${F(n(r))}">`,...o.map(so),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function so(e){let{line:n,column:t}=m(e.span.source,e.span.start),r=`${e.message} Instead: ${e.instead}`;return`    <error line="${n}" column="${t}" severity="${io[e.severity]}" message="${F(r)}" source="dockershim-lint.${e.rule}"/>`}function de(e){return[...tn(e,n=>n.span.source.path)]}function Jn(e,n){let t=C(n.color,n.hyperlinks);return`${[...y(e).map(o=>`${Xn(o,n)}: ${t.paint(o.severity,o.severity)}: ${h(o.message)} [${t.link(o.rule,o.help)}]`),...Zn(e,n),...Qn(e)].join(`
`)}
`}function Yn(e,n){return`${[...y(e).map(r=>{let o=`${te(r.placement.place)}, ${S(r.activation,n.pathOf)}`,i=[r.message,`why: ${r.because}`,`instead: ${r.instead}`,`where: ${o}`];return`${Xn(r,n)} ${r.severity} ${r.rule} (${r.confidence}) ${i.map(h).join(" | ")}`}),...Zn(e,n),...Qn(e)].join(`
`)}
`}function Xn(e,{pathOf:n}){let{line:t,column:r}=m(e.span.source,e.span.start);return`${h(n(e.span.source.path))}:${t}:${r}`}function Zn(e,{pathOf:n}){let{notes:t,coverage:r}=e.result;return[...t,...r.partly,...r.notUnderstood].map(o=>{let{line:i,column:s}=o.span?m(o.span.source,o.span.start):{line:1,column:1};return`${h(n(o.path))}:${i}:${s}: note: ${h(o.message)} [${o.code}]`})}function Qn(e){return[$(e.result.coverage),h(e.verdict.sentence)]}var ao={error:"critical",warning:"major",notice:"info"};function et(e,{pathOf:n}){let t=y(e).map(r=>({description:h(`${r.message} Instead: ${r.instead}`),check_name:r.rule,fingerprint:r.fingerprint,severity:ao[r.severity],location:{path:n(r.span.source.path),lines:{begin:m(r.span.source,r.span.start).line,end:m(r.span.source,r.span.end).line}}}));return`${z(t,2)}
`}var nt=4;function X(e,n,t,r,o){let i=n.flatMap(l=>co(e,l)),s=[...new Set(i.map(l=>l.line))].sort((l,f)=>l-f),a=[],c;for(let l of s){c!==void 0&&l>c+1&&a.push(o.paint("dim",`${" ".repeat(t)} ⋮`)),c=l;let f=i.filter(d=>d.line===l);a.push(...lo(e,l,f,t,Math.max(20,r-t-3),o))}return a}function co(e,n){let t=m(e,n.span.start),r=m(e,Math.max(n.span.start,n.span.end-1)),{role:o,caret:i,label:s}=n,a=t.offset-He(e,t.line);if(r.line===t.line){let u=Math.max(a+1,n.span.end-He(e,t.line));return[{line:t.line,from:a,to:u,label:s,role:o,caret:i}]}let c=fe(e,r.line),l=c.length-c.trimStart().length,f=Math.max(a+1,fe(e,t.line).length),d=Math.max(l+1,n.span.end-He(e,r.line));return[{line:t.line,from:a,to:f,label:"",role:o,caret:i},{line:r.line,from:l,to:Math.min(d,Math.max(l+1,c.length)),label:s,role:o,caret:i}]}function He(e,n){return e.lineStarts[n-1]??0}function lo(e,n,t,r,o,i){let s=t.reduce((d,u)=>u.from<d.from?u:d,t[0]),a=po(fe(e,n),s,o),c=`${" ".repeat(r)} ${i.paint("dim","│")} `,l=`${i.paint("dim",`${String(n).padStart(r)} │`)} ${a.shown}`,f=t.map(d=>{let u=a.columnOf(d.from),p=Math.max(1,a.columnOf(d.to)-u),w=d.label===""?"":` ${d.label}`;return`${c}${" ".repeat(u)}${i.paint(d.role,d.caret.repeat(p)+w)}`});return[l.trimEnd(),...f]}var uo=600,fo=4e3;function po(e,n,t){let r=[],o=mo(e,n.from-uo),i=o>0?t:0,s=o;for(let g of e.slice(o,o+fo)){if(!(s===0&&g==="\uFEFF")){let Z=g==="	"?" ".repeat(nt-i%nt):h(g);r.push({at:s,shown:Z,column:i}),i+=Z===g?Ve(g):ae(Z)}s+=g.length}let a=i,c=g=>r.find(Z=>Z.at>=g)?.column??a;if(a<=t)return{shown:r.map(g=>g.shown).join(""),columnOf:c};let l=c(n.from),f=Math.min(c(n.to)-l,t-2),d=l+f+2<=t?0:Math.max(0,l-Math.floor((t-f)/3)),u=d+t-(d>0?1:0)-1,p=r.filter(g=>g.column>=d&&g.column+ae(g.shown)<=u),w=d>0?1-(p[0]?.column??0):0,M=u<a,G=(p.at(-1)?.column??0)+ae(p.at(-1)?.shown??"")+w;return{shown:`${d>0?"…":""}${p.map(g=>g.shown).join("")}${M?"…":""}`,columnOf:g=>Math.min(Math.max(0,c(g)+w),G)}}function mo(e,n){if(n<=0)return 0;let t=e.charCodeAt(n);return t>=56320&&t<=57343?n+1:n}var ho=`
:root{color-scheme:light dark;--edge:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:4px;margin:.5rem 0}
.counts span{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:.2rem .7rem;margin-right:.5rem}
article{border:1px solid var(--edge);border-left-width:5px;border-radius:4px;padding:.6rem 1rem;margin:.7rem 0;overflow-wrap:anywhere}
article.error{border-left-color:#d1242f}article.warning{border-left-color:#bf8700}article.notice{border-left-color:#0969da}
article p{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0}dt{opacity:.7}dd{margin:0}
`;function tt(e,n){let t=y(e),r=oe(t);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim check</title><style>${ho}</style></head><body>`,"<h1>Dockershim check</h1>",`<p>${T(e.verdict.sentence)}</p>`,`<p class="counts">${v.map(o=>`<span>${r[o]} ${o}</span>`).join("")}</p>`,`<p>${T($(e.result.coverage))}; target ${e.target.runtime}, Kubernetes 1.${e.target.minor}</p>`,...de(t).flatMap(([o,i])=>[`<h2><code>${T(n.pathOf(o))}</code></h2>`,...i.map(s=>go(s,n))]),...ko(e,n),`<footer><p>${Q} ${T(e.version)}</p></footer></body></html>`].join(`
`)}
`}function go(e,{pathOf:n}){let{line:t,column:r}=m(e.span.source,e.span.start),o=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,n)}`],["confidence",e.confidence]];return[`<article class="${e.severity}">`,`<p><strong>${e.severity}</strong> <a href="${T(e.help)}">${e.rule}</a> at ${t}:${r}</p>`,`<p>${T(e.message)}</p>`,`<pre>${pe(yo(e,n))}</pre>`,`<dl>${o.map(([i,s])=>`<dt>${i}</dt><dd>${T(s)}</dd>`).join("")}</dl>`,"</article>"].join(`
`)}function yo(e,n){let t=C(!1,!1);return[{span:e.span,message:""},...e.related.slice(0,10)].flatMap(({span:o,message:i},s)=>{let a=String(m(o.source,o.end).line).length,c={span:o,label:i,role:"related",caret:s===0?"^":"-"};return[...s===0?[]:[`${n(o.source.path)}:${m(o.source,o.start).line}`],...X(o.source,[c],a,120,t)]}).join(`
`)}function ko({result:e},{pathOf:n}){let t=[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]],r=J(e.coverage,n).map(([i,s])=>`<p>Not read, ${i}: ${T(s)}</p>`);return[...t.flatMap(([i,s])=>{if(s.length===0)return[];let a=s.map(c=>{let l=N(c),f=`${n(c.path)}${l===void 0?"":`:${l}`}`;return`<li><code>${T(f)}</code> ${T(c.message)}</li>`});return[`<h2>${i}</h2>`,`<ul>${a.join(`
`)}</ul>`]}),...r]}function rt(e,{pathOf:n}){let t=y(e),r=de(t).map(([s,a])=>bo(e,n(s),a)),o=t.filter(s=>qe(e,s)).length,i=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${F($(e.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,t.length)}" failures="${o}">`,...r.length===0?[i]:r,"</testsuites>"].join(`
`)}
`}function qe(e,n){return Me(n,e.failOn,e.minConfidence)}function bo(e,n,t){let r=t.filter(o=>qe(e,o)).length;return[`  <testsuite name="${F(n)}" tests="${t.length}" failures="${r}">`,...t.map(o=>vo(e,n,o)),"  </testsuite>"].join(`
`)}function vo(e,n,t){let{line:r,column:o}=m(t.span.source,t.span.start),i=`    <testcase name="${F(`${t.rule} ${r}:${o}`)}" classname="${F(n)}" file="${F(n)}" line="${r}">`,s=pe([`${n}:${r}:${o}`,`why: ${t.because}`,`instead: ${t.instead}`,`where: ${O(t)}`,t.help].join(`
`)),a=qe(e,t)?`<failure type="${t.severity}" message="${F(t.message)}">${s}</failure>`:`<system-out>${t.severity}: ${F(t.message)}
${s}</system-out>`;return`${i}${a}</testcase>`}var ot=e=>{let n=0;for(let t=0;t<e.length;t++){let r=e.charCodeAt(t);r<128?n+=1:r<2048?n+=2:r>=55296&&r<56320&&t+1<e.length?(n+=4,t++):n+=3}return n};function Je(e,n){let t=e.filter(r=>r.items.length>0);for(let[r,o]of n.levels.entries()){let i=wo(t,o,n);if(i!==void 0)return xo(t,o,n.levels[r-1],n,i)}return Ro(t,n)}function wo(e,n,{limit:t,measure:r}){let o=0;for(let i of e){o+=r(i.open)+r(i.close);for(let s of i.items){if(o>t)return;o+=r(n(s))}}return o<=t?o:void 0}function xo(e,n,t,{limit:r,measure:o},i){let s=r-i,a=t,c=[];for(let l of e){c.push(l.open);for(let f of l.items){let d=n(f),u=a?.(f),p=u===void 0?0:o(u)-o(d);p>s?a=void 0:s-=p,c.push(u===void 0||a===void 0?d:u)}c.push(l.close)}return c.join("")}function Ro(e,n){let{measure:t,more:r,levels:o}=n,i=o.at(-1)??(()=>""),s=t(r(9999999)),a=e.map(u=>t(u.open)+t(u.close)+s),c=$o(a,n.limit,s),l=n.limit-s-a.slice(0,c).reduce((u,p)=>u+p,0),f=[];for(let u of e.slice(0,c)){let p=[];for(let M of u.items){let G=i(M),g=t(G);if(g>l)break;l-=g,p.push(G)}let w=u.items.length-p.length;f.push(u.open,...p,w>0?r(w):"",u.close)}let d=e.slice(c).reduce((u,p)=>u+p.items.length,0);return d>0&&s<=n.limit&&f.push(r(d)),f.join("")}function $o(e,n,t){let r=t,o=0;for(let i of e){if(r+=i,r>n)break;o++}return o}var So={limit:1e3*1024,measure:ot},Oo={error:"🔴",warning:"🟡",notice:"🔵"},ue=1e3,Eo=110;function it(e,n,{limit:t,measure:r}=So){let o=Io(e),i=t-r(o)-10,s=Je(Lo(e,n),{limit:Math.floor(i/4),measure:r,levels:[c=>`- ${c}
`],more:st}),a=Je(To(y(e)),Fo(i-r(s),r,n));return`${[o,a,s].filter(c=>c!=="").join(`
`).trimEnd()}
`}function Io(e){let{verdict:n,result:t,target:r}=e;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",D(n.sentence),"",`Target: ${r.runtime}, Kubernetes 1.${r.minor}. ${lt($(t.coverage))}.`,""].join(`
`)}function To(e){let n=new Map;for(let o of e){let i=n.get(o.rule);i?i.push(o):n.set(o.rule,[o])}let t=o=>o.reduce((i,s)=>Math.min(i,v.indexOf(s.severity)),9);return[...n.values()].map(o=>({list:o,rank:t(o)})).sort((o,i)=>o.rank-i.rank).map(({list:o},i)=>{let s=o[0],a=i===0&&o.length<=20?" open":"",c=`<b>${s?.rule}</b>: ${x(o.length,"finding")} (${re(o)})`;return{items:o,open:`<details${a}><summary>${c}</summary>

[About this rule](${s?.help})

`,close:`
</details>

`}})}function Fo(e,n,t){return{limit:e,measure:n,levels:[r=>No(r,t),r=>at(r,t),r=>ct(r,t)],more:st}}function st(e){return`
- …and ${e} more, left out because the report would be too long
`}function No(e,n){let t=C(!1,!1),o=[{span:e.span,message:""},...e.related.slice(0,5)].map(({span:i,message:s},a)=>{let c={span:i,label:s,role:"related",caret:a===0?"^":"-"},l=String(m(i.source,i.end).line).length;return[...a===0?[]:[Co(i.source.path,m(i.source,i.start).line,n)],...X(i.source,[c],l,Eo,t)].join(`
`)});return`${at(e,n)}
${un(o.join(`
`))}
`}function Co(e,n,{pathOf:t}){return`${t(e)}:${n}`}function at(e,n){let t=`${O(e)}; ${S(e.activation,n.pathOf)}; confidence ${e.confidence}`,r=(o,i)=>`  <br>*${o}:* ${D(I(i,ue))}
`;return[ct(e,n),r("why",e.because),r("instead",e.instead),r("where",t)].join("")}function ct(e,n){return`- ${Oo[e.severity]} ${dt(e,n)} ${D(I(e.message,ue))}
`}function dt(e,{pathOf:n,linkOf:t}){let{source:r,start:o,end:i}=e.span,s=m(r,o),a=me(`${I(n(r.path),300)}:${s.line}:${s.column}`),c=t?.(n(r.path),s.line,m(r,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${a}](${c})`:a}function Lo({result:e},n){let{coverage:t,notes:r,suppressed:o}=e,i=a=>{let c=N(a),l=`${I(n.pathOf(a.path),300)}${c===void 0?"":`:${c}`}`;return`${me(l)} ${D(I(a.message,ue))}`},s=({finding:a,reason:c,by:l})=>`${dt(a,n)} ${me(a.rule)}, by ${l}: ${D(I(c,ue))}`;return[le("Not understood",t.notUnderstood.map(i)),le("Only partly understood",t.partly.map(i)),le("Not read",J(t,n.pathOf).map(([a,c])=>`${lt(a)}: ${D(I(c,ue))}`)),le("Notes",r.map(i)),le("Suppressed",o.map(s))]}function le(e,n){return{items:n,open:`<details><summary>${e}: ${n.length}</summary>

`,close:`
</details>

`}}function lt(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Ye=5e3,ut=100,Ao=1e3,Wo=2e3,ft=500,Mo={error:"error",warning:"warning",notice:"note"},Do={high:"very-high",medium:"medium",low:"low"};function pt(e,n){return`${z(Po(e,n),1)}
`}function Po(e,n){let t=Go(e.result.findings),r=e.result.findings.length-t.length,o=e.comparison?new Set(e.comparison.introduced):void 0;return{$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:_o(e)},automationDetails:{id:`${Q}/${n.category===void 0?"":`${n.category}/`}`},columnKind:"utf16CodeUnits",originalUriBaseIds:{SRCROOT:{description:{text:"The root of the repository."}}},invocations:[{executionSuccessful:!0,toolExecutionNotifications:Vo(e,n,r)}],results:t.map(i=>Bo(i,n,o))}]}}function _o(e){return{name:Q,semanticVersion:e.version,informationUri:dn,rules:Se.map(({id:n,summary:t})=>({id:n,name:Ho(n),shortDescription:{text:U(t)},fullDescription:{text:U(t)},helpUri:Oe(n),help:{text:Hn(ze[n],{color:!1,width:100}),markdown:`${ze[n]}
[The page of this rule, with examples](${Oe(n)})
`},defaultConfiguration:{level:"warning"},properties:{tags:["kubernetes","dockershim","migration"]}}))}}function Bo(e,n,t){let{pathOf:r}=n,o=e.related.slice(0,ut),i=Ko(e,r),s=t===void 0?{}:{baselineState:t.has(e)?"new":"unchanged"};return{ruleId:e.rule,ruleIndex:Se.findIndex(a=>a.id===e.rule),level:Mo[e.severity],...s,message:{text:jo(e,r)},locations:[{physicalLocation:Xe(e.span,r)}],...o.length>0?{relatedLocations:o.map(({span:a,message:c},l)=>({id:l+1,physicalLocation:Xe(a,r),message:{text:U(c)}}))}:{},...i?{codeFlows:[i]}:{},partialFingerprints:{"dockershimLint/v1":e.fingerprint},properties:{precision:Do[e.confidence],confidence:e.confidence,place:e.placement.place,activation:U(S(e.activation,r))}}}function jo(e,n){let t=`${O(e)}; ${S(e.activation,n)}`;return[e.message,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${t}`].map(U).join(`
`)}function Ko(e,n){let t=e.related.filter(({span:i})=>i.source.path!==e.span.source.path);if(t.length===0)return;let r=[{span:e.span,message:e.message},...t.slice(0,ut)];return{threadFlows:[{locations:(e.span.source.path.includes("/templates/")?r.toReversed():r).map(({span:i,message:s})=>({location:{physicalLocation:Xe(i,n),message:{text:U(s)}}}))}]}}function Xe(e,n){let t=m(e.source,e.start),r=m(e.source,e.end);return{artifactLocation:{uri:mt(n(e.source.path)),uriBaseId:"SRCROOT"},region:{startLine:t.line,startColumn:t.column,endLine:r.line,endColumn:r.column,snippet:{text:I(Uo(e),ft).replace(new RegExp("\\p{Surrogate}","gu"),"�")}}}}function Uo({source:e,start:n,end:t}){return e.text.slice(n,Math.min(t,n+ft+1))}function mt(e){return e.replace(new RegExp("\\p{Surrogate}","gu"),"�").split("/").map(n=>encodeURIComponent(n).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)).join("/")}function Go(e){if(e.length<=Ye)return e;let n=v.flatMap(r=>e.filter(o=>o.severity===r)),t=new Set(n.slice(0,Ye));return e.filter(r=>t.has(r))}function Vo(e,{pathOf:n},t){let{coverage:r,notes:o}=e.result,i=[{level:"note",message:{text:$(r)}},...t>0?[{level:"warning",message:{text:`${x(t,"finding")} left out: the report is limited to ${Ye}.`}}]:[]],s=[...r.notUnderstood,...r.partly,...o].slice(0,Ao);return[...i,...s.map(a=>zo(a,n))]}function zo(e,n){let t=N(e);return{level:e.coverage==="about"?"note":"warning",message:{text:U(e.message)},descriptor:{id:e.code},locations:[{physicalLocation:{artifactLocation:{uri:mt(n(e.path)),uriBaseId:"SRCROOT"},...t===void 0?{}:{region:{startLine:t}}}}]}}function U(e){return I(h(e),Wo).replaceAll("](","] (")}function Ho(e){return e.replace(/(?:^|-)([a-z])/g,(n,t)=>t.toUpperCase())}var qo=110,Qe=8;function ht(e,n){let t=C(n.color,n.hyperlinks);return`${[...y(e).map(o=>Jo(o,n,t)),...Qo(e,n,t),ei(e,t)].join(`

`)}
`}function Jo(e,n,t){let{pathOf:r}=n,o=`${t.paint(e.severity,e.severity)} ${t.link(t.paint("strong",e.rule),e.help)}`,i=ce(h(e.message),gt(n,0)),s=Zo(e),c=Xo(e).flatMap(({source:d,marks:u},p)=>{let w=m(d,(u.find(g=>g.caret==="^")??u[0])?.span.start??0),M=`${h(r(d.path))}:${w.line}:${w.column}`,G=p===0?"-->":":::";return[`${" ".repeat(s)}${t.paint("dim",G)} ${M}`,...X(d,u,s,n.width,t)]}),l=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${S(e.activation,r)}; confidence ${e.confidence}`]],f=e.related.length-Qe;return[o,...i,...c,...f>0?[`${" ".repeat(s)} … and ${x(f,"more place")}`]:[],...l.flatMap(([d,u])=>Yo(d,u,s,n,t))].join(`
`)}function Yo(e,n,t,r,o){if(n==="")return[];let i=" ".repeat(t+1);return ce(h(n),gt(r,t+12)).map((a,c)=>c===0?`${i}${o.paint("dim","=")} ${o.paint("strong",e.padEnd(8))} ${a}`:`${i}${" ".repeat(11)}${a}`)}function gt(e,n){return Math.max(30,Math.min(e.width,qo)-n)}function Xo(e){let n={span:e.span,label:te(e.placement.place),role:e.severity,caret:"^"},t=e.related.slice(0,Qe).map(({span:o,message:i})=>({span:o,label:h(i),role:"related",caret:"-"})),r=new Map;for(let o of[n,...t]){let{source:i}=o.span,s=r.get(i.path);s?s.marks.push(o):r.set(i.path,{source:i,marks:[o]})}return[...r.values()]}function Zo(e){let n=[e.span,...e.related.slice(0,Qe).map(t=>t.span)];return Math.max(...n.map(t=>String(m(t.source,t.end).line).length))}function Qo(e,n,t){let{coverage:r,notes:o}=e.result,i=[...o.map(s=>Ze("note",s,n,t)),...r.partly.map(s=>Ze("partly",s,n,t)),...r.notUnderstood.map(s=>Ze("not understood",s,n,t)),...J(r,n.pathOf).map(([s,a])=>`${t.paint("dim",s)} ${h(a)}`)];return i.length>0?[i.join(`
`)]:[]}function Ze(e,n,t,r){let o=N(n),i=`${h(t.pathOf(n.path))}${o===void 0?"":`:${o}`}`;return`${r.paint("dim",e)} ${i}: ${h(n.message)} ${r.paint("dim",`(${n.code})`)}`}function ei(e,n){let{verdict:t,result:r}=e,o=t.conclusion==="success"?"success":t.conclusion==="failure"?"error":"warning";return`${$(r.coverage)}
${n.paint(o,h(t.sentence))}`}function bc(e,n,t){switch(e){case"text":return ht(n,t);case"compact":return Jn(n,t);case"agent":return Yn(n,t);case"json":return Gn(n);case"sarif":return pt(n,t);case"github":return Un(n,t);case"markdown":return it(n,t);case"gitlab":return et(n,t);case"checkstyle":return qn(n,t);case"junit":return rt(n,t);case"html":return tt(n,t)}}export{he as a,ye as b,A as c,bi as d,ve as e,v as f,ne as g,xn as h,K as i,$n as j,Si as k,Fi as l,Wi as m,y as n,Di as o,x as p,J as q,In as r,Re as s,Vi as t,Hi as u,Yi as v,Xi as w,Zi as x,Qi as y,es as z,ns as A,fs as B,ps as C,An as D,os as E,is as F,ss as G,Y as H,gs as I,vs as J,ws as K,$e as L,Os as M,Mr as N,Ls as O,Kn as P,Ur as Q,Jr as R,ce as S,ze as T,Hn as U,bc as V};
