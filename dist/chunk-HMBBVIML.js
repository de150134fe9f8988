const require = process.getBuiltinModule;
import{j as a}from"./chunk-NU3VZOBU.js";import"./chunk-3XDPATKV.js";import"./chunk-HB4KKPZE.js";import"./chunk-M27UVMM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{a as start};
