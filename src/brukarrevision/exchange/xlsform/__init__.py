"""XLSForm, the form of KoboToolbox and ODK: an .xlsx of questions and choices."""
