const require = process.getBuiltinModule;
import{j as a}from"./chunk-GWMK22TQ.js";import"./chunk-HG4N3RF2.js";import"./chunk-ZJXDFXTY.js";import"./chunk-DGDXINIS.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{a as start};
