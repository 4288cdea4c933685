"""How everything looks: tokens, fonts, icons, hats."""
