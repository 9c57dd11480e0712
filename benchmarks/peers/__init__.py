"""What a process must do at least: the programs that commands of quotekit are held against."""
