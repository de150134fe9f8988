const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-LPHOLE6H.js";import"./chunk-3ADLSXME.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
