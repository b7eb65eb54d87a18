"""Views of the portal that belong to no subject: errors, styleguide."""
