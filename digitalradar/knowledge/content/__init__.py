"""The library as files: reading, checking and writing them, and bringing them into the portal and back.

Everything outside ``loading`` is pure Python and knows nothing of Django. Messages are German, as the people are who
write the files; they are shown as they stand.
"""
