"""Technical addresses that have no language."""

urlpatterns: list = []
