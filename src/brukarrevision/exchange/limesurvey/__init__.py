"""LimeSurvey: a questionnaire as its tab-separated text, and .lss files read."""
