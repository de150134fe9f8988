const require = process.getBuiltinModule;
import{j as a}from"./chunk-X3N7SKVQ.js";import"./chunk-AFL6JDK3.js";import"./chunk-O4DAM3MJ.js";import"./chunk-ZTZGLVKV.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{a as start};
