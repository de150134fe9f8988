const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZRXWV37X.js";import"./chunk-HPGPPLJE.js";import"./chunk-2WYEJ5VJ.js";import"./chunk-4NEIMIMX.js";import"./chunk-7VDEYZI3.js";import"./chunk-WUVBLXSJ.js";export{a as start};
