const require = process.getBuiltinModule;
import{j as a}from"./chunk-YDNZJOF5.js";import"./chunk-DATMD7VS.js";import"./chunk-VJ3ENP7V.js";import"./chunk-DEM6OHTS.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{a as start};
