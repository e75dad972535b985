"""Services that depart from their documents, and what is said of them."""
