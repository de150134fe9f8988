const require = process.getBuiltinModule;
import{a,b}from"./chunk-VX2FXG42.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
