const require = process.getBuiltinModule;
import{j as a}from"./chunk-P4KSFO2Y.js";import"./chunk-WMPBA3JO.js";import"./chunk-VWZFKFVY.js";import"./chunk-P73W2BX7.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{a as start};
