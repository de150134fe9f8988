const require = process.getBuiltinModule;
import{j as a}from"./chunk-5V2C4CID.js";import"./chunk-SICOHL3L.js";import"./chunk-MKZVE7F7.js";import"./chunk-A2K55YXF.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{a as start};
