const require = process.getBuiltinModule;
import{a,b}from"./chunk-5P6GYWB2.js";import"./chunk-YEY2UR4Q.js";import"./chunk-ARVWYXFE.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
