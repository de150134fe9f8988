const require = process.getBuiltinModule;
import{j as a}from"./chunk-EJ4VBJJV.js";import"./chunk-CNQQITA2.js";import"./chunk-7KGGYCYB.js";import"./chunk-ZWKV5DUQ.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{a as start};
