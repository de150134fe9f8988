const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-WKKTKB6O.js";import"./chunk-IDTEPSJ2.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
