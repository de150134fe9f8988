const require = process.getBuiltinModule;
import{j as a}from"./chunk-34KSDEPW.js";import"./chunk-27VYWEFR.js";import"./chunk-3IGIUK7W.js";import"./chunk-FGFDNIUM.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{a as start};
