const require = process.getBuiltinModule;
import{j as a}from"./chunk-YIF7J7PQ.js";import"./chunk-EI6URAOS.js";import"./chunk-QOR7AJEV.js";import"./chunk-KEQD7GPY.js";import"./chunk-AMCIUEI2.js";import"./chunk-WUVBLXSJ.js";export{a as start};
