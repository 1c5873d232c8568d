"""What every form is made of: the sheet at the right, fields that say what is wrong, choices."""
