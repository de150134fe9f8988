const require = process.getBuiltinModule;
import{a,b}from"./chunk-OTYTIBCW.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
