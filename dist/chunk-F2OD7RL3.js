const require = process.getBuiltinModule;
import{a as c,c as l,d}from"./chunk-WLQUAAFB.js";import"./chunk-QF2HWCAG.js";import"./chunk-S5KVMWUT.js";import"./chunk-5CP2NWSZ.js";import{J as $,V as m,a as p,b as f}from"./chunk-KCD4ADZC.js";import{h as i}from"./chunk-WUVBLXSJ.js";var u=["bash","zsh","fish"],g=`(( $+functions[compdef] )) || { autoload -U +X compinit && compinit; }
autoload -U +X bashcompinit && bashcompinit
`;function D({operands:n},e){let[t="",...s]=n,o=u.find(r=>r===t);if(t==="")throw new p(`Use "completion ${u.join('", "completion ')}".`);if(s.length>0)throw new p("completion takes one shell.");if(!o)throw new p(f("shell",t,u));switch(o){case"bash":e.out.write(h());break;case"zsh":e.out.write(`${g}${h()}`);break;case"fish":e.out.write(C());break;default:}return d.clean}function w(n){let e=m(n);return e.type==="boolean"&&e.default?`no-${n}`:n}function O(n){let e=m(n);switch(e.type){case"choice":return e.choices;case"rule-list":return $;case"boolean":return[];default:return}}function _(n){switch(n){case"explain":return $;case"baseline":return["write","check","prune"];case"completion":return u;case"help":return c;default:return[]}}var a=c.filter(n=>n!=="lint");function h(){let e=[...new Set(c.flatMap(l))].flatMap(o=>{let r=O(o);return r&&r.length>0?[`    --${o}) words="${r.join(" ")}" ;;`]:[]}),t=c.map(o=>`    ${o}) words="${[...l(o).map(w),"help"].map(r=>`--${r}`).join(" ")}" ;;`),s=a.flatMap(o=>{let r=_(o);return r.length>0?[`    ${o}) words="${r.join(" ")}" ;;`]:[]});return`# ${i} completion bash
_dockershim_lint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command=lint words="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do
    case "$word" in
      ${a.join("|")}) command="$word"; break ;;
    esac
  done
  case "$previous" in
${e.join(`
`)}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [ "\${current#-}" != "$current" ]; then
    case "$command" in
${t.join(`
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
`}function C(){let n=`not __fish_seen_subcommand_from ${a.join(" ")}`,e=[...a.map(t=>`complete -c ${i} -n "__fish_use_subcommand" -a ${t}`),...c.flatMap(t=>{let s=t==="lint"?n:`__fish_seen_subcommand_from ${t}`,o=_(t);return[...o.length>0?[`complete -c ${i} -n "${s}" -a "${o.join(" ")}"`]:[],...l(t).map(r=>M(r,s))]})];return`# ${i} completion fish
${e.join(`
`)}
`}function M(n,e){let t=O(n),s=t===void 0?" -r":t.length>0?` -x -a "${t.join(" ")}"`:"",o=m(n).summary.replace(/[\\"$]/g,"\\$&");return`complete -c ${i} -n "${e}" -l ${w(n)}${s} -d "${o}"`}export{D as completionCommand};
