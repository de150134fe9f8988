const require = process.getBuiltinModule;
import{j as a}from"./chunk-KARKRALW.js";import"./chunk-MENDVOM2.js";import"./chunk-LLZNPZSU.js";import"./chunk-SGTLDIFE.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{a as start};
