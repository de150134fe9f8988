const require = process.getBuiltinModule;
import{j as a}from"./chunk-KPPFN4KC.js";import"./chunk-7OHSGRPW.js";import"./chunk-GDA3I6AD.js";import"./chunk-B23RALQC.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{a as start};
