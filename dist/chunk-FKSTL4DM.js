import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{B as vn,C as H,E as re,F as wn,G as Le,H as tr,J as Rn,a as mn,k as hn,l as gn,t as Fe,v as kn,w as bn}from"./chunk-NONSOHZN.js";import{a as b,b as h,d as Y,e as E,f as Ne,g as Ce,h as Ae,i as T,j as I,k as ye,l as ke,n as xn,p as _,q as Sn,r as $n,s as q,t as On,v as En}from"./chunk-CACQQGX7.js";import{e as nr,g as k,h as C,j as pn,k as p,l as ge,u as yn}from"./chunk-BYUZUPYG.js";import{readdirSync as $r,realpathSync as Nn,statSync as Or}from"node:fs";import{resolve as Er,sep as M}from"node:path";function Tn(e){let n=rr(e);if(n!==void 0)return n==="utf-8"?e.toString("utf8"):new TextDecoder(n,{ignoreBOM:!0}).decode(e)}function rr(e){if(e[0]===255&&e[1]===254)return"utf-16le";if(e[0]===254&&e[1]===255)return"utf-16be";let n=e.subarray(0,8e3);return n.includes(0)?or(n)??(ir(n)?"utf-8":void 0):"utf-8"}function or(e){let n=0,t=0;for(let o=0;o<e.length;o++)e[o]===0&&(o%2===0?n++:t++);let r=e.length/2*.7;return t>=r&&n===0?"utf-16le":n>=r&&t===0?"utf-16be":void 0}function ir(e){let n=e.toString("utf8");return(n.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length??0)<=n.length*.1}function be(e,n,t){let r=Tn(n);return r===void 0?{kind:"binary"}:t||sr(e)||lr(e,r)?{kind:"text",text:r}:{kind:"other"}}function In(e,n){let t=n.indexOf("\0");if(t<0)return;let r={source:pn(e,n),start:t,end:t+1};return{code:"nul",message:"a NUL character; the line may run as something else than was read",path:e,span:r,coverage:"partly"}}function sr(e){return/\.[^/.]+$/.test(e)}var ar=/(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i,cr=/(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i,dr=/^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;function lr(e,n){return/^\ufeff?#(?:!|cloud-config)/.test(n)||ar.test(e)||/(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(e)||cr.test(e)||dr.test(n.slice(0,16384))}import{gunzipSync as ur}from"node:zlib";var D=512;function we(e,n){let t=i=>({files:[],notes:[{code:"archive",message:i,path:e,coverage:"not"}]}),r=Math.min(b.archiveBytes,Math.max(n.length*b.archiveRatio,b.archiveHarmlessBytes)),o;try{o=ur(n,{maxOutputLength:r})}catch(i){let s=i.code==="ERR_BUFFER_TOO_LARGE";return t(s?"unpacks to more than the limit; it was not read":"is no gzip archive")}return fr(e,o)}function fr(e,n){let t=[],r=[],o=a=>r.push({code:"archive",message:a,path:e,coverage:"partly"}),i,s=0;for(let a=0;a+D<=n.length;){let c=n.subarray(a,a+D);if(c.every(u=>u===0))break;if(++s>b.archiveEntries){o(`holds more than ${b.archiveEntries} entries; the rest was not read`);break}let d=gr(c,124,12),f=n.subarray(a+D,a+D+d);if(!Number.isSafeInteger(d)||f.length<d){o("ends in the middle of a file");break}a+=D+Math.ceil(d/D)*D;let l=String.fromCharCode(c[156]??0);if(l==="L")i=ve(f);else if(l==="x")i=hr(f)??i;else if(l==="0"||l==="\0"){let u=pr(i??mr(c));i=void 0,u===void 0?o("holds a path that leads outside the chart; that file was not read"):d>b.archiveEntryBytes?o(`${u} is larger than ${b.archiveEntryBytes/1024/1024} MiB; it was not read`):f.subarray(0,8e3).includes(0)||t.push({path:`${e}/${u}`,text:f.toString("utf8")})}else i=void 0}return{files:t,notes:r}}function pr(e){let n=e.replaceAll("\\","/").split("/").filter(t=>t!==""&&t!==".");if(!(n.includes("..")||e.startsWith("/")||n.length<2))return n.slice(1).join("/")}function mr(e){let n=e.toString("latin1",257,262)==="ustar"?ve(e.subarray(345,500)):"",t=ve(e.subarray(0,100));return n===""?t:`${n}/${t}`}function hr(e){return/(?:^|\n)\d+ path=([^\n]*)\n/.exec(e.toString("utf8"))?.[1]}function gr(e,n,t){return Number.parseInt(ve(e.subarray(n,n+t)).trim()||"0",8)}function ve(e){let n=e.indexOf(0);return e.toString("utf8",0,n<0?e.length:n)}var yr=new Set([".git",".hg",".svn"]),kr=new Set(["node_modules","vendor","third_party","bower_components",".venv","venv","__pycache__",".tox",".terraform",".next",".cache","testdata"]),br=new Set("adoc asciidoc asm avi bin bmp bz2 c cc class cpp crt cs css csv d ts dart db deb diff dll dylib ear ejs eot erl ex exe exs fbx gif go gz h haml hbs hpp hs htm html ico iml ipynb jar java jks jpeg jpg js jsx kt kts less lib lock log lua m map md mdx mjs cjs mod mov mp3 mp4 mustache o odt otf out p12 patch pb pdf pem php pl pm png po pot proto psd pub py pyc pyi r rb rpm rs rst sass scala scss snap so sql sum svelte svg swift swp tar tif tiff tsx ttf tsv vue war wasm wav webm webp whl woff woff2 xls xlsx xml xsd xz yarn zip 7z".split(" "));function Re(e){return yr.has(e)}function xe(e){return kr.has(e)}function J(e){let n=mn(e).toLowerCase();if(/^(package-lock|npm-shrinkwrap|composer|tsconfig)\.json$|^go\.(mod|sum)$|^(license|licence|readme|changelog|notice|authors|owners)(\.[a-z]+)?$/.test(n))return!1;if(/^(dockerfile|containerfile|jenkinsfile)[.-]/.test(n))return!0;let t=n.lastIndexOf(".");return t<=0||!br.has(n.slice(t+1))}function A(e){return/(^|\/)charts\/[^/]+\.tgz$/.test(e)}import{closeSync as vr,constants as Pe,fstatSync as wr,openSync as Rr,readSync as xr}from"node:fs";function Ln(e,n){let t;try{t=Rr(e,Pe.O_RDONLY|(Pe.O_NONBLOCK??0)|(Pe.O_NOFOLLOW??0))}catch{return Fn}try{let r=wr(t);return r.isFile()?r.size>n?{code:"too-large",message:`larger than ${Math.round(n/1024/1024)} MiB; it was not read`,coverage:"left-out"}:Sr(t,r.size):{code:"not-a-regular-file",message:"not a regular file; it was not read",coverage:"not"}}catch{return Fn}finally{vr(t)}}var Fn={code:"unreadable",message:"the file cannot be read",coverage:"not"};function Sr(e,n){let t=Buffer.allocUnsafe(n+1),r=0;for(;r<t.length;){let o=xr(e,t,r,t.length-r,null);if(o===0||(r+=o,r===n))break}return t.subarray(0,Math.min(r,n))}function Ms(e,n,t=()=>!1){let r=Nn(e),o={root:r,excluded:t,files:[],notes:[],seen:new Set,uncounted:[]};for(let s of n){let a=Er(r,s);if(!Wn(r,a))throw new Se(s,"is outside the scanned root");let c=We(a);if(!c)throw new Se(s,"does not exist or cannot be read");c.isDirectory()?Cn(o,a,0):Me(o,a,!0)}return Ir(o),{files:o.files.sort((s,a)=>s.path<a.path?-1:s.path>a.path?1:0),notes:o.notes}}var Se=class extends Error{constructor(n,t){super(`${n} ${t}`)}};function Cn(e,n,t){if(t>b.folderDepth){X(e,n,"too-deep",`folders are nested more than ${b.folderDepth} deep; nothing below was read`);return}let r=Pn(n);if(!r){X(e,n,"unreadable","the folder cannot be read");return}r.sort((o,i)=>o.name<i.name?-1:1);for(let o of r){if(e.files.length>=b.files){X(e,n,"too-many",`more than ${b.files} files; the rest was not read`);return}let i=n.endsWith(M)?n+o.name:n+M+o.name,s=o.isDirectory();if(s&&Re(o.name))continue;let a=Tr(e,i,o);a!==void 0?oe(e,i,a,s):s?Cn(e,i,t+1):o.isSymbolicLink()?Lr(e,i):o.isFile()?Me(e,i,!1):J(o.name)?X(e,i,"not-a-regular-file","not a regular file; it was not opened"):$e(e,i)}}function Tr(e,n,t){return e.excluded(B(e,n))?"ignored":t.isDirectory()&&xe(t.name)?"vendored":t.name.includes("�")&&We(n)===void 0?"file-name":void 0}var An={vendored:"holds what others wrote; it was not read",ignored:"the configuration excludes it",linked:"a link; what it leads to is read under its own name, if it is below the scanned root","outside-root":"a link that leads outside the scanned root; it was not followed","file-name":"its name is not UTF-8; it was not read",binary:"not a text; it was not read"};function oe(e,n,t,r){r?e.uncounted.push({folder:n,code:t}):e.notes.push({code:t,message:An[t],path:B(e,n),coverage:"left-out"})}function $e(e,n){let t=B(e,n);e.notes.push({code:"other-kind",message:"of a kind that is not read",path:t,coverage:"other-kind"})}function Ir(e){let n=b.countedFiles;for(let{folder:r,code:o}of e.uncounted){let i=Fr(e,r,n);n-=i;let s=B(e,r);e.notes.push({code:o,message:An[o],path:s,coverage:"left-out",files:i})}if(n>0)return;let t=`the folders that are left out hold ${b.countedFiles} files or more; the rest was not counted`;e.notes.push({code:"too-many",message:t,path:".",coverage:"about"})}function Fr(e,n,t){let r=0,o=[n];for(let i=o.pop();i!==void 0&&r<t;i=o.pop())for(let s of Pn(i)??[]){let a=i+M+s.name;s.isDirectory()?o.push(a):e.seen.has(a)||r++}return Math.min(r,t)}function Lr(e,n){let t=Nr(n),r=t===void 0?void 0:We(t);t===void 0||!r||r.isDirectory()?oe(e,n,"linked",!1):!J(n)&&!A(n)?$e(e,n):Wn(e.root,t)?r.isFile()?(oe(e,n,"linked",!1),Me(e,t,!1)):X(e,n,"not-a-regular-file","a link to something that is not a regular file; it was not opened"):oe(e,n,"outside-root",!1)}function Nr(e){try{return Nn(e)}catch{return}}function Me(e,n,t){if(e.seen.has(n))return;e.seen.add(n);let r=B(e,n);if(A(r)){Cr(e,n,r);return}if(!t&&!J(r)){$e(e,n);return}let o=Mn(e,n,b.scriptBytes);if(!o)return;let i=be(r,o,t);switch(i.kind){case"text":{e.files.push({path:r,text:i.text});let s=In(r,i.text);s&&e.notes.push(s);return}case"other":$e(e,n);return;case"binary":t?X(e,n,"not-text","not a text file"):oe(e,n,"binary",!1);return;default:}}function Pn(e){try{return $r(e,{withFileTypes:!0})}catch{return}}function Cr(e,n,t){let r=Mn(e,n,b.archiveBytes);if(!r)return;let o=we(t,r);e.notes.push(...o.notes);for(let i of o.files)e.files.push(i)}function Mn(e,n,t){let r=Ln(n,t);if(Buffer.isBuffer(r))return r;e.notes.push({...r,path:B(e,n)})}function We(e){try{return Or(e)}catch{return}}function Wn(e,n){return n===e||n.startsWith(e.endsWith(M)?e:e+M)}function B(e,n){if(n===e.root)return".";let t=n.slice(e.root.endsWith(M)?e.root.length:e.root.length+1);return M==="/"?t:t.split(M).join("/")}function X(e,n,t,r){e.notes.push({code:t,message:r,path:B(e,n),coverage:"not"})}var v=["error","warning","notice"],j=["high","medium","low"];var Ar=["containerd","cri-o","cri-dockerd","mcr"],_e=["off",...v],ie=["text","compact","agent","json","sarif","github","markdown","gitlab","checkstyle","junit","html"],_n=37,Pr=16,De={oldest:Pr,newest:60},G=["command line","action","file"],Be={format:{type:"choice",choices:ie,default:"text",placeholder:"FORMAT",on:["command line"],summary:"Format of the report on standard output."},output:{type:"list",default:[],placeholder:"FORMAT=FILE",on:["command line"],summary:"Writes a further report to a file; may be repeated."},fix:{type:"boolean",default:!1,on:["command line"],summary:"Applies the fixes that are safe, then reports what is left."},diff:{type:"boolean",default:!1,on:["command line"],summary:"Prints the safe fixes as a patch and changes nothing."},set:{type:"list",default:[],placeholder:"KEY=VALUE",on:["command line"],summary:"With `render`: sets a value, written as for helm; may be repeated."},"kube-version":{type:"text",default:void 0,placeholder:"VERSION",on:["command line"],summary:"With `render`: the version that the chart sees as its cluster’s."},"release-name":{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: name of the release."},namespace:{type:"text",default:void 0,placeholder:"NAME",on:["command line"],summary:"With `render`: namespace of the release."},"include-crds":{type:"boolean",default:!1,on:["command line"],summary:"With `render`: prints custom resource definitions too."},trace:{type:"boolean",default:!1,on:["command line"],summary:"With `render`: shows in front of each line which lines of the chart it comes from."},forks:{type:"boolean",default:!1,on:["command line"],summary:"With `init`: also writes the workflow that comments on pull requests from forks."},color:{type:"choice",choices:["auto","always","never"],default:"auto",placeholder:"WHEN",on:["command line"],summary:"Colours; `auto` looks at the terminal, NO_COLOR and FORCE_COLOR."},config:{type:"text",default:void 0,placeholder:"FILE",on:["command line","action"],summary:"Configuration file; without it `.dockershim.yaml`, `.yml` or `.json` of the scanned folder is read."},"target-runtime":{type:"choice",choices:Ar,default:"containerd",placeholder:"RUNTIME",on:G,summary:"Container runtime that the nodes move to."},"kubernetes-version":{type:"version",default:_n,placeholder:"1.N",on:G,summary:"Kubernetes version that the nodes move to."},"fail-on":{type:"choice",choices:[...v,"never"],default:"error",placeholder:"SEVERITY",on:G,summary:"Lowest severity that fails the run."},"min-confidence":{type:"choice",choices:j,default:"medium",placeholder:"CONFIDENCE",on:G,summary:"Findings below this confidence are reported, but do not fail the run."},"on-parse-error":{type:"choice",choices:["note","fail"],default:"note",placeholder:"ACTION",on:G,summary:"Whether a file that was not understood is only noted, or fails the run."},values:{type:"list",default:[],placeholder:"FILE",on:G,summary:"Values files that charts are rendered with, the later ones winning, as with helm."},exclude:{type:"list",default:[],placeholder:"GLOB",on:["command line","file"],summary:"Files and folders that are not scanned."},compare:{type:"text",default:void 0,placeholder:"REF",on:["command line","action"],summary:"Judges only what is new since this git reference; `off` judges everything. The Action also takes `auto`, its default: the base of the event."},baseline:{type:"text",default:void 0,placeholder:"FILE",on:G,summary:"Findings listed in this file are known and do not count; `baseline write` makes it."},rules:{type:"rule-levels",default:{},on:["file"],summary:"Severity of single rules, or `off`."},overrides:{type:"overrides",default:[],on:["file"],summary:"Severities of rules for some paths; the last entry that matches wins."},unsuppressible:{type:"rule-list",default:[],on:["file"],summary:"Rules that neither a comment nor the baseline may suppress."},comment:{type:"choice",choices:["on-findings","always","never"],default:"on-findings",on:["action","file"],summary:"When the pull request gets its summary comment."},annotations:{type:"boolean",default:!0,on:["action","file"],summary:"Whether findings are annotated on the lines of the pull request."},summary:{type:"boolean",default:!0,on:["action","file"],summary:"Whether the job summary carries the full report."},suggestions:{type:"boolean",default:!1,on:["action","file"],summary:"Whether safe fixes inside the diff are offered as suggestions that one click applies."},outputs:{type:"list",default:[],on:["action"],summary:"Reports to write, one `format=path` a line."},paths:{type:"list",default:["."],on:["action"],summary:"Folders and files to scan, one a line; without it the whole repository."},"comment-from":{type:"text",default:void 0,on:["action"],summary:"JSON report of another run to comment from, in a `workflow_run` workflow for forks."},matrix:{type:"text",default:void 0,on:["action"],summary:"Tells the jobs of a matrix apart, so that each keeps a comment of its own."},token:{type:"text",default:void 0,on:["action"],summary:"Token that reads the base of the change and writes the comment; by default that of the job."},"allow-untrusted-target":{type:"boolean",default:!1,on:["action"],summary:"Runs on `pull_request_target` although the checkout is not that of the base."}};var Dn=Object.keys(Be);function K(e){return Be[e]}function Bn(e){return Dn.filter(n=>K(n).on.includes(e))}function Gs(e){let n={};for(let t of Dn)n[t]=K(t).default;for(let t of e)for(let[r,o]of Object.entries(t))o!==void 0&&(n[r]=o);return n}function Hs(e){return e.map(n=>{let t=n.indexOf("="),r=n.slice(0,Math.max(0,t)),o=n.slice(t+1).trim();if(t<1||o==="")throw new k(`An output is written FORMAT=FILE, not "${n}".`);let i=ie.find(s=>s===r.trim());if(!i)throw new k(C("format",r,ie));return{format:i,file:o}})}async function Zs(e,n,t=[]){return n.everything||e.some(bn)?(await import("./chunk-H6M27L7Y.js")).lint(e,n,t):{findings:[],suppressed:[],coverage:gn(e,vn(e),t,kn),notes:t.filter(r=>r.coverage==="about")}}function y(e){return e.comparison?.introduced??e.result.findings}var ea={color:!1,width:100,hyperlinks:!1,pathOf:e=>e};var Mr={node:"runs on the node",workload:"runs in a pod",image:"is built into an image",ci:"runs in CI",dev:"runs on a developer's machine",unknown:"where it runs is not known"};function se(e){return Mr[e]}function O(e){let n=e.placement.evidence[0];return`${se(e.placement.place)}${n?`: ${n.text}`:""}`}function $(e,n=t=>t){switch(e.kind){case"default":return"on by default";case"when":return`when ${e.settings.join(" and ")} is set (${jn(e.span,n)})`;case"conditional":return`under the condition ${e.condition} (${jn(e.span,n)})`}}function jn(e,n){return`${n(e.source.path)}:${p(e.source,e.start).line}`}function R(e,n){return`${e} ${n}${e===1?"":"s"}`}function ae(e){let n=ce(e);return v.flatMap(r=>n[r]>0?[R(n[r],r)]:[]).join(", ")}function ce(e){let n={error:0,warning:0,notice:0};for(let t of e)n[t.severity]++;return n}function S(e){let{partly:n,not:t}=Ee(e),r=Math.max(0,e.files-n-t),o=Oe(e.otherKinds),i=Oe(e.leftOut),s=[...o>0?[`${o} of other kinds`]:[],...i>0?[`${i} left out`]:[]],a=`scanned ${R(e.files,"file")} (${r} fully, ${n} partly, ${t} not understood)`;return s.length>0?`${a}; not read: ${s.join(", ")}`:a}var Gn=12,Kn=3;function Wr(e){let n=e.slice(0,Gn).map(({kind:r,files:o})=>`${o} ${r??"without an extension"}`),t=e.slice(Gn);return[...n,...t.length>0?[`${Oe(t)} of ${R(t.length,"more kind")}`]:[]].join(", ")}var _r={vendored:"in folders of what others wrote",ignored:"excluded by the configuration",linked:"behind links","outside-root":"behind links out of the scanned folder","file-name":"with a name that is not UTF-8",binary:"binary","too-large":"too large"};function Dr(e,n=t=>t){return e.map(({reason:t,files:r,paths:o})=>{let i=o.length>Kn?", …":"";return`${r} ${_r[t]} (${o.slice(0,Kn).map(n).join(", ")}${i})`}).join(", ")}function Z({otherKinds:e,leftOut:n},t){return[...e.length>0?[["other kinds",Wr(e)]]:[],...n.length>0?[["left out",Dr(n,t)]]:[]]}function Oe(e){return e.reduce((n,{files:t})=>n+t,0)}function Un(e){return Ee(e).not+Oe(e.leftOut.filter(({reason:n})=>n==="too-large"))}function Ee(e){let n=new Set(e.notUnderstood.map(r=>r.path));return{partly:new Set(e.partly.map(r=>r.path).filter(r=>!n.has(r))).size,not:n.size}}function L(e){return e.span?p(e.span.source,e.span.start).line:void 0}function ca(e){let{failOnParseError:n,...t}=e;return{...t,verdict:Br(e,n)}}function je(e,n,t){return n==="never"?!1:v.indexOf(e.severity)<=v.indexOf(n)&&j.indexOf(e.confidence)<=j.indexOf(t)}function Br(e,n){let{result:t,failOn:r,minConfidence:o}=e;if(t.coverage.files===0)return{conclusion:"nothing-to-scan",failing:0,sentence:"There is nothing to scan here."};let i=y(e),s=i.filter(d=>je(d,r,o)).length,a=n?Un(t.coverage):0;return{conclusion:s>0||a>0?"failure":"success",failing:s,sentence:jr(e,i.length,s,a)}}function jr(e,n,t,r){let{result:o,failOn:i,minConfidence:s}=e,a=[Gr(y(e),e.comparison)],c=`fail-on ${i}, min-confidence ${s}`;return t>0?a.push(`${t} ${t===1?"fails":"fail"} the check (${c})`):n>0&&i!=="never"&&a.push(`none fails the check (${c})`),r>0&&a.push(`${R(r,"file")} not understood, which fails the check (on-parse-error fail)`),o.suppressed.length>0&&a.push(`${o.suppressed.length} suppressed`),`${a.join("; ")}.`}function Gr(e,n){if(n){let{introduced:r,existing:o,fixed:i,base:s}=n,a=r.length>0?` (${ae(r)})`:"";return`${r.length} new${a}, ${o.length} existing, ${i.length} fixed, compared with ${s}`}if(e.length===0)return"Nothing here depends on dockershim or Docker Engine";let t=new Set(e.map(r=>r.span.source.path)).size;return`${R(e.length,"finding")} (${ae(e)}) in ${R(t,"file")}`}function la(e,n,t,r=[]){let o=new Map;for(let a of n)o.set(a.fingerprint,[...o.get(a.fingerprint)??[],a]);let i=[],s=[];for(let a of t)(o.get(a.fingerprint)?.shift()?s:i).push(a);for(let a of r)o.get(a.fingerprint)?.shift();return{base:e,introduced:i,existing:s,fixed:[...o.values()].flat()}}var Ge=1,pa=".dockershim-baseline.json";function ma(e,n){let t=n.map(r=>({rule:r.rule,path:r.span.source.path,fingerprint:r.fingerprint}));return{path:e,entries:t}}function ha(e){let n=e.entries.map(({path:r,rule:o,fingerprint:i,reason:s})=>JSON.stringify({path:r,rule:o,fingerprint:i,reason:s})).sort(),t=n.length===0?"[]":`[
    ${n.join(`,
    `)}
  ]`;return`{
  "schemaVersion": ${Ge},
  "findings": ${t}
}
`}function ga(e,n){let t=i=>new k(`The baseline ${e} cannot be used: ${i}.`),r;try{r=JSON.parse(n)}catch{throw t("it is not JSON")}if(!Vn(r)||r.schemaVersion!==Ge)throw t(`its schemaVersion is not ${Ge}`);if(!Array.isArray(r.findings))throw t('it has no list "findings"');let o=r.findings.map((i,s)=>{if(!(Vn(i)&&typeof i.rule=="string"&&typeof i.path=="string"&&typeof i.fingerprint=="string"&&(i.reason===void 0||typeof i.reason=="string")))throw t(`entry ${s+1} of "findings" needs the texts rule, path and fingerprint`);return i});return{path:e,entries:o}}function ya(e,n,t){let{known:r,stale:o}=zn(e.findings,n),i=[],s=e.findings.filter(a=>{let c=r.get(a);return!c||t.includes(a.rule)?!0:(i.push({finding:a,reason:c.reason??`listed in ${n.path}`,by:"baseline"}),!1)});return{...e,findings:s,suppressed:[...e.suppressed,...i],notes:o.length>0?[...e.notes,Kr(n,o.length)]:e.notes}}function ka(e,n){return{...n,entries:[...zn(e,n).known.values()]}}function zn(e,n){let t=new Map;for(let o of n.entries){let i=t.get(o.fingerprint);i?i.push(o):t.set(o.fingerprint,[o])}let r=new Map;for(let o of e){let i=t.get(o.fingerprint)?.shift();i&&r.set(o,i)}return{known:r,stale:[...t.values()].flat()}}function Kr(e,n){return{code:"suppression",message:`${n===1?"1 entry matches":`${n} entries match`} nothing any more; \`baseline prune\` takes them out`,path:e.path,coverage:"about"}}function Vn(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}function wa(e,n,t,r){let o=e.lines.get(n);return o===void 0?!1:o==="whole"||o.some(i=>i.first<=r&&t<=i.last)}function Ra(e){let n=new Map,t=new Map,r=new Set,o,i="",s={removed:0,added:0};for(let a of qn(e))if(s.removed>0||s.added>0)s=Vr(s,a);else if(a.startsWith("+++ "))o=Hn(a.slice(4),"b/"),o!==void 0&&r.add(o);else if(a.startsWith("--- ")){let c=Hn(a.slice(4),"a/");c!==void 0&&r.add(c)}else if(a.startsWith("rename from "))i=Ke(a.slice(12));else if(a.startsWith("rename to ")){let c=Ke(a.slice(10));t.set(i,c),r.add(i).add(c)}else if(a.startsWith("@@ ")){let c=Yn(a);if(!c)continue;s={removed:c.removed,added:c.added},o!==void 0&&c.added>0&&n.set(o,[...n.get(o)??[],{first:c.start,last:c.start+c.added-1}])}return{lines:n,renames:t,paths:r}}function xa(e,n){let t=[],r=0;for(let o of qn(e)){let i=o.startsWith("@@ ")?Yn(o):void 0;i?r=i.start:(o.startsWith("+")||o.startsWith(" "))&&((n||o.startsWith("+"))&&Ur(t,r),r+=1)}return t}function Ur(e,n){let t=e.at(-1);t&&t.last+1===n?e[e.length-1]={first:t.first,last:n}:e.push({first:n,last:n})}function Vr(e,n){return n.startsWith("-")?{...e,removed:e.removed-1}:n.startsWith("+")?{...e,added:e.added-1}:n.startsWith("\\")?e:{removed:e.removed-1,added:e.added-1}}function Yn(e){let n=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(n)return{removed:Number(n[1]??1),start:Number(n[2]),added:Number(n[3]??1)}}function Hn(e,n){let t=Ke(e);return t.startsWith(n)?t.slice(n.length):void 0}function Ke(e){return e.startsWith('"')?qr(e):e.endsWith("	")?e.slice(0,-1):e}var zr=34,Hr=92,Yr=yn({a:7,b:8,t:9,n:10,v:11,f:12,r:13,'"':34,"\\":92});function qr(e){let n=new TextEncoder().encode(e),t=[];for(let r=1;r<n.length&&n[r]!==zr;r++){if(n[r]!==Hr){t.push(n[r]??0);continue}r+=1;let o=new TextDecoder().decode(n.subarray(r,r+3)),i=/^[0-7]{3}/.test(o);t.push(i?Number.parseInt(o,8):Yr.get(o[0]??"")??63),i&&(r+=2)}return new TextDecoder().decode(Uint8Array.from(t))}function*qn(e){let n=0;for(;n<e.length;){let t=e.indexOf(`
`,n);if(t<0){yield e.slice(n);return}yield e.slice(n,t),n=t+1}}async function Ia(e,n,t,r,o){let[i,s]=await Promise.all([e.tree(n),e.tree(e.head)]);if(!i||!s)return;let a=new Map(s.map(m=>[m.path,m])),c=new Map(t.files.map(m=>[m.path,m])),d=[],f=no(t.files,a,i,d),l=[];for(let m of i)m.type!=="file"||!Qn(m.path,r)||(a.get(m.path)?.oid===m.oid?f.push(...Jr(m.path,t,c)):Xr(o.get(m.path)??m.path,a,c)&&l.push(m));let u=await Xn(e,l,r,o);return{files:[...f,...u.files].sort(Zn),notes:[...d,...u.notes],missing:u.missing}}function Jr(e,n,t){if(A(e))return n.files.filter(o=>o.path.startsWith(`${e}/`));let r=t.get(e);return r?[r]:[]}function Xr(e,n,t){return!n.has(e)||t.has(e)||A(e)}async function Fa(e,n,t,r){let i=(await e.tree(n))?.filter(s=>s.type==="file"&&Qn(s.path,t));return i&&Xn(e,i,t,r)}async function Xn(e,n,t,r){let o=n.map(d=>d.oid),{contents:i,missing:s}=await e.blobs(o,b.archiveBytes),a=[],c=[];for(let{path:d,oid:f}of n){let l=r.get(d)??d,u=i.get(f);u?a.push(...eo(l,u,t)):s.has(f)&&c.push(l)}return{files:a.sort(Zn),notes:c.length===0?[]:[Zr(c)],missing:c}}var Jn=5;function Zr(e){let n=e.slice(0,Jn).join(", ")+(e.length>Jn?", …":"");return{code:"comparison",message:`the clone is a partial one and does not hold what ${e.length===1?"a file":`${e.length} files`} held before, so all findings there count as new (${n})`,path:".",coverage:"about"}}function Zn(e,n){return e.path<n.path?-1:e.path>n.path?1:0}function Qn(e,n){return n.paths.some(t=>{let r=t==="."?"":t;return r===e?!0:r!==""&&!e.startsWith(`${r}/`)?!1:Qr(e,r,n.excluded)})}function Qr(e,n,t){let o=(n===""?e:e.slice(n.length+1)).split("/").slice(0,-1);if(o.some(s=>Re(s)||xe(s)))return!1;let i=n;for(let s of o)if(i=i===""?s:`${i}/${s}`,t(i))return!1;return!t(e)&&(A(e)||J(e))}function eo(e,n,t){if(A(e))return we(e,n).files;if(n.length>b.scriptBytes)return[];let r=be(e,n,t.paths.includes(e));return r.kind==="text"?[{path:e,text:r.text}]:[]}function no(e,n,t,r){let o=[...n.values()].filter(l=>l.type==="submodule"),i=[...n.keys()].filter(A),s=new Map(t.map(l=>[l.path,l.oid])),a=o.filter(l=>s.get(l.path)!==l.oid),c=a.filter(l=>e.some(u=>u.path.startsWith(`${l.path}/`)));for(let l of c)r.push({code:"comparison",message:"the submodule points to another commit than before, whose files are not here: all its findings count as new",path:l.path,coverage:"about"});let d=l=>a.some(u=>l.startsWith(`${u.path}/`)),f=l=>i.some(u=>l.startsWith(u));return e.filter(l=>!n.has(l.path)&&!f(l.path)&&!d(l.path))}import{randomBytes as to}from"node:crypto";import{closeSync as ro,constants as oo,fchmodSync as io,lstatSync as so,mkdirSync as Ue,mkdtempSync as ao,openSync as co,realpathSync as et,renameSync as lo,rmSync as uo,unlinkSync as fo,writeFileSync as Ve}from"node:fs";import{tmpdir as po}from"node:os";import{basename as mo,dirname as Q,join as Te}from"node:path";function Da(e,n){it(e,()=>{let t=He(e);Ue(Q(e.path),{recursive:!0}),ot(e.path,n,t?.mode)})}function Ba(e,n){it(e,()=>{if(He(e))throw new U("is there already");Ue(Q(e.path),{recursive:!0}),Ve(e.path,n,{flag:"wx"})})}function ja(e,n,t,r){try{let o=He({path:e,guarded:r}),i=$n(e,n.length);return!o||i.kind!=="read"||!i.bytes.equals(n)?!1:(ot(e,t,o.mode),!0)}catch{return!1}}function nt(e){let n=ao(Te(et(po()),"dockershim-lint-"));return ze(n,e),n}function ze(e,n){for(let[t,r]of Object.entries(n))Ue(Q(Te(e,t)),{recursive:!0}),Ve(Te(e,t),r,{mode:384})}function tt(e){uo(e,{recursive:!0,force:!0,maxRetries:3})}function He({path:e,guarded:n}){let t=rt(Q(e),n);if(t!==void 0)throw new U(`would be written through the link ${t}`);let r=st(e);if(r?.isSymbolicLink())throw new U("is a link, and nothing is written through one");if(r&&!r.isFile())throw new U("is not a regular file");return r}function rt(e,n){let t=Q(e);if(t===e)return;let r=rt(t,n);if(r!==void 0||!st(e)?.isSymbolicLink())return r;let o=et(t);return n.some(i=>Sn(i,o))?e:void 0}function ot(e,n,t){let r=Te(Q(e),`.${mo(e).slice(0,100)}.${to(8).toString("hex")}.tmp`),{O_WRONLY:o,O_CREAT:i,O_EXCL:s,O_NOFOLLOW:a}=oo,c=co(r,o|i|s|(a??0),438);try{try{Ve(c,n),t!==void 0&&io(c,t&511)}finally{ro(c)}lo(r,e)}catch(d){throw fo(r),d}}var U=class extends Error{};function it({name:e},n){try{n()}catch(t){throw new k(`${e} ${t instanceof U?t.message:"cannot be written"}.`)}}function st(e){try{return so(e)}catch{return}}import{lstatSync as ho,readdirSync as go}from"node:fs";import{join as W}from"node:path";var yo=/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/,ko=/^refs(?:\/(?!\.)(?:(?!\.\.|@\{|\.lock(?:\/|$))[^\0-\x20\x7f~^:?*[\\/])+)+$/,Ye=4096,at=64*1024*1024,bo=1e5,vo=50;function w(e){return yo.test(e)}function qe(e){return ko.test(e)}function ct(e){let n=q(W(e.own,"HEAD"),Ye)?.trim();for(let t=0;n!==void 0&&t<5;t++){if(w(n))return n;let r=/^ref: *(.+)$/.exec(n)?.[1];if(r===void 0||!qe(r))return;n=wo(e,r)??ut(e).get(r)}}function dt(e){let n=new Map(ut(e)),t=new Map;for(let r of["refs/heads","refs/remotes","refs/tags"])Je(W(e.common,"refs"))&&ft(e,r,0,t);for(let[r,o]of t){let i=/^ref: *(.+)$/.exec(o)?.[1],s=i===void 0?o:t.get(i)??n.get(i);s!==void 0&&w(s)&&n.set(r,s)}return n}function lt({common:e}){return(q(W(e,"shallow"),at)??"").split(`
`).filter(w)}function ut({common:e}){let n=new Map;for(let t of(q(W(e,"packed-refs"),at)??"").split(`
`)){let r=t.indexOf(" "),[o,i]=[t.slice(0,r),t.slice(r+1)];r>0&&w(o)&&qe(i)&&n.set(i,o)}return n}function wo({own:e,common:n},t){let r=t.split("/");for(let o of e===n?[n]:[e,n]){if(!r.slice(0,-1).map((a,c)=>W(o,...r.slice(0,c+1))).every(Je))continue;let s=q(W(o,t),Ye)?.trim();if(s!==void 0)return s}}function ft(e,n,t,r){let o=W(e.common,n);if(!(t>vo||!Je(o)))for(let i of go(o,{withFileTypes:!0})){let s=`${n}/${i.name}`;r.size>=bo||!qe(s)||(i.isDirectory()?ft(e,s,t+1,r):i.isFile()&&r.set(s,q(W(o,i.name),Ye)?.trim()??""))}}function Je(e){try{return ho(e).isDirectory()}catch{return!1}}import{join as Mo}from"node:path";import{spawn as Ro}from"node:child_process";import{delimiter as pt,isAbsolute as xo,join as So}from"node:path";var $o=6e4,mt=256*1024*1024,Oo=16*1024;function ht(e,n,t){let r=n.length===64?"sha256":"sha1";return{folder:nt({HEAD:`${n}
`,config:To(r),"refs/keep":"","objects/info/alternates":`${Io(e)}
`,...t.length===0?{}:{shallow:`${t.join(`
`)}
`}}),format:r}}function gt({folder:e},n){let t=[...n].map(([r,o])=>`${o} ${r}
`);ze(e,{"packed-refs":t.join("")})}function yt({folder:e}){tt(e)}var Eo={sha1:"4b825dc642cb6eb9a060e54bf8d69288fbee4904",sha256:"6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"};function To(e){return`[core]
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
	tree = ${Eo[e]}
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
`}`}function Io(e){return`"${[...Buffer.from(e,"utf8")].map(t=>t===34||t===92||t<32||t>126?`\\${t.toString(8).padStart(3,"0")}`:String.fromCharCode(t)).join("")}"`}function P(e,n){let t=Ro("git",["--no-pager",`--git-dir=${e.folder}`,...Fo(n)],{cwd:e.folder,env:No(e,n),stdio:["pipe","pipe","pipe"],timeout:$o,killSignal:"SIGKILL",windowsHide:!0});return new Promise(r=>{let o=[],i="",s=0;t.stdout.on("data",c=>{s+=c.length,s>mt?t.kill("SIGKILL"):o.push(c)}),t.stderr.on("data",c=>{i.length<Oo&&(i+=c.toString("utf8"))});let a=c=>r({ok:c&&s<=mt,output:Buffer.concat(o),errors:i});t.on("error",()=>a(!1)),t.on("close",c=>a(c===0)),t.stdin.on("error",()=>{}),t.stdin.end(Lo(n))})}function Fo(e){switch(e.kind){case"sizes":return["cat-file","--batch-check","--buffer"];case"contents":return["cat-file","--batch","--buffer"];case"tree":return["ls-tree","-r","-z","--full-tree",e.commit];case"patch":return["diff-tree","-r","--patch","--unified=0","--find-renames","--no-color","--no-ext-diff","--no-textconv","--submodule=short","--src-prefix=a/","--dst-prefix=b/",e.from,e.to,"--"];case"merge-base":return["merge-base",e.left,e.right];case"resolve":return["rev-parse","--verify","--quiet","--end-of-options",`${e.name}^{commit}`];case"fetch":return["fetch","--quiet","--depth=1","--no-tags","--no-recurse-submodules","--no-write-fetch-head",`--negotiation-tip=${e.have}`,e.remote.url,e.commit]}}function Lo(e){switch(e.kind){case"sizes":case"contents":return`${e.objects.join(`
`)}
`;case"tree":case"patch":case"merge-base":case"resolve":case"fetch":return""}}function No({folder:e},n){return{PATH:(process.env.PATH??"").split(pt).filter(r=>xo(r)).join(pt),...kt(process.platform==="win32"?Co:[]),HOME:e,XDG_CONFIG_HOME:So(e,"none"),LC_ALL:"C",GIT_CONFIG_NOSYSTEM:"1",GIT_CONFIG_GLOBAL:"/dev/null",GIT_ATTR_NOSYSTEM:"1",GIT_ASKPASS:"",GIT_NO_LAZY_FETCH:"1",GIT_NO_REPLACE_OBJECTS:"1",GIT_OPTIONAL_LOCKS:"0",GIT_PROTOCOL_FROM_USER:"0",GIT_TERMINAL_PROMPT:"0",GIT_ALLOW_PROTOCOL:"",...n.kind==="fetch"?Po(n.remote):{}}}var Co=["SystemRoot","SystemDrive","PATHEXT","TEMP","TMP"],Ao=["http_proxy","https_proxy","HTTPS_PROXY","all_proxy","ALL_PROXY","no_proxy","NO_PROXY","GIT_SSL_CAINFO","GIT_SSL_CAPATH","SSL_CERT_FILE","SSL_CERT_DIR","CURL_CA_BUNDLE"];function Po({url:e,token:n}){let t=`AUTHORIZATION: basic ${Buffer.from(`x-access-token:${n}`).toString("base64")}`;return{...kt(Ao),GIT_ALLOW_PROTOCOL:e.startsWith("http://")?"http":"https",...n===void 0?{}:{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${e}.extraheader`,GIT_CONFIG_VALUE_0:t}}}function kt(e){return Object.fromEntries(e.flatMap(n=>process.env[n]?[[n,process.env[n]]]:[]))}function nc(e,n){let t=On(e,n);return t.kind==="found"?Wo(t.folder):t}function Wo(e){let n=ct(e),t=En(e);if(t!==void 0)return{kind:"refused",reason:t};if(n===void 0)return{kind:"none"};let r;try{r=ht(Mo(e.common,"objects"),n,lt(e))}catch{return{kind:"refused",reason:"no temporary folder can be made"}}let o=!1,i=a=>(o||gt(r,dt(e)),o=!0,Bo(r,a));return{kind:"found",repository:{top:e.top,head:n,has:a=>_o(r,a),resolve:i,parents:a=>jo(r,a),mergeBase:(a,c)=>Go(r,a,c),tree:a=>Ko(r,a),blobs:(a,c)=>Vo(r,a,c),patch:(a,c)=>Ho(r,a,c),fetch:(a,c)=>Yo(r,a,n,c),close:()=>yt(r)}}}async function _o(e,n){if(!w(n))return!1;let{ok:t,output:r}=await P(e,{kind:"sizes",objects:[`${n}^{tree}`]});return t&&/ tree \d+$/.test(r.toString("utf8").trim())}var Do=/^[^\0-\x20\x7f:?*[\\{}-][^\0-\x20\x7f:?*[\\{}]{0,254}$/;async function Bo(e,n){if(Do.test(n))for(let t of[n,`refs/remotes/origin/${n}`]){let{ok:r,output:o}=await P(e,{kind:"resolve",name:t}),i=o.toString("utf8").trim();if(r&&w(i))return i}}async function jo(e,n){return((await bt(e,[n],"commit")).get(n)?.toString("utf8").split(`

`,1)[0]??"").split(`
`).flatMap(o=>o.startsWith("parent ")?[o.slice(7).trim()]:[])}async function Go(e,n,t){if(!w(n)||!w(t))return;let{ok:r,output:o}=await P(e,{kind:"merge-base",left:n,right:t}),i=o.toString("utf8").trim();return r&&w(i)?i:void 0}async function Ko(e,n){if(!w(n))return;let{ok:t,output:r}=await P(e,{kind:"tree",commit:n});if(!t)return;let o=[];for(let i of r.toString("utf8").split("\0")){let s=i.indexOf("	"),[a,,c]=i.slice(0,s).split(" ");if(s<0||!a||!c)continue;let d=a==="160000"?"submodule":a==="120000"?"link":"file";o.push({path:i.slice(s+1),oid:c,type:d})}return o}var Uo=64*1024*1024;async function Vo(e,n,t){let r=[...new Set(n.filter(w))],o=await zo(e,r),i=new Map,s=[],a=0,c=async()=>{for(let[f,l]of await bt(e,s,"blob"))i.set(f,l);s=[],a=0};for(let[f,l]of o)l>t||(a+l>Uo&&await c(),s.push(f),a+=l);await c();let d=r.filter(f=>!i.has(f)&&(o.get(f)??0)<=t);return{contents:i,missing:new Set(d)}}async function zo(e,n){let t=new Map;if(n.length===0)return t;let{output:r}=await P(e,{kind:"sizes",objects:n});for(let o of r.toString("utf8").split(`
`)){let[i,s,a]=o.split(" ");i&&s==="blob"&&a&&t.set(i,Number(a))}return t}async function bt(e,n,t){let r=new Map,o=n.filter(w);if(o.length===0)return r;let{output:i}=await P(e,{kind:"contents",objects:o}),s=0;for(;s<i.length;){let a=i.indexOf(10,s);if(a<0)break;let[c,d,f]=i.toString("utf8",s,a).split(" ");if(s=a+1,d==="missing"||f===void 0)continue;let l=s+Number(f);c&&d===t&&l<=i.length&&r.set(c,i.subarray(s,l)),s=l+1}return r}async function Ho(e,n,t){if(!w(n)||!w(t))return;let{ok:r,output:o}=await P(e,{kind:"patch",from:n,to:t});return r?o.toString("utf8"):void 0}async function Yo(e,n,t,r){if(!w(n))return"not a commit id";if(!/^https?:\/\/[^\s@]+$/.test(r.url))return`${r.url} is no address that is fetched from`;let{ok:o,errors:i}=await P(e,{kind:"fetch",remote:r,commit:n,have:t});if(!o)return i.trim().split(`
`).at(-1)||"git fetch failed"}function qo(e){let n=e.replace(/^\.\//,"").replace(/^\//,"").replace(/\/+$/,"");if(n===""||n===".")return()=>!0;let r=[...!e.replace(/\/+$/,"").includes("/")?["**"]:[],...n.split("/"),"**"];return o=>Jo(r,o.split("/"))}function Xe(e){let n=e.map(qo);return t=>n.some(r=>r(t))}function Jo(e,n){return vt(e.length,n.length,{isStar:t=>e[t]==="**",matches:(t,r)=>Xo(e[t]??"",n[r]??"")})}function Xo(e,n){return vt(e.length,n.length,{isStar:t=>e[t]==="*",matches:(t,r)=>e[t]==="?"||e[t]===n[r]})}function vt(e,n,{isStar:t,matches:r}){let o=0,i=0,s=-1,a=0;for(;i<n;)if(o<e&&t(o))s=o++,a=i;else if(o<e&&r(o,i))o++,i++;else if(s>=0)o=s+1,i=++a;else return!1;for(;o<e&&t(o);)o++;return o===e}function sc(e,n,t=""){let r=e.overrides.map(({paths:o,rules:i})=>({matches:Xe(o),rules:i}));return{target:{runtime:e["target-runtime"],minor:e["kubernetes-version"]},levelOf(o,i){let s=r.findLast(({matches:a,rules:c})=>c[o]!==void 0&&a(t+i));return s?s.rules[o]:e.rules[o]},unsuppressible:e.unsuppressible,today:n,values:e.values}}function ac(e,n=""){let t=Xe(e.exclude);return r=>t(n+r)}function Ie(e,n,t){let r=K(e),o=n.at(-1)??"";switch(r.type){case"choice":return{[e]:Ze(o,r.choices,t)};case"version":return{[e]:Zo(o,t)};case"text":if(o.trim()==="")throw new k(`${t} needs a value.`);return{[e]:o};case"list":return{[e]:n.map(i=>i.trim()).filter(i=>i!=="")};case"boolean":return{[e]:Qo(o,t)};case"rule-list":return{[e]:n.map(i=>ei(i))};case"rule-levels":case"overrides":throw new k(`${t} can only be written in the configuration file.`)}}function fc(e,n){let t=e.flatMap(r=>{let o=n(r);return o.trim()===""?[]:[Ie(r,K(r).type==="list"?o.split(`
`):[o.trim()],`Input "${r}"`)]});return Object.assign({},...t)}function Ze(e,n,t){if(n.includes(e))return e;throw new k(`${t} must be one of ${n.join(", ")}. ${C("value",e,n)}`)}function Zo(e,n){let t=/^v?1\.(\d{1,3})(?:$|[.+-])/.exec(e.trim()),r=Number(t?.[1]),{oldest:o,newest:i}=De;if(t&&r>=o&&r<=i)return r;throw new k(`${n} must be a Kubernetes version such as 1.24 (from 1.${o}), not "${e}".`)}function Qo(e,n){let t=e.trim().toLowerCase();if(t==="true")return!0;if(t==="false")return!1;throw new k(`${n} must be true or false, not "${e}".`)}function ei(e){let n=H.find(t=>t===e);if(n)return n;throw new k(C("rule",e,H))}var x=nr(tr(),1);var wt=256*1024;function bc(e,n){if(n.length>wt)throw new k(`${e} is larger than ${wt/1024} KiB.`);if(Rn(n))throw new k(`${e} is nested too deeply.`);let t=new x.LineCounter,r=(0,x.parseDocument)(n,{uniqueKeys:!1,lineCounter:t,prettyErrors:!1}),o=(a,c)=>{let d=a?.range?.[0],f=d===void 0?"":`:${t.linePos(d).line}`;return new k(`${e}${f}: ${c}`)},i=r.errors[0];if(i)throw new k(`${e}:${t.linePos(i.pos[0]).line}: ${i.message}`);let s=r.contents;if(s===null||(0,x.isScalar)(s)&&s.value===null)return{};if(!(0,x.isMap)(s))throw o(s,"The configuration must be a map of options.");return ni(s,o)}function ni(e,n){let t=Bn("file"),r={};for(let{key:o,keyNode:i,value:s}of Qe(e,n)){if(o==="$schema")continue;let a=t.find(c=>c===o);if(!a)throw n(i,C("key",o,t));Object.assign(r,$t(n,s??i,()=>ti(a,s,n)))}return r}function ti(e,n,t){switch(K(e).type){case"rule-levels":return{[e]:Rt(n,t)};case"overrides":return{[e]:St(e,n,t).map(o=>ri(o,t))};case"list":case"rule-list":return Ie(e,xt(e,n,t),e);default:return Ie(e,[de(e,n,t)],e)}}function Rt(e,n){if(!(0,x.isMap)(e))throw n(e,'rules must be a map from rule to severity, as "docker-cli-command: notice".');let t={};for(let{key:r,keyNode:o,value:i}of Qe(e,n)){let s=H.find(a=>a===r);if(!s)throw n(o,C("rule",r,H));t[s]=$t(n,i??o,()=>Ze(de(r,i,n),_e,r))}return t}function ri(e,n){if(!(0,x.isMap)(e))throw n(e,'Each entry of overrides must be a map with "paths" and "rules".');let t=Qe(e,n),r=t.find(({key:s})=>s!=="paths"&&s!=="rules");if(r)throw n(r.keyNode,C("key",r.key,["paths","rules"]));let o=t.find(({key:s})=>s==="paths"),i=t.find(({key:s})=>s==="rules");if(!o||!i)throw n(e,'Each entry of overrides needs both "paths" and "rules".');return{paths:xt("paths",o.value,n),rules:Rt(i.value,n)}}function Qe(e,n){let t=new Set;return e.items.map(r=>{let o=r.key,i=de("a key",o,n);if(t.has(i))throw n(o,`The key "${i}" is written twice.`);return t.add(i),{key:i,keyNode:o,value:r.value??null}})}function xt(e,n,t){return(0,x.isScalar)(n)&&n.value!==null?[de(e,n,t)]:St(e,n,t).map(r=>de(e,r,t))}function St(e,n,t){if(!(0,x.isSeq)(n))throw t(n,`${e} must be a list.`);return n.items}function de(e,n,t){if((0,x.isAlias)(n))throw t(n,"Aliases are not read in the configuration.");if(!(0,x.isScalar)(n)||n.value===null)throw t(n,`${e} must have one value.`);return n.type==="PLAIN"&&n.source!==void 0?n.source:String(n.value)}function $t(e,n,t){try{return t()}catch(r){throw r instanceof k&&!/^\S+:\d+: /.test(r.message)?e(n,r.message):r}}var en=10;function Ot(e,n=()=>!1){return v.flatMap(t=>{let r=oi(e.filter(o=>o.severity===t),n);return r.length===0?[]:[ii(t,r)]})}function oi(e,n=()=>!1){let t=e.map((r,o)=>({finding:r,key:[n(r)?0:1,v.indexOf(r.severity),j.indexOf(r.confidence),o]}));return t.sort((r,o)=>r.key[0]-o.key[0]||r.key[1]-o.key[1]||r.key[2]-o.key[2]||r.key[3]-o.key[3]),t.map(({finding:r})=>r)}function ii(e,n){if(n.length<=en)return{level:e,hidden:0,annotations:n.map(i=>({finding:i,others:0,otherFiles:0}))};let t=si(n),r=t.length<=en?t:t.slice(0,en-1),o=r.reduce((i,s)=>i+1+s.others,0);return{level:e,annotations:r,hidden:n.length-o}}function si(e){let n=new Map;for(let t of e){let r=`${t.rule}\0${t.message}`,o=n.get(r);o?o.push(t):n.set(r,[t])}return[...n.values()].flatMap(([t,...r])=>{if(!t)return[];let o=new Set(r.map(i=>i.span.source.path));return o.delete(t.span.source.path),[{finding:t,others:r.length,otherFiles:o.size}]})}function Et(e,n){return`${[...ai(Ot(y(e)),n.pathOf,"the reports in other formats"),Ae(S(e.result.coverage)),Ae(e.verdict.sentence)].join(`
`)}
`}function ai(e,n,t){return e.flatMap(r=>{let o=r.annotations.map(s=>ci(s,n));if(r.hidden===0)return o;let i=`${R(r.hidden,`more ${r.level}`)} cannot be annotated, because GitHub shows ten of each level. All of them are in ${t}.`;return[...o,`::${r.level} title=${Ce("dockershim-lint: more findings")}::${Ne(i)}`]})}function ci(e,n){let{finding:t}=e,r=[`title=${Ce(t.rule)}`,...di(t,n)].join(",");return`::${t.severity} ${r}::${Ne(ui(e,n))}`}function di(e,n){let{source:t,start:r,end:o}=e.span,i=p(t,r),s=p(t,o),a=`file=${li(n(t.path))}`;return i.line!==s.line?[a,`line=${i.line}`,`endLine=${s.line}`]:[a,`line=${i.line}`,`endLine=${s.line}`,`col=${i.column}`,`endColumn=${Math.max(s.column,i.column+1)}`]}function li(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A").replaceAll(":","%3A").replaceAll(",","%2C")}function ui({finding:e,others:n,otherFiles:t},r){let{line:o,column:i}=p(e.span.source,e.span.start),s=n===0?[]:[`Same cause ${n} more times${t>0?`, in ${R(t,"more file")}`:""}.`];return[`${r(e.span.source.path)}:${o}:${i}: ${e.message}`,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${O(e)}; ${$(e.activation,r)}; confidence ${e.confidence}`,...s,e.help].map(h).join(`
`)}var fi=1;function Tt(e){return`${Y(pi(e),2)}
`}function pi(e){let{result:n,comparison:t,target:r,verdict:o}=e,i=new Set(t?.introduced),s=a=>t?i.has(a)?"new":"existing":void 0;return{schemaVersion:fi,tool:{name:"dockershim-lint",version:e.version},target:{runtime:r.runtime,kubernetesVersion:`1.${r.minor}`},summary:mi(e),findings:n.findings.map(a=>({...nn(a),state:s(a)})),suppressed:n.suppressed.map(({finding:a,by:c,reason:d})=>({...nn(a),suppressed:{by:c,reason:d}})),fixed:t?.fixed.map(nn),coverage:{files:n.coverage.files,fully:hi(e),partly:n.coverage.partly.map(tn),notUnderstood:n.coverage.notUnderstood.map(tn),otherKinds:n.coverage.otherKinds,leftOut:n.coverage.leftOut},notes:n.notes.map(tn),verdict:{conclusion:o.conclusion,failing:o.failing,sentence:o.sentence}}}function mi(e){let{result:n,comparison:t,verdict:r}=e,{error:o,warning:i,notice:s}=ce(y(e));return{conclusion:r.conclusion,total:n.findings.length,errors:o,warnings:i,notices:s,failing:r.failing,suppressed:n.suppressed.length,failOn:e.failOn,minConfidence:e.minConfidence,comparedWith:t?.base,new:t?.introduced.length,existing:t?.existing.length,fixed:t?.fixed.length}}function hi(e){let{partly:n,not:t}=Ee(e.result.coverage);return Math.max(0,e.result.coverage.files-n-t)}function nn(e){return{rule:e.rule,severity:e.severity,confidence:e.confidence,message:e.message,because:e.because,instead:e.instead,location:le(e.span),related:e.related.map(({span:n,message:t})=>({...le(n),message:t})),place:e.placement.place,evidence:e.placement.evidence.map(({text:n,span:t})=>({text:n,...t?le(t):{}})),activation:gi(e.activation),fingerprint:e.fingerprint,help:e.help,fix:e.fix?{replacement:e.fix.replacement,safety:e.fix.safety}:void 0}}function gi(e){switch(e.kind){case"default":return{kind:e.kind};case"when":return{kind:e.kind,settings:e.settings,...le(e.span)};case"conditional":return{kind:e.kind,condition:e.condition,...le(e.span)}}}function le(e){return{path:e.source.path,start:p(e.source,e.start),end:p(e.source,e.end)}}function tn(e){return{path:e.path,line:L(e),code:e.code,message:e.message}}var yi=/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u,ki=new RegExp("\\p{Mn}|\\p{Me}","u");function rn(e){return e<"̀"?1:ki.test(e)?0:yi.test(e)?2:1}function ue(e){let n=0;for(let t of e)n+=rn(t);return n}function fe(e,n){let t=[],r="",o=0;for(let i of e.split(" ")){let s=ue(i);r!==""&&o+1+s>n?(t.push(r),r=i,o=s):(r=r===""?i:`${r} ${i}`,o+=s+(o===0?0:1))}return[...t,r]}var on={"docker-socket-mount":`# docker-socket-mount

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
`};var bi={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function N(e,n){return{paint:(t,r)=>e&&r!==""?`\x1B[${bi[t]}m${r}\x1B[0m`:r,link:(t,r)=>n&&/^https:\/\/[!-~]+$/.test(r)?`\x1B]8;;${r}\x1B\\${t}\x1B]8;;\x1B\\`:t}}var vi=/\s*(?:#|\/\/|;|<!--|\{\{\/\*)\s*finds: [a-z-]+(?: \((error|warning|notice)[^)]*\))?.*$/;function Lt(e,n){let t=N(n.color,!1),r=Math.min(n.width,100),o=[],i="";for(let s of e.trimEnd().split(`
`)){let a=/^(`{3,})(.*)$/.exec(s);if(i!=="")s===i?i="":o.push(wi(s,t));else if(a){i=a[1]??"";let c=/(?:^|\s)path=(\S+)/.exec(a[2]??"")?.[1];c!==void 0&&o.push(`  ${t.paint("dim",c)}`)}else o.push(...Ri(s,r,t))}return`${o.join(`
`)}
`}function wi(e,n){let t=vi.exec(e);if(!t)return`    ${e}`;let r=t[1]??"found",o=r==="error"||r==="warning"||r==="notice"?r:"strong";return`  ${n.paint(o,">")} ${e.slice(0,t.index)}  ${n.paint(o,`← ${r}`)}`}function Ri(e,n,t){let r=/^#+ (.*)$/.exec(e);if(r)return[t.paint("strong",r[1]??"")];if(e.startsWith("|"))return Ft([It(e)],t);let o=/^\s*(?:[-*] |\d+\. )?/.exec(e)?.[0]??"",i=fe(It(e.slice(o.length)),Math.max(30,n-o.length)),s=" ".repeat(o.length);return Ft(i,t).map((a,c)=>`${c===0?o:s}${a}`.trimEnd())}function It(e){return e.replace(/\[([^\]]*)\]\(([^)]*)\)/g,(n,t,r)=>t===r?r:`${t} (${r})`)}function Ft(e,n){if(n.paint("code","x")==="x")return e;let t=!1;return e.map(r=>r.split("`").map((o,i)=>(i>0&&(t=!t),t?n.paint("code",o):o)).join(""))}var xi={error:"error",warning:"warning",notice:"info"};function Nt(e,{pathOf:n}){return`${['<?xml version="1.0" encoding="UTF-8"?>','<checkstyle version="4.3">',...pe(y(e)).map(([r,o])=>[`  <file name="${I(n(r))}">`,...o.map(Si),"  </file>"].join(`
`)),"</checkstyle>"].join(`
`)}
`}function Si(e){let{line:n,column:t}=p(e.span.source,e.span.start),r=`${e.message} Instead: ${e.instead}`;return`    <error line="${n}" column="${t}" severity="${xi[e.severity]}" message="${I(r)}" source="dockershim-lint.${e.rule}"/>`}function pe(e){return[...hn(e,n=>n.span.source.path)]}function Ct(e,n){let t=N(n.color,n.hyperlinks);return`${[...y(e).map(o=>`${Pt(o,n)}: ${t.paint(o.severity,o.severity)}: ${h(o.message)} [${t.link(o.rule,o.help)}]`),...Mt(e,n),...Wt(e)].join(`
`)}
`}function At(e,n){return`${[...y(e).map(r=>{let o=`${se(r.placement.place)}, ${$(r.activation,n.pathOf)}`,i=[r.message,`why: ${r.because}`,`instead: ${r.instead}`,`where: ${o}`];return`${Pt(r,n)} ${r.severity} ${r.rule} (${r.confidence}) ${i.map(h).join(" | ")}`}),...Mt(e,n),...Wt(e)].join(`
`)}
`}function Pt(e,{pathOf:n}){let{line:t,column:r}=p(e.span.source,e.span.start);return`${h(n(e.span.source.path))}:${t}:${r}`}function Mt(e,{pathOf:n}){let{notes:t,coverage:r}=e.result;return[...t,...r.partly,...r.notUnderstood].map(o=>{let{line:i,column:s}=o.span?p(o.span.source,o.span.start):{line:1,column:1};return`${h(n(o.path))}:${i}:${s}: note: ${h(o.message)} [${o.code}]`})}function Wt(e){return[S(e.result.coverage),h(e.verdict.sentence)]}var $i={error:"critical",warning:"major",notice:"info"};function _t(e,{pathOf:n}){let t=y(e).map(r=>({description:h(`${r.message} Instead: ${r.instead}`),check_name:r.rule,fingerprint:r.fingerprint,severity:$i[r.severity],location:{path:n(r.span.source.path),lines:{begin:p(r.span.source,r.span.start).line,end:p(r.span.source,r.span.end).line}}}));return`${Y(t,2)}
`}var Dt=4;function ee(e,n,t,r,o){let i=n.flatMap(d=>Oi(e,d)),s=[...new Set(i.map(d=>d.line))].sort((d,f)=>d-f),a=[],c;for(let d of s){c!==void 0&&d>c+1&&a.push(o.paint("dim",`${" ".repeat(t)} ⋮`)),c=d;let f=i.filter(l=>l.line===d);a.push(...Ei(e,d,f,t,Math.max(20,r-t-3),o))}return a}function Oi(e,n){let t=p(e,n.span.start),r=p(e,Math.max(n.span.start,n.span.end-1)),{role:o,caret:i,label:s}=n,a=t.offset-sn(e,t.line);if(r.line===t.line){let u=Math.max(a+1,n.span.end-sn(e,t.line));return[{line:t.line,from:a,to:u,label:s,role:o,caret:i}]}let c=ge(e,r.line),d=c.length-c.trimStart().length,f=Math.max(a+1,ge(e,t.line).length),l=Math.max(d+1,n.span.end-sn(e,r.line));return[{line:t.line,from:a,to:f,label:"",role:o,caret:i},{line:r.line,from:d,to:Math.min(l,Math.max(d+1,c.length)),label:s,role:o,caret:i}]}function sn(e,n){return e.lineStarts[n-1]??0}function Ei(e,n,t,r,o,i){let s=t.reduce((l,u)=>u.from<l.from?u:l,t[0]),a=Fi(ge(e,n),s,o),c=`${" ".repeat(r)} ${i.paint("dim","│")} `,d=`${i.paint("dim",`${String(n).padStart(r)} │`)} ${a.shown}`,f=t.map(l=>{let u=a.columnOf(l.from),m=Math.max(1,a.columnOf(l.to)-u),F=l.label===""?"":` ${l.label}`;return`${c}${" ".repeat(u)}${i.paint(l.role,l.caret.repeat(m)+F)}`});return[d.trimEnd(),...f]}var Ti=600,Ii=4e3;function Fi(e,n,t){let r=[],o=Li(e,n.from-Ti),i=o>0?t:0,s=o;for(let g of e.slice(o,o+Ii)){if(!(s===0&&g==="\uFEFF")){let te=g==="	"?" ".repeat(Dt-i%Dt):h(g);r.push({at:s,shown:te,column:i}),i+=te===g?rn(g):ue(te)}s+=g.length}let a=i,c=g=>r.find(te=>te.at>=g)?.column??a;if(a<=t)return{shown:r.map(g=>g.shown).join(""),columnOf:c};let d=c(n.from),f=Math.min(c(n.to)-d,t-2),l=d+f+2<=t?0:Math.max(0,d-Math.floor((t-f)/3)),u=l+t-(l>0?1:0)-1,m=r.filter(g=>g.column>=l&&g.column+ue(g.shown)<=u),F=l>0?1-(m[0]?.column??0):0,ne=u<a,z=(m.at(-1)?.column??0)+ue(m.at(-1)?.shown??"")+F;return{shown:`${l>0?"…":""}${m.map(g=>g.shown).join("")}${ne?"…":""}`,columnOf:g=>Math.min(Math.max(0,c(g)+F),z)}}function Li(e,n){if(n<=0)return 0;let t=e.charCodeAt(n);return t>=56320&&t<=57343?n+1:n}var Ni=`
:root{color-scheme:light dark;--edge:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:4px;margin:.5rem 0}
.counts span{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:.2rem .7rem;margin-right:.5rem}
article{border:1px solid var(--edge);border-left-width:5px;border-radius:4px;padding:.6rem 1rem;margin:.7rem 0;overflow-wrap:anywhere}
article.error{border-left-color:#d1242f}article.warning{border-left-color:#bf8700}article.notice{border-left-color:#0969da}
article p{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0}dt{opacity:.7}dd{margin:0}
`;function Bt(e,n){let t=y(e),r=ce(t);return`${["<!doctype html>",'<html lang="en"><head><meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,'<meta name="viewport" content="width=device-width">',`<title>Dockershim check</title><style>${Ni}</style></head><body>`,"<h1>Dockershim check</h1>",`<p>${T(e.verdict.sentence)}</p>`,`<p class="counts">${v.map(o=>`<span>${r[o]} ${o}</span>`).join("")}</p>`,`<p>${T(S(e.result.coverage))}; target ${e.target.runtime}, Kubernetes 1.${e.target.minor}</p>`,...pe(t).flatMap(([o,i])=>[`<h2><code>${T(n.pathOf(o))}</code></h2>`,...i.map(s=>Ci(s,n))]),...Pi(e,n),`<footer><p>${re} ${T(e.version)}</p></footer></body></html>`].join(`
`)}
`}function Ci(e,{pathOf:n}){let{line:t,column:r}=p(e.span.source,e.span.start),o=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${$(e.activation,n)}`],["confidence",e.confidence]];return[`<article class="${e.severity}">`,`<p><strong>${e.severity}</strong> <a href="${T(e.help)}">${e.rule}</a> at ${t}:${r}</p>`,`<p>${T(e.message)}</p>`,`<pre>${ye(Ai(e,n))}</pre>`,`<dl>${o.map(([i,s])=>`<dt>${i}</dt><dd>${T(s)}</dd>`).join("")}</dl>`,"</article>"].join(`
`)}function Ai(e,n){let t=N(!1,!1);return[{span:e.span,message:""},...e.related.slice(0,10)].flatMap(({span:o,message:i},s)=>{let a=String(p(o.source,o.end).line).length,c={span:o,label:i,role:"related",caret:s===0?"^":"-"};return[...s===0?[]:[`${n(o.source.path)}:${p(o.source,o.start).line}`],...ee(o.source,[c],a,120,t)]}).join(`
`)}function Pi({result:e},{pathOf:n}){let t=[["Not understood",e.coverage.notUnderstood],["Only partly understood",e.coverage.partly],["Notes",e.notes]],r=Z(e.coverage,n).map(([i,s])=>`<p>Not read, ${i}: ${T(s)}</p>`);return[...t.flatMap(([i,s])=>{if(s.length===0)return[];let a=s.map(c=>{let d=L(c),f=`${n(c.path)}${d===void 0?"":`:${d}`}`;return`<li><code>${T(f)}</code> ${T(c.message)}</li>`});return[`<h2>${i}</h2>`,`<ul>${a.join(`
`)}</ul>`]}),...r]}function jt(e,{pathOf:n}){let t=y(e),r=pe(t).map(([s,a])=>Mi(e,n(s),a)),o=t.filter(s=>an(e,s)).length,i=`  <testsuite name="dockershim-lint" tests="1" failures="0"><testcase name="${I(S(e.result.coverage))}" classname="dockershim-lint"/></testsuite>`;return`${['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="dockershim-lint" tests="${Math.max(1,t.length)}" failures="${o}">`,...r.length===0?[i]:r,"</testsuites>"].join(`
`)}
`}function an(e,n){return je(n,e.failOn,e.minConfidence)}function Mi(e,n,t){let r=t.filter(o=>an(e,o)).length;return[`  <testsuite name="${I(n)}" tests="${t.length}" failures="${r}">`,...t.map(o=>Wi(e,n,o)),"  </testsuite>"].join(`
`)}function Wi(e,n,t){let{line:r,column:o}=p(t.span.source,t.span.start),i=`    <testcase name="${I(`${t.rule} ${r}:${o}`)}" classname="${I(n)}" file="${I(n)}" line="${r}">`,s=ye([`${n}:${r}:${o}`,`why: ${t.because}`,`instead: ${t.instead}`,`where: ${O(t)}`,t.help].join(`
`)),a=an(e,t)?`<failure type="${t.severity}" message="${I(t.message)}">${s}</failure>`:`<system-out>${t.severity}: ${I(t.message)}
${s}</system-out>`;return`${i}${a}</testcase>`}var Gt=e=>{let n=0;for(let t=0;t<e.length;t++){let r=e.charCodeAt(t);r<128?n+=1:r<2048?n+=2:r>=55296&&r<56320&&t+1<e.length?(n+=4,t++):n+=3}return n};function cn(e,n){let t=e.filter(r=>r.items.length>0);for(let[r,o]of n.levels.entries()){let i=_i(t,o,n);if(i!==void 0)return Di(t,o,n.levels[r-1],n,i)}return Bi(t,n)}function _i(e,n,{limit:t,measure:r}){let o=0;for(let i of e){o+=r(i.open)+r(i.close);for(let s of i.items){if(o>t)return;o+=r(n(s))}}return o<=t?o:void 0}function Di(e,n,t,{limit:r,measure:o},i){let s=r-i,a=t,c=[];for(let d of e){c.push(d.open);for(let f of d.items){let l=n(f),u=a?.(f),m=u===void 0?0:o(u)-o(l);m>s?a=void 0:s-=m,c.push(u===void 0||a===void 0?l:u)}c.push(d.close)}return c.join("")}function Bi(e,n){let{measure:t,more:r,levels:o}=n,i=o.at(-1)??(()=>""),s=t(r(9999999)),a=e.map(u=>t(u.open)+t(u.close)+s),c=ji(a,n.limit,s),d=n.limit-s-a.slice(0,c).reduce((u,m)=>u+m,0),f=[];for(let u of e.slice(0,c)){let m=[];for(let ne of u.items){let z=i(ne),g=t(z);if(g>d)break;d-=g,m.push(z)}let F=u.items.length-m.length;f.push(u.open,...m,F>0?r(F):"",u.close)}let l=e.slice(c).reduce((u,m)=>u+m.items.length,0);return l>0&&s<=n.limit&&f.push(r(l)),f.join("")}function ji(e,n,t){let r=t,o=0;for(let i of e){if(r+=i,r>n)break;o++}return o}var Gi={limit:1e3*1024,measure:Gt},Ki={error:"🔴",warning:"🟡",notice:"🔵"},he=1e3,Ui=110;function Kt(e,n,{limit:t,measure:r}=Gi){let o=Vi(e),i=t-r(o)-10,s=cn(Ji(e,n),{limit:Math.floor(i/4),measure:r,levels:[c=>`- ${c}
`],more:Ut}),a=cn(zi(y(e)),Hi(i-r(s),r,n));return`${[o,a,s].filter(c=>c!=="").join(`
`).trimEnd()}
`}function Vi(e){let{verdict:n,result:t,target:r}=e;return[`### ${n.conclusion==="success"?"✅":n.conclusion==="failure"?"❌":"⚠️"} Dockershim check`,"",_(n.sentence),"",`Target: ${r.runtime}, Kubernetes 1.${r.minor}. ${Yt(S(t.coverage))}.`,""].join(`
`)}function zi(e){let n=new Map;for(let o of e){let i=n.get(o.rule);i?i.push(o):n.set(o.rule,[o])}let t=o=>o.reduce((i,s)=>Math.min(i,v.indexOf(s.severity)),9);return[...n.values()].map(o=>({list:o,rank:t(o)})).sort((o,i)=>o.rank-i.rank).map(({list:o},i)=>{let s=o[0],a=i===0&&o.length<=20?" open":"",c=`<b>${s?.rule}</b>: ${R(o.length,"finding")} (${ae(o)})`;return{items:o,open:`<details${a}><summary>${c}</summary>

[About this rule](${s?.help})

`,close:`
</details>

`}})}function Hi(e,n,t){return{limit:e,measure:n,levels:[r=>Yi(r,t),r=>Vt(r,t),r=>zt(r,t)],more:Ut}}function Ut(e){return`
- …and ${e} more, left out because the report would be too long
`}function Yi(e,n){let t=N(!1,!1),o=[{span:e.span,message:""},...e.related.slice(0,5)].map(({span:i,message:s},a)=>{let c={span:i,label:s,role:"related",caret:a===0?"^":"-"},d=String(p(i.source,i.end).line).length;return[...a===0?[]:[qi(i.source.path,p(i.source,i.start).line,n)],...ee(i.source,[c],d,Ui,t)].join(`
`)});return`${Vt(e,n)}
${xn(o.join(`
`))}
`}function qi(e,n,{pathOf:t}){return`${t(e)}:${n}`}function Vt(e,n){let t=`${O(e)}; ${$(e.activation,n.pathOf)}; confidence ${e.confidence}`,r=(o,i)=>`  <br>*${o}:* ${_(E(i,he))}
`;return[zt(e,n),r("why",e.because),r("instead",e.instead),r("where",t)].join("")}function zt(e,n){return`- ${Ki[e.severity]} ${Ht(e,n)} ${_(E(e.message,he))}
`}function Ht(e,{pathOf:n,linkOf:t}){let{source:r,start:o,end:i}=e.span,s=p(r,o),a=ke(`${E(n(r.path),300)}:${s.line}:${s.column}`),c=t?.(n(r.path),s.line,p(r,i).line);return c!==void 0&&/^https?:\/\/[!-'*-~]+$/.test(c)?`[${a}](${c})`:a}function Ji({result:e},n){let{coverage:t,notes:r,suppressed:o}=e,i=a=>{let c=L(a),d=`${E(n.pathOf(a.path),300)}${c===void 0?"":`:${c}`}`;return`${ke(d)} ${_(E(a.message,he))}`},s=({finding:a,reason:c,by:d})=>`${Ht(a,n)} ${ke(a.rule)}, by ${d}: ${_(E(c,he))}`;return[me("Not understood",t.notUnderstood.map(i)),me("Only partly understood",t.partly.map(i)),me("Not read",Z(t,n.pathOf).map(([a,c])=>`${Yt(a)}: ${_(E(c,he))}`)),me("Notes",r.map(i)),me("Suppressed",o.map(s))]}function me(e,n){return{items:n,open:`<details><summary>${e}: ${n.length}</summary>

`,close:`
</details>

`}}function Yt(e){return e.charAt(0).toUpperCase()+e.slice(1)}var dn=5e3,qt=100,Xi=1e3,Zi=2e3,Jt=500,Qi={error:"error",warning:"warning",notice:"note"},es={high:"very-high",medium:"medium",low:"low"};function Xt(e,n){return`${Y(ns(e,n),1)}
`}function ns(e,n){let t=as(e.result.findings),r=e.result.findings.length-t.length,o=e.comparison?new Set(e.comparison.introduced):void 0;return{$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:ts(e)},automationDetails:{id:`${re}/${n.category===void 0?"":`${n.category}/`}`},columnKind:"utf16CodeUnits",originalUriBaseIds:{SRCROOT:{description:{text:"The root of the repository."}}},invocations:[{executionSuccessful:!0,toolExecutionNotifications:cs(e,n,r)}],results:t.map(i=>rs(i,n,o))}]}}function ts(e){return{name:re,semanticVersion:e.version,informationUri:wn,rules:Fe.map(({id:n,summary:t})=>({id:n,name:ls(n),shortDescription:{text:V(t)},fullDescription:{text:V(t)},helpUri:Le(n),help:{text:Lt(on[n],{color:!1,width:100}),markdown:`${on[n]}
[The page of this rule, with examples](${Le(n)})
`},defaultConfiguration:{level:"warning"},properties:{tags:["kubernetes","dockershim","migration"]}}))}}function rs(e,n,t){let{pathOf:r}=n,o=e.related.slice(0,qt),i=is(e,r),s=t===void 0?{}:{baselineState:t.has(e)?"new":"unchanged"};return{ruleId:e.rule,ruleIndex:Fe.findIndex(a=>a.id===e.rule),level:Qi[e.severity],...s,message:{text:os(e,r)},locations:[{physicalLocation:ln(e.span,r)}],...o.length>0?{relatedLocations:o.map(({span:a,message:c},d)=>({id:d+1,physicalLocation:ln(a,r),message:{text:V(c)}}))}:{},...i?{codeFlows:[i]}:{},partialFingerprints:{"dockershimLint/v1":e.fingerprint},properties:{precision:es[e.confidence],confidence:e.confidence,place:e.placement.place,activation:V($(e.activation,r))}}}function os(e,n){let t=`${O(e)}; ${$(e.activation,n)}`;return[e.message,`Why: ${e.because}`,`Instead: ${e.instead}`,`Where: ${t}`].map(V).join(`
`)}function is(e,n){let t=e.related.filter(({span:i})=>i.source.path!==e.span.source.path);if(t.length===0)return;let r=[{span:e.span,message:e.message},...t.slice(0,qt)];return{threadFlows:[{locations:(e.span.source.path.includes("/templates/")?r.toReversed():r).map(({span:i,message:s})=>({location:{physicalLocation:ln(i,n),message:{text:V(s)}}}))}]}}function ln(e,n){let t=p(e.source,e.start),r=p(e.source,e.end);return{artifactLocation:{uri:Zt(n(e.source.path)),uriBaseId:"SRCROOT"},region:{startLine:t.line,startColumn:t.column,endLine:r.line,endColumn:r.column,snippet:{text:E(ss(e),Jt).replace(new RegExp("\\p{Surrogate}","gu"),"�")}}}}function ss({source:e,start:n,end:t}){return e.text.slice(n,Math.min(t,n+Jt+1))}function Zt(e){return e.replace(new RegExp("\\p{Surrogate}","gu"),"�").split("/").map(n=>encodeURIComponent(n).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)).join("/")}function as(e){if(e.length<=dn)return e;let n=v.flatMap(r=>e.filter(o=>o.severity===r)),t=new Set(n.slice(0,dn));return e.filter(r=>t.has(r))}function cs(e,{pathOf:n},t){let{coverage:r,notes:o}=e.result,i=[{level:"note",message:{text:S(r)}},...t>0?[{level:"warning",message:{text:`${R(t,"finding")} left out: the report is limited to ${dn}.`}}]:[]],s=[...r.notUnderstood,...r.partly,...o].slice(0,Xi);return[...i,...s.map(a=>ds(a,n))]}function ds(e,n){let t=L(e);return{level:e.coverage==="about"?"note":"warning",message:{text:V(e.message)},descriptor:{id:e.code},locations:[{physicalLocation:{artifactLocation:{uri:Zt(n(e.path)),uriBaseId:"SRCROOT"},...t===void 0?{}:{region:{startLine:t}}}}]}}function V(e){return E(h(e),Zi).replaceAll("](","] (")}function ls(e){return e.replace(/(?:^|-)([a-z])/g,(n,t)=>t.toUpperCase())}var us=110,fn=8;function Qt(e,n){let t=N(n.color,n.hyperlinks);return`${[...y(e).map(o=>fs(o,n,t)),...gs(e,n,t),ys(e,t)].join(`

`)}
`}function fs(e,n,t){let{pathOf:r}=n,o=`${t.paint(e.severity,e.severity)} ${t.link(t.paint("strong",e.rule),e.help)}`,i=fe(h(e.message),er(n,0)),s=hs(e),c=ms(e).flatMap(({source:l,marks:u},m)=>{let F=p(l,(u.find(g=>g.caret==="^")??u[0])?.span.start??0),ne=`${h(r(l.path))}:${F.line}:${F.column}`,z=m===0?"-->":":::";return[`${" ".repeat(s)}${t.paint("dim",z)} ${ne}`,...ee(l,u,s,n.width,t)]}),d=[["why",e.because],["instead",e.instead],["where",`${O(e)}; ${$(e.activation,r)}; confidence ${e.confidence}`]],f=e.related.length-fn;return[o,...i,...c,...f>0?[`${" ".repeat(s)} … and ${R(f,"more place")}`]:[],...d.flatMap(([l,u])=>ps(l,u,s,n,t))].join(`
`)}function ps(e,n,t,r,o){if(n==="")return[];let i=" ".repeat(t+1);return fe(h(n),er(r,t+12)).map((a,c)=>c===0?`${i}${o.paint("dim","=")} ${o.paint("strong",e.padEnd(8))} ${a}`:`${i}${" ".repeat(11)}${a}`)}function er(e,n){return Math.max(30,Math.min(e.width,us)-n)}function ms(e){let n={span:e.span,label:se(e.placement.place),role:e.severity,caret:"^"},t=e.related.slice(0,fn).map(({span:o,message:i})=>({span:o,label:h(i),role:"related",caret:"-"})),r=new Map;for(let o of[n,...t]){let{source:i}=o.span,s=r.get(i.path);s?s.marks.push(o):r.set(i.path,{source:i,marks:[o]})}return[...r.values()]}function hs(e){let n=[e.span,...e.related.slice(0,fn).map(t=>t.span)];return Math.max(...n.map(t=>String(p(t.source,t.end).line).length))}function gs(e,n,t){let{coverage:r,notes:o}=e.result,i=[...o.map(s=>un("note",s,n,t)),...r.partly.map(s=>un("partly",s,n,t)),...r.notUnderstood.map(s=>un("not understood",s,n,t)),...Z(r,n.pathOf).map(([s,a])=>`${t.paint("dim",s)} ${h(a)}`)];return i.length>0?[i.join(`
`)]:[]}function un(e,n,t,r){let o=L(n),i=`${h(t.pathOf(n.path))}${o===void 0?"":`:${o}`}`;return`${r.paint("dim",e)} ${i}: ${h(n.message)} ${r.paint("dim",`(${n.code})`)}`}function ys(e,n){let{verdict:t,result:r}=e,o=t.conclusion==="success"?"success":t.conclusion==="failure"?"error":"warning";return`${S(r.coverage)}
${n.paint(o,h(t.sentence))}`}function il(e,n,t){switch(e){case"text":return Qt(n,t);case"compact":return Ct(n,t);case"agent":return At(n,t);case"json":return Tt(n);case"sarif":return Xt(n,t);case"github":return Et(n,t);case"markdown":return Kt(n,t);case"gitlab":return _t(n,t);case"checkstyle":return Nt(n,t);case"junit":return jt(n,t);case"html":return Bt(n,t)}}export{be as a,we as b,A as c,Ms as d,Se as e,v as f,ie as g,_n as h,K as i,Bn as j,Gs as k,Hs as l,Zs as m,y as n,ea as o,R as p,Z as q,Un as r,Ee as s,ca as t,la as u,pa as v,ma as w,ha as x,ga as y,ya as z,ka as A,Ia as B,Fa as C,Qn as D,wa as E,Ra as F,xa as G,Da as H,Ba as I,ja as J,w as K,ct as L,nc as M,Wo as N,sc as O,ac as P,Ie as Q,fc as R,ei as S,bc as T,Ot as U,ai as V,pi as W,fe as X,on as Y,Lt as Z,il as _};
