const require = process.getBuiltinModule;
import{j as a}from"./chunk-5ZYA2GCA.js";import"./chunk-4QQHR6CV.js";import"./chunk-6457IIUA.js";import"./chunk-WQ2TPZ2T.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{a as start};
