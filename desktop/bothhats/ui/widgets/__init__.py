"""Parts of screens that know no lead."""
