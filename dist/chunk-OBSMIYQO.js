const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JDT7BXWT.js";import"./chunk-RIAUKYMA.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
