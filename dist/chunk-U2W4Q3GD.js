const require = process.getBuiltinModule;
import{j as a}from"./chunk-JWGGCJ5Z.js";import"./chunk-2EEHZWUZ.js";import"./chunk-RYAZZJVM.js";import"./chunk-IBVIG3NJ.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{a as start};
