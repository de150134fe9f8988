const require = process.getBuiltinModule;
import{a,b}from"./chunk-VTKF7QHR.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
