const require = process.getBuiltinModule;
import{j as a}from"./chunk-NRV6BZQ6.js";import"./chunk-7VJXNF3R.js";import"./chunk-KDV4HKKD.js";import"./chunk-XWGGKJE4.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{a as start};
