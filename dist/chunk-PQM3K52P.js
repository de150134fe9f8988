const require = process.getBuiltinModule;
import{j as a}from"./chunk-TXUDEU4N.js";import"./chunk-PYJ6LOHA.js";import"./chunk-CSAT5XLC.js";import"./chunk-PITOTWPB.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{a as start};
