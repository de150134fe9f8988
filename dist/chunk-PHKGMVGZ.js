const require = process.getBuiltinModule;
import{j as a}from"./chunk-ETVLGH3Z.js";import"./chunk-NCKXMFH6.js";import"./chunk-IB6YOEI3.js";import"./chunk-7I43JAAC.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{a as start};
