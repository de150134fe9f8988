const require = process.getBuiltinModule;
import{j as a}from"./chunk-HFJOIVHM.js";import"./chunk-ROFVTE63.js";import"./chunk-W4EOMMH6.js";import"./chunk-6AUEIPA4.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};
