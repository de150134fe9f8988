const require = process.getBuiltinModule;
import{j as a}from"./chunk-KGVBU4WF.js";import"./chunk-YLKBLA74.js";import"./chunk-QNG6QQ2Q.js";import"./chunk-CQKKC3X5.js";import"./chunk-4WALX6KG.js";import"./chunk-WUVBLXSJ.js";export{a as start};
