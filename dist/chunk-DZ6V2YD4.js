const require = process.getBuiltinModule;
import{j as a}from"./chunk-OBSPGJWN.js";import"./chunk-DRHXHSV4.js";import"./chunk-SSAESQBM.js";import"./chunk-PJBQS5EG.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{a as start};
