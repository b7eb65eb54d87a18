"""What happens to dates, places and the people who book them."""
