"""The group „Termine“ of the back office: for those who plan dates and look after the people who come."""
