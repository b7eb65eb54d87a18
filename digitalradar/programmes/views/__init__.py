"""Read the request, ask a query, call a service, answer."""
