const require = process.getBuiltinModule;
import{i as a}from"./chunk-VHMERNJA.js";import"./chunk-VJS3X5J2.js";import"./chunk-ON6GTQYP.js";import"./chunk-UEHOZU4Z.js";import"./chunk-5QPVZQSZ.js";import"./chunk-WUVBLXSJ.js";export{a as start};
