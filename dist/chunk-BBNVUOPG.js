const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5QGQNV3X.js";import"./chunk-P7YBBSKD.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
