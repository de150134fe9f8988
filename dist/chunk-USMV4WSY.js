const require = process.getBuiltinModule;
import{j as a}from"./chunk-TOGFNRE4.js";import"./chunk-SVPVR57H.js";import"./chunk-ZPFUHALW.js";import"./chunk-5J7ZDJPA.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{a as start};
