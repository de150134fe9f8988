const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-LNC4LCTR.js";import"./chunk-T6DPKUCO.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
