const require = process.getBuiltinModule;
import{j as a}from"./chunk-7SZTJKJB.js";import"./chunk-GURDQM3O.js";import"./chunk-BAA2A52G.js";import"./chunk-FLXGGAWS.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{a as start};
