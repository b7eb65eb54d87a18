"""Names of the permissions, as Django asks for them. What they allow stands at the models that carry them."""

SEE_WORK = "knowledge.see_editorial_work"
