const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-7FJUPYAJ.js";import"./chunk-IBVIG3NJ.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
