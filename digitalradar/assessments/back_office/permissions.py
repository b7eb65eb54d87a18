"""Names of the permissions, as Django asks for them. What they allow stands at the models that carry them."""

READ_CATALOGUES = "assessments.read_catalogues"
ACTIVATE_CATALOGUES = "assessments.activate_catalogues"
RELEASE_COMPARISON = "assessments.release_comparison"
VIEW_RETENTION = "core.view_retention"
VIEW_USAGE = "assessments.view_usagecount"
