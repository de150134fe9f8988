const require = process.getBuiltinModule;
import{j as a}from"./chunk-7FGAFZMN.js";import"./chunk-BWVTZ7H6.js";import"./chunk-FZ43UMND.js";import"./chunk-IBROVJ3X.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{a as start};
