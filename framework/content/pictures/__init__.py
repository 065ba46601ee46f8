"""The guide's own pictures: marks, the wheel, a steering group's table."""
