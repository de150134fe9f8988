const require = process.getBuiltinModule;
import{j as a}from"./chunk-JZ3LRFUE.js";import"./chunk-AHSR6H2B.js";import"./chunk-6LTXANR5.js";import"./chunk-ZLTD6KHG.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{a as start};
