const require = process.getBuiltinModule;
import{a,b}from"./chunk-5ZSHGJ5O.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
