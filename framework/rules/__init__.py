"""What answers mean: one module for each rule that an assessment may name. Pure functions, standard library only."""
