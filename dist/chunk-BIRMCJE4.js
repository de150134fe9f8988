const require = process.getBuiltinModule;
import{j as a}from"./chunk-U4WPKBRD.js";import"./chunk-PYTKQUQW.js";import"./chunk-4WREBSAA.js";import"./chunk-KSXHIAAD.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{a as start};
