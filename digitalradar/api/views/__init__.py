"""Operations by subject; each reads the request, calls a service, answers."""
