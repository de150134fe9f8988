const require = process.getBuiltinModule;
import{j as a}from"./chunk-4YSXPEKN.js";import"./chunk-E4U7IJAR.js";import"./chunk-RTNUYEHI.js";import"./chunk-QDY3K3VG.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{a as start};
