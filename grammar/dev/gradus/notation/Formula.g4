grammar Formula;

formula : . ;
