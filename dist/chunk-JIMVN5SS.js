const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2UJOXPWX.js";import"./chunk-IBSHNSNF.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
