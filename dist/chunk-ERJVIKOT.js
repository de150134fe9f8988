const require = process.getBuiltinModule;
import{j as a}from"./chunk-Z7MY2U6H.js";import"./chunk-HY6SPJ6V.js";import"./chunk-TJJSW7BY.js";import"./chunk-73XR4N7N.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{a as start};
