const require = process.getBuiltinModule;
import{a,b}from"./chunk-WEYPO5ZU.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
