const require = process.getBuiltinModule;
import{j as a}from"./chunk-NYUHKDVF.js";import"./chunk-UIO5HMQE.js";import"./chunk-T5THKSVS.js";import"./chunk-7KEIVKBB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{a as start};
