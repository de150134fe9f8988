const require = process.getBuiltinModule;
import{j as a}from"./chunk-HBQ7CTQH.js";import"./chunk-QNXD3RMH.js";import"./chunk-RATA4WWV.js";import"./chunk-FLRO3VYA.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{a as start};
