const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-XBZSFD6P.js";import"./chunk-73XR4N7N.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
