"""What a rule is and sees, and what rules on the rows and the columns of the matrix have alike."""
