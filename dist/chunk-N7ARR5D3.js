const require = process.getBuiltinModule;
import{j as a}from"./chunk-6CF24BMW.js";import"./chunk-RWSH5TL7.js";import"./chunk-HEXKVI7I.js";import"./chunk-TID52M5B.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{a as start};
