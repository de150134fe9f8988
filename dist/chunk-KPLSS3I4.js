const require = process.getBuiltinModule;
import{a,b}from"./chunk-JOF74K76.js";import"./chunk-AZ2SFCAR.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
