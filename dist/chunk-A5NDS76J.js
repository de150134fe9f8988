const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-K5J6RHA4.js";import"./chunk-IBROVJ3X.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
