const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-R4OHR4VO.js";import"./chunk-YX7KTU6U.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};
