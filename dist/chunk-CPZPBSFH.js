const require = process.getBuiltinModule;
import{j as a}from"./chunk-3NLJOL4D.js";import"./chunk-RQHUEA57.js";import"./chunk-EFZADEU3.js";import"./chunk-YBOISCSR.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{a as start};
