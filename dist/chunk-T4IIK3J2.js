const require = process.getBuiltinModule;
import{j as a}from"./chunk-GAZTTFJ3.js";import"./chunk-E3IY4AY5.js";import"./chunk-C5JKS6ZF.js";import"./chunk-AJD7Y6JX.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{a as start};
