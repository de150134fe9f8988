const require = process.getBuiltinModule;
import{j as a}from"./chunk-SM23H27J.js";import"./chunk-GY6DZPCU.js";import"./chunk-YBNQTEDI.js";import"./chunk-S7NZCD7I.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{a as start};
