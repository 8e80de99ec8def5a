"""Big tables of rows that others have coded, behind the index protocol: what every engine has in common."""
