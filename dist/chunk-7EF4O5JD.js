const require = process.getBuiltinModule;
import{j as a}from"./chunk-UUC23K6Q.js";import"./chunk-3TVMAOJW.js";import"./chunk-X3FI7HAV.js";import"./chunk-TJH6IIUS.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{a as start};
