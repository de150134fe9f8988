const require = process.getBuiltinModule;
import{j as a}from"./chunk-VI4J2SZN.js";import"./chunk-CMJMOF3Z.js";import"./chunk-CQ5QNIOO.js";import"./chunk-DQIZUUES.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{a as start};
