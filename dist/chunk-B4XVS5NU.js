const require = process.getBuiltinModule;
import{j as a}from"./chunk-SBTIAOTL.js";import"./chunk-SCCRSKVU.js";import"./chunk-EZBME2P5.js";import"./chunk-QOOWGWZF.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{a as start};
