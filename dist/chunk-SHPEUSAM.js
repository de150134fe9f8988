const require = process.getBuiltinModule;
import{j as a}from"./chunk-UB7PBI6B.js";import"./chunk-ZN2WK354.js";import"./chunk-SWOALO2V.js";import"./chunk-AZ2SFCAR.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{a as start};
