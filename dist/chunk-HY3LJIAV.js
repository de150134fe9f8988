const require = process.getBuiltinModule;
import{d as x}from"./chunk-WLQUAAFB.js";import{c as _,d as u}from"./chunk-QF2HWCAG.js";import"./chunk-S5KVMWUT.js";import{c as $}from"./chunk-GUGT55OP.js";import{a as O}from"./chunk-5CP2NWSZ.js";import{Eb as p,Gb as b,Pb as c,Qb as y,a as h}from"./chunk-KCD4ADZC.js";import{g as a,h as k}from"./chunk-WUVBLXSJ.js";import{existsSync as L,realpathSync as P}from"node:fs";import{join as m}from"node:path";import{readFileSync as C}from"node:fs";import{join as T}from"node:path";function v(e){let t=c(e);if(t.kind==="found")try{let{name:o}=JSON.parse(C(T(t.folder.top,"package.json"),"utf8")),n=o===k?_(t.folder):void 0;return n===void 0?void 0:{commit:n,isRelease:u(t.folder).get(`refs/tags/v${a}`)===n}}catch{return}}var j="actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",F="actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0",I="actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0";function E(e,t){let o={path:".github/workflows/dockershim.yml",text:W(e,t)};return t?[o,{path:".github/workflows/dockershim-forks.yml",text:D(e)}]:[o]}function W(e,t){return`name: dockershim
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
      - uses: ${j}
        with:
          persist-credentials: false
      - id: lint
        uses: ${q(e)}
${t?g:""}`}var g=`      # The token of a fork can only read; the workflow in dockershim-forks.yml writes its comment from this report.
      - if: \${{ !cancelled() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository }}
        uses: ${F}
        with:
          name: dockershim-lint
          path: \${{ steps.lint.outputs.json-file }}
          retention-days: 1
`;function D(e){return`# Runs with the rights of this repository, so it checks nothing out and runs nothing that a pull request brings.
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
      - uses: ${I}
        with:
          name: dockershim-lint
          path: \${{ runner.temp }}/dockershim-lint
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${q(e)}
        with:
          comment-from: \${{ runner.temp }}/dockershim-lint/dockershim-lint.json
`}function q({own:e}){let t="dockershim-lint/dockershim-lint";return e===void 0?`${t}@v${a}`:`${t}@${e.commit} # ${e.isRelease?`v${a}`:`the clone that wrote this, about v${a}`}`}async function ie({operands:e,layer:t},o){if(e.length>0)throw new h("init takes no argument; it writes at the top of the repository.");let n=P(o.cwd),i=y(n),l=v(import.meta.dirname),f=E({own:l,defaultBranch:R(i)},t.forks??!1),s=({path:r})=>L(m(i,r)),d=f.filter(s),w=f.filter(r=>!s(r));if(w.length===0)throw new h(`${d.map(({path:r})=>r).join(" and ")} already ${d.length===1?"exists":"exist"}; nothing was written.`);for(let{path:r,text:A}of w)$({path:m(i,r),name:r,guarded:[n,i]},A),o.out.write(`wrote ${O(b(n,m(i,r)))}
`);for(let{path:r}of d)o.out.write(`kept ${r}; comments on pull requests from forks need this step at its end:
${g}`);return x.clean}function R(e){let t=p(m(e,".git/refs/remotes/origin/HEAD"),S)??"",o=/^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(t)?.[1];if(o!==void 0)return o;let n=c(e),i=n.kind==="found"?u(n.folder):new Map,l=U.find(s=>i.has(`refs/remotes/origin/${s}`)||i.has(`refs/heads/${s}`)),f=p(m(e,".git/HEAD"),S)??"";return l??/^ref: refs\/heads\/([\w./-]+)\s*$/.exec(f)?.[1]??"main"}var U=["main","master","trunk"],S=4096;export{ie as initCommand};
