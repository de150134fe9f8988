const require = process.getBuiltinModule;
import{j as a}from"./chunk-Q4JELFL5.js";import"./chunk-PQKJGRCL.js";import"./chunk-36EBB5UV.js";import"./chunk-LD6XG5JG.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{a as start};
