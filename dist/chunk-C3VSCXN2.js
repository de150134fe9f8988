const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-GK7ZV7I7.js";import"./chunk-LZ4MYVEN.js";import"./chunk-QYAP4MSZ.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
