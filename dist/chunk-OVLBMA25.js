const require = process.getBuiltinModule;
import{j as a}from"./chunk-AORAH56V.js";import"./chunk-SZUQM3KJ.js";import"./chunk-G7P55JR5.js";import"./chunk-ZBCXPL5Y.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{a as start};
