const require = process.getBuiltinModule;
import{j as a}from"./chunk-7Q25DY3Z.js";import"./chunk-OAFMC4VJ.js";import"./chunk-BJ3GUTQK.js";import"./chunk-6ALYV65H.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{a as start};
