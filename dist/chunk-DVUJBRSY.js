const require = process.getBuiltinModule;
import{j as a}from"./chunk-UDKVCTA2.js";import"./chunk-TYNKY6VX.js";import"./chunk-VBC6PK4K.js";import"./chunk-IQNUB2QG.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{a as start};
