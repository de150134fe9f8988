const require = process.getBuiltinModule;
import{a,b}from"./chunk-QYOVF57J.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
