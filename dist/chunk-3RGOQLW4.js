const require = process.getBuiltinModule;
import{j as a}from"./chunk-5BR23IL4.js";import"./chunk-VZ4XUCHQ.js";import"./chunk-MZ6WKCEN.js";import"./chunk-TCGPPWZ2.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{a as start};
