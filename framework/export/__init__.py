"""What a group takes away: texts for spreadsheets and calendars. Standard library only."""
