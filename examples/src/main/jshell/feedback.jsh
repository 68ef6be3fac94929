/set mode fundinggap concise -quiet
/set truncation fundinggap 100000
/set prompt fundinggap "fundinggap> " "       ...> "
/set feedback -quiet fundinggap
