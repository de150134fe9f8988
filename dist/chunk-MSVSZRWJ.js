const require = process.getBuiltinModule;
import{j as a}from"./chunk-7AWC6TK5.js";import"./chunk-W6VEJCL2.js";import"./chunk-T2IBDUBU.js";import"./chunk-LTO3OBYQ.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{a as start};
