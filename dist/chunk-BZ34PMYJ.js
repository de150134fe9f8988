const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-OSQ6KBEE.js";import"./chunk-O5IBZMTY.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
