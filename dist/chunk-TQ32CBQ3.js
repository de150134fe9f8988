const require = process.getBuiltinModule;
import{j as a}from"./chunk-TDP7RCAW.js";import"./chunk-2PZOBW2F.js";import"./chunk-N6GPRR3F.js";import"./chunk-YX7KTU6U.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{a as start};
