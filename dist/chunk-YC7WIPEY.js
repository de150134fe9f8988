const require = process.getBuiltinModule;
import{j as a}from"./chunk-WLQUAAFB.js";import"./chunk-QF2HWCAG.js";import"./chunk-S5KVMWUT.js";import"./chunk-5CP2NWSZ.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{a as start};
