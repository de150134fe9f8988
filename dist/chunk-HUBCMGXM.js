const require = process.getBuiltinModule;
import{j as a}from"./chunk-MVTQJ5SW.js";import"./chunk-NOH6O5Q4.js";import"./chunk-GAV3R3XO.js";import"./chunk-4YHGCHNW.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{a as start};
