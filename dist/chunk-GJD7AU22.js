const require = process.getBuiltinModule;
import{j as a}from"./chunk-GA3FBAO2.js";import"./chunk-QKO3SHK6.js";import"./chunk-QG6UH4AM.js";import"./chunk-Y5VHXU5P.js";import"./chunk-3IDU5CMA.js";import"./chunk-WUVBLXSJ.js";export{a as start};
