const require = process.getBuiltinModule;
import{a as c,c as m,d}from"./chunk-UVXU5FAY.js";import"./chunk-JS2XFRQH.js";import"./chunk-BHD5CQB2.js";import"./chunk-G5B3CNA4.js";import{K as p,a as l,b as f,y as $}from"./chunk-MKTLSVIC.js";import{h as i}from"./chunk-WUVBLXSJ.js";var u=["bash","zsh","fish"];function D({operands:n},t){let[o="",...s]=n,e=u.find(r=>r===o);if(o==="")throw new l(`Use "completion ${u.join('", "completion ')}".`);if(s.length>0)throw new l("completion takes one shell.");if(!e)throw new l(f("shell",o,u));switch(e){case"bash":t.out.write(h());break;case"zsh":t.out.write(`autoload -U +X bashcompinit && bashcompinit
${h()}`);break;case"fish":t.out.write(g());break;default:}return d.clean}function w(n){let t=p(n);return t.type==="boolean"&&t.default?`no-${n}`:n}function O(n){let t=p(n);switch(t.type){case"choice":return t.choices;case"rule-list":return $;case"boolean":return[];default:return}}function _(n){switch(n){case"explain":return $;case"baseline":return["write","check","prune"];case"completion":return u;case"help":return c;default:return[]}}var a=c.filter(n=>n!=="lint");function h(){let t=[...new Set(c.flatMap(m))].flatMap(e=>{let r=O(e);return r&&r.length>0?[`    --${e}) words="${r.join(" ")}" ;;`]:[]}),o=c.map(e=>`    ${e}) words="${[...m(e).map(w),"help"].map(r=>`--${r}`).join(" ")}" ;;`),s=a.flatMap(e=>{let r=_(e);return r.length>0?[`    ${e}) words="${r.join(" ")}" ;;`]:[]});return`# ${i} completion bash
_dockershim_lint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command=lint words="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${a.join("|")}) command="$word"; break ;;
    esac
  done
  case "$previous" in
${t.join(`
`)}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [ "\${current#-}" != "$current" ]; then
    case "$command" in
${o.join(`
`)}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
    lint) [ "$COMP_CWORD" -gt 1 ] || words="${a.join(" ")}" ;;
${s.join(`
`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _dockershim_lint ${i}
`}function g(){let n=`not __fish_seen_subcommand_from ${a.join(" ")}`,t=[...a.map(o=>`complete -c ${i} -n "__fish_use_subcommand" -a ${o}`),...c.flatMap(o=>{let s=o==="lint"?n:`__fish_seen_subcommand_from ${o}`,e=_(o);return[...e.length>0?[`complete -c ${i} -n "${s}" -a "${e.join(" ")}"`]:[],...m(o).map(r=>C(r,s))]})];return`# ${i} completion fish
${t.join(`
`)}
`}function C(n,t){let o=O(n),s=o===void 0?" -r":o.length>0?` -x -a "${o.join(" ")}"`:"",e=p(n).summary.replace(/[\\"$]/g,"\\$&");return`complete -c ${i} -n "${t}" -l ${w(n)}${s} -d "${e}"`}export{D as completionCommand};
