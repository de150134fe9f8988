const require = process.getBuiltinModule;
import{j as a}from"./chunk-R47LTAWF.js";import"./chunk-QAHSEK3Q.js";import"./chunk-3BKQMF2C.js";import"./chunk-SOIG6WCP.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{a as start};
