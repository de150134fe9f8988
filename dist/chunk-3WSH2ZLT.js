const require = process.getBuiltinModule;
import{j as a}from"./chunk-V5YCCO7T.js";import"./chunk-YIWTN6GM.js";import"./chunk-X3XDZGAR.js";import"./chunk-4QDIIDM4.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{a as start};
