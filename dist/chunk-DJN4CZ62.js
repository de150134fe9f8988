const require = process.getBuiltinModule;
import{j as a}from"./chunk-4HOEWV5F.js";import"./chunk-KPZ2C2CP.js";import"./chunk-LOTE6XWV.js";import"./chunk-T6DPKUCO.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{a as start};
