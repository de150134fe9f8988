const require = process.getBuiltinModule;
import{a,b}from"./chunk-ON377RAG.js";import"./chunk-QOOWGWZF.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
